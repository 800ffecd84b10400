using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many forms
/// WB sends numbers and texts: <c>new JsonSerializerOptions(CommonJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(CommonJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
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
[JsonSerializable(typeof(NewsResponse))]
[JsonSerializable(typeof(SellerInfo))]
[JsonSerializable(typeof(JamSubscription))]
[JsonSerializable(typeof(TariffConstructorOptions))]
[JsonSerializable(typeof(CommissionsResponse))]
[JsonSerializable(typeof(IReadOnlyList<AcceptanceCoefficient>))]
[JsonSerializable(typeof(TariffsResponse<BoxTariffs>))]
[JsonSerializable(typeof(TariffsResponse<PalletTariffs>))]
[JsonSerializable(typeof(TariffsResponse<ReturnTariffs>))]
public sealed partial class CommonJsonContext : JsonSerializerContext;
