using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>The customs declaration of an order; it can have one, and only an order of a business takes it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers"/>.</remarks>
public sealed record OrderCustomsDeclaration
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("orderId")]
    public long OrderId { get; init; }

    /// <summary>The number of the declaration, 17 to 29 characters, for example <c>10704010/010624/0000302</c>.</summary>
    [JsonPropertyName("customsDeclaration")]
    public string CustomsDeclaration { get => field ?? ""; init; } = "";

    /// <summary>The country of origin by its number in the Russian classifier of countries, at most three digits: 643 is Russia.</summary>
    [JsonPropertyName("originCountryCode")]
    public string OriginCountryCode { get => field ?? ""; init; } = "";

    /// <summary>The order, without the code.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"OrderCustomsDeclaration {{ OrderId = {OrderId} }}";
}
