using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.DbwOrders;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many
/// forms WB sends numbers and texts: <c>new JsonSerializerOptions(DbwOrdersJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(DbwOrdersJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    MaxDepth = JsonLimits.MaxDepth,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter),
        typeof(StringConverter),
    ])]
[JsonSerializable(typeof(OrdersRequest))]
[JsonSerializable(typeof(OrderIdsRequest))]
[JsonSerializable(typeof(OrderStickersRequest))]
[JsonSerializable(typeof(DeleteMarkingsRequest))]
[JsonSerializable(typeof(OrderSgtinsRequest))]
[JsonSerializable(typeof(SetUinRequest))]
[JsonSerializable(typeof(SetImeiRequest))]
[JsonSerializable(typeof(SetGtinRequest))]
[JsonSerializable(typeof(NewDbwOrdersResponse))]
[JsonSerializable(typeof(FinishedDbwOrdersResponse))]
[JsonSerializable(typeof(DeliveryDatesResponse))]
[JsonSerializable(typeof(DbwBuyersResponse))]
[JsonSerializable(typeof(DbwOrderStatusesResponse))]
[JsonSerializable(typeof(OrderStickersResponse))]
[JsonSerializable(typeof(CheckedOrderResultsResponse))]
[JsonSerializable(typeof(OrderCouriersResponse))]
[JsonSerializable(typeof(OrderMarkingsResponse))]
[JsonSerializable(typeof(OrderResultsResponse))]
public sealed partial class DbwOrdersJsonContext : JsonSerializerContext;
