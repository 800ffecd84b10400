using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>Who the seller is.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerInformation"/>.</remarks>
public sealed record SellerInfo : WildberriesModel
{
    /// <summary>The legal name of the seller.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The seller's id; a token carries the same in its <c>sid</c> field. A UUID in text form.</summary>
    [JsonPropertyName("sid")]
    public string? Sid { get; init; }

    /// <summary>The taxpayer number (INN).</summary>
    [JsonPropertyName("tin")]
    public string? Tin { get; init; }

    /// <summary>The name that buyers see.</summary>
    [JsonPropertyName("tradeMark")]
    public string? TradeMark { get; init; }
}
