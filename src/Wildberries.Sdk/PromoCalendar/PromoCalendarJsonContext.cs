using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.PromoCalendar;

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
internal sealed partial class PromoCalendarJsonContext : JsonSerializerContext;
