using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Questions;

/// <summary>What WB takes of questions at once.</summary>
internal static class QuestionLimits
{
    /// <summary>How many questions WB gives at once, and how many it reaches at all: what is skipped and what is taken, together.</summary>
    public const int MaxReach = 10_000;

    /// <summary>How many questions are asked for at once where all are read: half of what WB reaches, so that there is a second page.</summary>
    public const int MaxPage = MaxReach / 2;

    private const int MinAnswer = 2;
    private const int MaxAnswer = 5_000;

    /// <summary>An answer to a buyer, in characters as they are counted in chat messages. The message does not show it.</summary>
    /// <exception cref="ArgumentException">WB would refuse it, or the buyer would see nothing.</exception>
    public static void Answer(string? text, string name) => Argument.Message(text, MinAnswer, MaxAnswer, name);
}
