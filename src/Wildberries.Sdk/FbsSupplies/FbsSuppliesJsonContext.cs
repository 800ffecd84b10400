using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many
/// forms WB sends numbers and texts: <c>new JsonSerializerOptions(FbsSuppliesJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(FbsSuppliesJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    MaxDepth = JsonLimits.MaxDepth,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter),
        typeof(StringConverter),
    ])]
[JsonSerializable(typeof(AddBoxesRequest))]
[JsonSerializable(typeof(AddOrdersRequest))]
[JsonSerializable(typeof(BoxesRequest))]
[JsonSerializable(typeof(CreateSupplyRequest))]
[JsonSerializable(typeof(PassRequest))]
[JsonSerializable(typeof(ShippingMethodsRequest))]
[JsonSerializable(typeof(SpotData))]
[JsonSerializable(typeof(SpotRequest))]
[JsonSerializable(typeof(AddedBoxes))]
[JsonSerializable(typeof(BoxesResponse))]
[JsonSerializable(typeof(BoxStickersResponse))]
[JsonSerializable(typeof(CountriesResponse))]
[JsonSerializable(typeof(CreatedPass))]
[JsonSerializable(typeof(CreatedSupply))]
[JsonSerializable(typeof(FbsSupply))]
[JsonSerializable(typeof(IReadOnlyList<Pass>))]
[JsonSerializable(typeof(IReadOnlyList<PassOffice>))]
[JsonSerializable(typeof(ShippingMethodsResponse))]
[JsonSerializable(typeof(ShippingPointsResponse))]
[JsonSerializable(typeof(SpotQrCode))]
[JsonSerializable(typeof(SpotResponse))]
[JsonSerializable(typeof(SuppliesResponse))]
[JsonSerializable(typeof(SupplyOrderIds))]
[JsonSerializable(typeof(SupplySticker))]
public sealed partial class FbsSuppliesJsonContext : JsonSerializerContext;
