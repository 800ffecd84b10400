using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>How products get into a promotion.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<PromotionType>))]
public readonly record struct PromotionType : IExtensibleEnum<PromotionType, string>
{
    private PromotionType(string value) => Value = value;

    /// <summary>The seller adds products.</summary>
    public static PromotionType Regular { get; } = new("regular");

    /// <summary>WB adds products itself: this host can neither list nor add them.</summary>
    public static PromotionType Auto { get; } = new("auto");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static PromotionType From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
