using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>What is wrong with a product that is to be supplied.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/informationForFormingSupplies"/>.</remarks>
public sealed record AcceptanceOptionError : WildberriesModel
{
    /// <summary>The kind of error.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>WB's words about it.</summary>
    [JsonPropertyName("detail")]
    public string? Detail { get; init; }
}
