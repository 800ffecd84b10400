using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Questions;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many
/// forms WB sends numbers and texts: <c>new JsonSerializerOptions(QuestionsJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(QuestionsJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter),
        typeof(StringConverter),
    ])]
[JsonSerializable(typeof(UpdateQuestionRequest))]
[JsonSerializable(typeof(UnviewedResponse))]
[JsonSerializable(typeof(QuestionsResponse))]
[JsonSerializable(typeof(QuestionResponse))]
[JsonSerializable(typeof(QuestionCountResponse))]
[JsonSerializable(typeof(UnansweredQuestionsResponse))]
[JsonSerializable(typeof(UpdateQuestionResponse))]
public sealed partial class QuestionsJsonContext : JsonSerializerContext;
