using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DbsOrders;

/// <summary>The business that has bought. It may be one person: nothing of it is in texts for logs.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record BusinessBuyer : WildberriesModel
{
    /// <summary>Its name.</summary>
    [JsonPropertyName("orgName")]
    public string? Name { get; init; }

    /// <summary>Its taxpayer number (<c>ИНН</c>).</summary>
    [JsonPropertyName("inn")]
    public string? Inn { get; init; }

    /// <summary>The code of the reason for its registration (<c>КПП</c>); empty for a sole proprietor.</summary>
    [JsonPropertyName("kpp")]
    public string? Kpp { get; init; }

    /// <summary>The name of the type, without anything that tells who the buyer is.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => "BusinessBuyer { }";
}
