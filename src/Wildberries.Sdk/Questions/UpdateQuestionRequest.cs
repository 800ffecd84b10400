using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Questions;

/// <summary>
/// What is done with a question, one thing at a time: it is marked as viewed (<see cref="WasViewed"/>), or it is answered or rejected
/// (<see cref="Answer"/> and <see cref="State"/>, both). It is checked when it is sent.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.</remarks>
public sealed record UpdateQuestionRequest : ICheckedRequest
{
    /// <summary>The question: <see cref="Question.Id"/>.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [JsonPropertyName("id")]
    public required string QuestionId { get; init => field = Argument.Text(value, name: nameof(QuestionId)); }

    /// <summary>Whether it is viewed. Not together with an answer.</summary>
    /// <value>The default is <see langword="null"/>: that stays as it is.</value>
    [JsonPropertyName("wasViewed")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? WasViewed { get; init; }

    /// <summary>What the seller says: the answer, or why the question is rejected. With a <see cref="State"/>.</summary>
    /// <value>The default is <see langword="null"/>: nothing.</value>
    [JsonPropertyName("answer")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuestionAnswerText? Answer { get; init; }

    /// <summary><see cref="QuestionState.Answered"/> or <see cref="QuestionState.Rejected"/>. With an <see cref="Answer"/>.</summary>
    /// <value>The default is <see langword="null"/>: that stays as it is.</value>
    [JsonPropertyName("state")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuestionState? State { get; init => field = value is { Value.Length: > 0 } ? value : null; }

    void ICheckedRequest.Check(TimeProvider clock, string name)
    {
        if (Answer is null && State is null)
        {
            if (WasViewed is null)
                throw new ArgumentException("It does nothing: it neither marks the question as viewed nor answers or rejects it.", name);
            return;
        }

        if (WasViewed is not null)
            throw new ArgumentException("It marks the question as viewed and answers it; WB takes one of both at once.", name);
        if (Answer is null)
            throw new ArgumentException($"It has the state {State} and no answer; WB takes a state with an answer.", name);
        if (State != QuestionState.Answered && State != QuestionState.Rejected)
        {
            string given = State is { } state ? $"the state \"{state}\"" : "no state";
            throw new ArgumentException(
                $"It has an answer and {given}; WB takes {QuestionState.Answered} (answered) and {QuestionState.Rejected} (rejected).", name);
        }

        QuestionLimits.Answer(Answer.Text, nameof(Answer.Text));
    }
}
