using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>Why shipping parameters were not set.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record ShippingMethodError : WildberriesModel
{
    /// <summary>WB's code.</summary>
    [JsonPropertyName("code")]
    public int Code { get; init; }

    /// <summary>WB's words.</summary>
    [JsonPropertyName("detail")]
    public string? Detail { get; init; }
}
