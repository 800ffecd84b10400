using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Questions;

/// <summary>The lists of questions, as they are read to their end.</summary>
internal static class QuestionPages
{
    // An inbox is asked often, and mostly has few.
    private const int UnansweredPage = 1_000;

    /// <summary>The questions that wait, the oldest first.</summary>
    public static DatedList<Question> Unanswered(IQuestionsApi api) => Of(api, false, new QuestionFilter()) with { Take = UnansweredPage };

    /// <summary>Reads the lists that a filter means.</summary>
    /// <exception cref="ArgumentException">The filter is not one.</exception>
    public static IAsyncEnumerable<Question> Read(IQuestionsApi api, QuestionFilter filter, string name, CancellationToken cancellationToken)
    {
        CheckSort(filter.Sort, name);
        if (filter is { From: { } from, To: { } to })
            Argument.Period(from, to, name);
        return ReadAsync(api, filter, cancellationToken);
    }

    // First those that wait: one that is answered meanwhile is in the other list then.
    private static async IAsyncEnumerable<Question> ReadAsync(
        IQuestionsApi api, QuestionFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (bool isAnswered in filter.IsAnswered is { } one ? [one] : new[] { false, true })
        {
            await foreach (Question question in Of(api, isAnswered, filter).ReadAsync(seen, cancellationToken).ConfigureAwait(false))
                yield return question;
        }
    }

    private static DatedList<Question> Of(IQuestionsApi api, bool isAnswered, QuestionFilter filter) => new()
    {
        Operation = "Questions.GetQuestions",
        GetPage = async (page, token) =>
        {
            QuestionsResponse response = await api.GetQuestionsAsync(
                isAnswered, page.Take, page.Skip, filter.NmId, filter.Sort, page.From, page.To, token).ConfigureAwait(false);
            return (response?.Data ?? throw NoData("Questions.GetQuestions")).Questions;
        },
        IdOf = question => question.Id,
        TimeOf = question => question.CreatedAt,
        Take = QuestionLimits.MaxPage,
        MaxSkip = QuestionLimits.MaxReach - 1,
        MaxReach = QuestionLimits.MaxReach,
        IsNewestFirst = filter.Sort == QuestionSort.NewestFirst,
        From = filter.From,
        To = filter.To,
    };

    private static void CheckSort(QuestionSort sort, string name)
    {
        if (sort != QuestionSort.OldestFirst && sort != QuestionSort.NewestFirst)
            throw new ArgumentException($"The order \"{sort}\" is none that WB knows: {QuestionSort.OldestFirst}, {QuestionSort.NewestFirst}.", name);
    }

    private static WildberriesResponseException NoData(string operation) => Envelope.Failure(operation, null, Redaction.None);
}
