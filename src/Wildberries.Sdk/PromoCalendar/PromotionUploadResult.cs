using System.Text.Json.Serialization;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>What became of an order to add products.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.</remarks>
public sealed record PromotionUploadResult : WildberriesModel
{
    /// <summary>Whether there is such an upload already: it was not made twice.</summary>
    [JsonPropertyName("alreadyExists")]
    public bool AlreadyExists { get; init; }

    /// <summary>The upload's id, by which the prices host tells its state. A success of the call does not mean that products were added.</summary>
    [JsonPropertyName("uploadID")]
    public long UploadId { get; init; }
}
