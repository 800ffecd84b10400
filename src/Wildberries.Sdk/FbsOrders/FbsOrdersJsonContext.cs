using System.Text.Json.Serialization;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many
/// forms WB sends numbers and texts: <c>new JsonSerializerOptions(FbsOrdersJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(FbsOrdersJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
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
[JsonSerializable(typeof(FbsOrderIdsRequest))]
[JsonSerializable(typeof(SetUinRequest))]
[JsonSerializable(typeof(SetImeiRequest))]
[JsonSerializable(typeof(SetGtinRequest))]
[JsonSerializable(typeof(SetSgtinsRequest))]
[JsonSerializable(typeof(SetExpirationRequest))]
[JsonSerializable(typeof(SetCustomsDeclarationRequest))]
[JsonSerializable(typeof(AutoReturnSettings))]
[JsonSerializable(typeof(AutoReturnItemsRequest))]
[JsonSerializable(typeof(ChangeAutoReturnsRequest))]
[JsonSerializable(typeof(NewFbsOrdersResponse))]
[JsonSerializable(typeof(FbsOrdersResponse))]
[JsonSerializable(typeof(ArchivedFbsOrdersResponse))]
[JsonSerializable(typeof(FbsOrderStatusesResponse))]
[JsonSerializable(typeof(FbsOrderTrackingsResponse))]
[JsonSerializable(typeof(FbsBuyersResponse))]
[JsonSerializable(typeof(FbsStickersResponse))]
[JsonSerializable(typeof(CrossBorderStickersResponse))]
[JsonSerializable(typeof(ReshipmentOrdersResponse))]
[JsonSerializable(typeof(FbsOrderMarkingsResponse))]
[JsonSerializable(typeof(AutoReturnItemsResponse))]
[JsonSerializable(typeof(AutoReturnChangesResponse))]
[JsonSerializable(typeof(RestrictedSubjectsResponse))]
public sealed partial class FbsOrdersJsonContext : JsonSerializerContext;
