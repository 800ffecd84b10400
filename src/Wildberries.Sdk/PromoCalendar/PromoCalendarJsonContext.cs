using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>
/// How the models of this namespace are read and written. A context of your own goes on from it: its options know in how many forms WB
/// sends numbers and texts.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
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
