using System.Text.Json.Serialization;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many forms
/// WB sends numbers and texts: <c>new JsonSerializerOptions(DiscountsPricesJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(DiscountsPricesJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    MaxDepth = JsonLimits.MaxDepth,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter),
        typeof(StringConverter),
    ])]
[JsonSerializable(typeof(PingResponse))]
[JsonSerializable(typeof(PriceUploadRequest))]
[JsonSerializable(typeof(SizePriceUploadRequest))]
[JsonSerializable(typeof(ClubDiscountUploadRequest))]
[JsonSerializable(typeof(WholesaleUploadRequest))]
[JsonSerializable(typeof(GoodsRequest))]
[JsonSerializable(typeof(UploadResponse))]
[JsonSerializable(typeof(WholesaleUploadResponse))]
[JsonSerializable(typeof(UploadStateResponse))]
[JsonSerializable(typeof(ProcessedUploadGoodsResponse))]
[JsonSerializable(typeof(UnprocessedUploadGoodsResponse))]
[JsonSerializable(typeof(GoodsListResponse))]
[JsonSerializable(typeof(GoodsSizesResponse))]
[JsonSerializable(typeof(QuarantineResponse))]
[JsonSerializable(typeof(PriceUploadResult))]
public sealed partial class DiscountsPricesJsonContext : JsonSerializerContext;
