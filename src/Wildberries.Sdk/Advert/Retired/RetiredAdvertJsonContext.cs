using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert.Retired;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many forms
/// WB sends numbers and texts: <c>new JsonSerializerOptions(RetiredAdvertJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(RetiredAdvertJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    MaxDepth = JsonLimits.MaxDepth,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter)])]
[JsonSerializable(typeof(RetiredBudget))]
[JsonSerializable(typeof(List<long>))]
[JsonSerializable(typeof(IReadOnlyList<RetiredCampaign>))]
[JsonSerializable(typeof(RetiredConfig))]
[JsonSerializable(typeof(RetiredAutomaticCampaignRequest))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(RetiredBidRequest))]
[JsonSerializable(typeof(RetiredFixedPhrasesRequest))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(RetiredPhraseMinusRequest))]
[JsonSerializable(typeof(RetiredExactMinusRequest))]
[JsonSerializable(typeof(RetiredExcludedRequest))]
[JsonSerializable(typeof(IReadOnlyList<long>))]
[JsonSerializable(typeof(RetiredProductsRequest))]
public sealed partial class RetiredAdvertJsonContext : JsonSerializerContext;
