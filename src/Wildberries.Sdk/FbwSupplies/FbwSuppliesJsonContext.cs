using System.Text.Json.Serialization;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many
/// forms WB sends numbers and texts: <c>new JsonSerializerOptions(FbwSuppliesJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(FbwSuppliesJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter),
        typeof(StringConverter),
    ])]
[JsonSerializable(typeof(PingResponse))]
[JsonSerializable(typeof(AddDraftItemsRequest))]
[JsonSerializable(typeof(DeleteDraftItemsRequest))]
[JsonSerializable(typeof(AcceptanceProduct[]))]
[JsonSerializable(typeof(FbwSupplyFilter))]
[JsonSerializable(typeof(AddDraftItemsResponse))]
[JsonSerializable(typeof(CreateSupplyDraftResponse))]
[JsonSerializable(typeof(DeleteDraftItemsResponse))]
[JsonSerializable(typeof(SupplyDiscrepancies))]
[JsonSerializable(typeof(SupplyDraftItemsResponse))]
[JsonSerializable(typeof(SupplyDraftsResponse))]
[JsonSerializable(typeof(IReadOnlyList<FbwPackage>))]
[JsonSerializable(typeof(IReadOnlyList<FbwSupplyProduct>))]
[JsonSerializable(typeof(IReadOnlyList<FbwSupply>))]
[JsonSerializable(typeof(IReadOnlyList<TransitTariff>))]
[JsonSerializable(typeof(IReadOnlyList<FbwWarehouse>))]
[JsonSerializable(typeof(AcceptanceOptionsResponse))]
[JsonSerializable(typeof(FbwSupplyDetails))]
public sealed partial class FbwSuppliesJsonContext : JsonSerializerContext;
