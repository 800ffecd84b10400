using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Warehouses;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many
/// forms WB sends numbers and texts: <c>new JsonSerializerOptions(WarehousesJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(WarehousesJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    MaxDepth = JsonLimits.MaxDepth,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter),
        typeof(StringConverter),
    ])]
[JsonSerializable(typeof(WarehouseRequest))]
[JsonSerializable(typeof(WarehouseContactsRequest))]
[JsonSerializable(typeof(SizesRequest))]
[JsonSerializable(typeof(StocksRequest))]
[JsonSerializable(typeof(CreatedWarehouse))]
[JsonSerializable(typeof(WarehouseContacts))]
[JsonSerializable(typeof(StocksResponse))]
[JsonSerializable(typeof(IReadOnlyList<Office>))]
[JsonSerializable(typeof(IReadOnlyList<Warehouse>))]
public sealed partial class WarehousesJsonContext : JsonSerializerContext;
