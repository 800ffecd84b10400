using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>What WB takes of reviews at once.</summary>
internal static class FeedbackLimits
{
    public const int MaxPage = 5_000;
    public const int MaxSkip = 199_990;
    public const int MaxPins = 500;

    private const int MinAnswer = 2;
    private const int MaxAnswer = 5_000;

    /// <summary>An answer to a buyer, in characters as they are counted in chat messages. The message does not show it.</summary>
    /// <exception cref="ArgumentException">WB would refuse it, or the buyer would see nothing.</exception>
    public static void Answer(string? text, string name) => Argument.Message(text, MinAnswer, MaxAnswer, name);
}
