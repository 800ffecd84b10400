using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>Why WB cannot tell the SPOT data of a supply.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record SpotError : WildberriesModel
{
    /// <summary>WB's name for the error.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>WB's words.</summary>
    [JsonPropertyName("detail")]
    public string? Detail { get; init; }
}
