using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many forms
/// WB sends numbers and texts: <c>new JsonSerializerOptions(PromoCalendarJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(PromoCalendarJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    MaxDepth = JsonLimits.MaxDepth,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter),
        typeof(StringConverter),
    ])]
[JsonSerializable(typeof(PromoCalendarResponse<PromotionList>))]
[JsonSerializable(typeof(PromoCalendarResponse<PromotionDetailsList>))]
[JsonSerializable(typeof(PromoCalendarResponse<PromotionProductList>))]
[JsonSerializable(typeof(PromoCalendarResponse<PromotionUploadResult>))]
[JsonSerializable(typeof(PromotionUploadRequest))]
public sealed partial class PromoCalendarJsonContext : JsonSerializerContext;
