using System.Text.Json.Serialization;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Statistics;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many
/// forms WB sends numbers and texts: <c>new JsonSerializerOptions(StatisticsJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(StatisticsJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
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
[JsonSerializable(typeof(IReadOnlyList<SupplierOrder>))]
[JsonSerializable(typeof(IReadOnlyList<SupplierSale>))]
public sealed partial class StatisticsJsonContext : JsonSerializerContext;
