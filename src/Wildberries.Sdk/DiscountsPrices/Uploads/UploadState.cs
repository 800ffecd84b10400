using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>How far an upload is.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record UploadState : WildberriesModel
{
    /// <summary>The upload's id.</summary>
    [JsonPropertyName("uploadID")]
    public long UploadId { get; init; }

    /// <summary>The state.</summary>
    [JsonPropertyName("status")]
    public UploadStatus Status { get; init; }

    /// <summary>When the upload was made.</summary>
    [JsonPropertyName("uploadDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? UploadedAt { get; init; }

    /// <summary>When it goes, or went, into processing.</summary>
    [JsonPropertyName("activationDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ActivatesAt { get; init; }

    /// <summary>How many products it has.</summary>
    [JsonPropertyName("overAllGoodsNumber")]
    public int? ProductCount { get; init; }

    /// <summary>How many of them have no error; 0 while it is processed.</summary>
    [JsonPropertyName("successGoodsNumber")]
    public int? SuccessCount { get; init; }
}
