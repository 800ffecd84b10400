using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>Why a size was refused.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.</remarks>
public sealed record AutoReturnError : WildberriesModel
{
    /// <summary>The code: 404.</summary>
    [JsonPropertyName("code")]
    public int Code { get; init; }

    /// <summary>The reason: not found, or not a small product.</summary>
    [JsonPropertyName("detail")]
    public string? Detail { get; init; }
}
