using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.PickupOrders;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many forms
/// WB sends numbers and texts: <c>new JsonSerializerOptions(PickupOrdersJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(PickupOrdersJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    MaxDepth = JsonLimits.MaxDepth,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter),
        typeof(StringConverter),
    ])]
[JsonSerializable(typeof(NewPickupOrdersResponse))]
[JsonSerializable(typeof(FinishedPickupOrdersResponse))]
[JsonSerializable(typeof(OrdersRequest))]
[JsonSerializable(typeof(OrderIdsRequest))]
[JsonSerializable(typeof(FinalPricesResponse))]
[JsonSerializable(typeof(PickupBuyersResponse))]
[JsonSerializable(typeof(CheckPickupCodeRequest))]
[JsonSerializable(typeof(PickupCodeCheck))]
[JsonSerializable(typeof(OrderStatusResultsResponse))]
[JsonSerializable(typeof(OrderResultsResponse))]
[JsonSerializable(typeof(CheckedOrderResultsResponse))]
[JsonSerializable(typeof(OrderMarkingsResponse))]
[JsonSerializable(typeof(DeleteMarkingsRequest))]
[JsonSerializable(typeof(OrderSgtinsRequest))]
[JsonSerializable(typeof(OrderUinsRequest))]
[JsonSerializable(typeof(OrderImeisRequest))]
[JsonSerializable(typeof(OrderGtinsRequest))]
[JsonSerializable(typeof(OrderCustomsDeclarationsRequest))]
public sealed partial class PickupOrdersJsonContext : JsonSerializerContext;
