using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.DbsOrders;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many forms
/// WB sends numbers and texts: <c>new JsonSerializerOptions(DbsOrdersJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(DbsOrdersJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    MaxDepth = JsonLimits.MaxDepth,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter),
        typeof(StringConverter),
    ])]
[JsonSerializable(typeof(NewDbsOrdersResponse))]
[JsonSerializable(typeof(FinishedDbsOrdersResponse))]
[JsonSerializable(typeof(OrdersRequest))]
[JsonSerializable(typeof(OrderIdsRequest))]
[JsonSerializable(typeof(FinalPricesResponse))]
[JsonSerializable(typeof(DeliveryGroupsRequest))]
[JsonSerializable(typeof(IReadOnlyList<DeliveryGroup>))]
[JsonSerializable(typeof(DbsBuyersResponse))]
[JsonSerializable(typeof(BusinessBuyersResponse))]
[JsonSerializable(typeof(DeliveryDatesResponse))]
[JsonSerializable(typeof(OrderStatusResultsResponse))]
[JsonSerializable(typeof(OrderResultsResponse))]
[JsonSerializable(typeof(CheckedOrderResultsResponse))]
[JsonSerializable(typeof(OrderCodesRequest))]
[JsonSerializable(typeof(OrderStickersRequest))]
[JsonSerializable(typeof(OrderStickersResponse))]
[JsonSerializable(typeof(OrderMarkingsResponse))]
[JsonSerializable(typeof(DeleteDbsMarkingsRequest))]
[JsonSerializable(typeof(OrderSgtinsRequest))]
[JsonSerializable(typeof(OrderUinsRequest))]
[JsonSerializable(typeof(OrderImeisRequest))]
[JsonSerializable(typeof(OrderGtinsRequest))]
[JsonSerializable(typeof(OrderCustomsDeclarationsRequest))]
public sealed partial class DbsOrdersJsonContext : JsonSerializerContext;
