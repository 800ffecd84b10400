using System.Text.Json.Serialization;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
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
internal sealed partial class DiscountsPricesJsonContext : JsonSerializerContext;
