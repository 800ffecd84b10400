using System.Text.Json.Serialization;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>Which products are to be added to which promotion.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.</remarks>
public sealed record PromotionUpload
{
    /// <summary>The promotion; not an automatic one.</summary>
    [JsonPropertyName("promotionID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? PromotionId { get; init; }

    /// <summary>
    /// <see langword="true"/>: the discount holds from now on; <see langword="false"/>: from the start of the promotion on.
    /// </summary>
    [JsonPropertyName("uploadNow")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? UploadNow { get; init; }

    /// <summary>The products' numbers at WB, 1 to 1000, each once.</summary>
    [JsonPropertyName("nomenclatures")]
    public IReadOnlyList<long> NmIds { get => field ?? []; init; } = [];
}
