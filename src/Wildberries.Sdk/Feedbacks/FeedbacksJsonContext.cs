using System.Text.Json.Serialization;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many
/// forms WB sends numbers and texts: <c>new JsonSerializerOptions(FeedbacksJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(FeedbacksJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter),
        typeof(StringConverter),
    ])]
[JsonSerializable(typeof(PingResponse))]
[JsonSerializable(typeof(SellerRating))]
[JsonSerializable(typeof(FeedbackAnswerRequest))]
[JsonSerializable(typeof(FeedbackReturnRequest))]
[JsonSerializable(typeof(FeedbacksResponse))]
[JsonSerializable(typeof(ArchivedFeedbacksResponse))]
[JsonSerializable(typeof(FeedbackResponse))]
[JsonSerializable(typeof(FeedbackCountResponse))]
[JsonSerializable(typeof(UnansweredFeedbacksResponse))]
[JsonSerializable(typeof(FeedbackReturnResponse))]
[JsonSerializable(typeof(PinRequest[]))]
[JsonSerializable(typeof(long[]))]
[JsonSerializable(typeof(PinsResponse))]
[JsonSerializable(typeof(PinCountResponse))]
[JsonSerializable(typeof(PinLimitsResponse))]
[JsonSerializable(typeof(CreatedPinsResponse))]
[JsonSerializable(typeof(DeletedPinsResponse))]
public sealed partial class FeedbacksJsonContext : JsonSerializerContext;
