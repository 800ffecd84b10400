using System.Text.Json.Serialization;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many
/// forms WB sends numbers and texts: <c>new JsonSerializerOptions(CardsJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(CardsJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter),
        typeof(StringConverter),
    ])]
[JsonSerializable(typeof(PingResponse))]
[JsonSerializable(typeof(CardsRequest))]
[JsonSerializable(typeof(TrashedCardsRequest))]
[JsonSerializable(typeof(CardErrorsRequest))]
[JsonSerializable(typeof(CardUpdate[]))]
[JsonSerializable(typeof(MoveCardsRequest))]
[JsonSerializable(typeof(TrashRequest))]
[JsonSerializable(typeof(CardGroup[]))]
[JsonSerializable(typeof(AddCardsRequest))]
[JsonSerializable(typeof(BarcodesRequest))]
[JsonSerializable(typeof(ReplaceMediaRequest))]
[JsonSerializable(typeof(TagRequest))]
[JsonSerializable(typeof(SetTagsRequest))]
[JsonSerializable(typeof(RecommendationsRequest))]
[JsonSerializable(typeof(SetRecommendationsRequest))]
[JsonSerializable(typeof(CardsResponse))]
[JsonSerializable(typeof(TrashedCardsResponse))]
[JsonSerializable(typeof(CardErrorsResponse))]
[JsonSerializable(typeof(CardWriteResponse))]
[JsonSerializable(typeof(CardLimitsResponse))]
[JsonSerializable(typeof(BarcodesResponse))]
[JsonSerializable(typeof(TagsResponse))]
[JsonSerializable(typeof(TagWriteResponse))]
[JsonSerializable(typeof(RecommendationsResponse))]
[JsonSerializable(typeof(SetRecommendationsResponse))]
[JsonSerializable(typeof(CardCreation))]
public sealed partial class CardsJsonContext : JsonSerializerContext;
