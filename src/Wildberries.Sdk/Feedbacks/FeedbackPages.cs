using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>The lists of reviews, as they are read to their end.</summary>
internal static class FeedbackPages
{
    // An inbox is asked often, and mostly has few.
    private const int UnansweredPage = 1_000;

    /// <summary>The reviews that wait, the oldest first.</summary>
    public static DatedList<Feedback> Unanswered(IFeedbacksApi api) => Of(api, false, new FeedbackFilter()) with { Take = UnansweredPage };

    /// <summary>Reads the lists that a filter means.</summary>
    /// <exception cref="ArgumentException">The filter is not one.</exception>
    public static IAsyncEnumerable<Feedback> Read(IFeedbacksApi api, FeedbackFilter filter, string name, CancellationToken cancellationToken)
    {
        CheckSort(filter.Sort, name);
        if (filter is { From: { } from, To: { } to })
            Argument.Period(from, to, name);
        return ReadAsync(api, filter, cancellationToken);
    }

    /// <summary>Reads the archive.</summary>
    /// <exception cref="ArgumentException">WB does not know the order.</exception>
    public static IAsyncEnumerable<Feedback> ReadArchive(IFeedbacksApi api, long? nmId, FeedbackSort sort, string name, CancellationToken cancellationToken)
    {
        CheckSort(sort, name);
        return Archive(api, nmId, sort).ReadAsync(new(StringComparer.Ordinal), cancellationToken);
    }

    // First those that wait: one that is answered meanwhile is in the other list then.
    private static async IAsyncEnumerable<Feedback> ReadAsync(
        IFeedbacksApi api, FeedbackFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (bool isAnswered in filter.IsAnswered is { } one ? [one] : new[] { false, true })
        {
            await foreach (Feedback feedback in Of(api, isAnswered, filter).ReadAsync(seen, cancellationToken).ConfigureAwait(false))
                yield return feedback;
        }
    }

    private static DatedList<Feedback> Of(IFeedbacksApi api, bool isAnswered, FeedbackFilter filter) => new()
    {
        Operation = "Feedbacks.GetFeedbacks",
        GetPage = async (page, token) =>
        {
            FeedbacksResponse response = await api.GetFeedbacksAsync(
                isAnswered, page.Take, page.Skip, filter.NmId, filter.Sort, page.From, page.To, token).ConfigureAwait(false);
            return (response?.Data ?? throw NoData("Feedbacks.GetFeedbacks")).Feedbacks;
        },
        IdOf = feedback => feedback.Id,
        TimeOf = feedback => feedback.CreatedAt,
        Take = FeedbackLimits.MaxPage,
        MaxSkip = FeedbackLimits.MaxSkip,
        IsNewestFirst = filter.Sort == FeedbackSort.NewestFirst,
        From = filter.From,
        To = filter.To,
    };

    private static DatedList<Feedback> Archive(IFeedbacksApi api, long? nmId, FeedbackSort sort) => new()
    {
        Operation = "Feedbacks.GetArchivedFeedbacks",
        GetPage = async (page, token) =>
        {
            ArchivedFeedbacksResponse response = await api.GetArchivedFeedbacksAsync(page.Take, page.Skip, nmId, sort, token).ConfigureAwait(false);
            return (response?.Data ?? throw NoData("Feedbacks.GetArchivedFeedbacks")).Feedbacks;
        },
        IdOf = feedback => feedback.Id,
        TimeOf = feedback => feedback.CreatedAt,
        Take = FeedbackLimits.MaxPage,
        MaxSkip = int.MaxValue,
        HasPeriod = false,
        IsNewestFirst = sort == FeedbackSort.NewestFirst,
    };

    private static void CheckSort(FeedbackSort sort, string name)
    {
        if (sort != FeedbackSort.OldestFirst && sort != FeedbackSort.NewestFirst)
            throw new ArgumentException($"The order \"{sort}\" is none that WB knows: {FeedbackSort.OldestFirst}, {FeedbackSort.NewestFirst}.", name);
    }

    private static WildberriesResponseException NoData(string operation) => Envelope.Failure(operation, null, Redaction.None);
}
