using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.FeedbackAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>Which reviews or questions a request wants.</summary>
internal sealed record FeedbackQuery
{
    /// <summary>Whether they have an answer; <see langword="null"/> where a request does not ask.</summary>
    public bool? IsAnswered { get; private init; }

    private long? NmId { get; init; }

    private long? From { get; init; }

    private long? To { get; init; }

    private bool OldestFirst { get; init; }

    private int Take { get; init; }

    private int Skip { get; init; }

    /// <summary>Reads the period and whether they are answered; <see langword="null"/> with WB's refusal.</summary>
    public static FeedbackQuery? ReadPeriod(HandlerRequest request, bool? isAnsweredByDefault, out Answer? refusal)
    {
        refusal = null;
        if (!TryRead(request, "isAnswered", out bool? isAnswered) || (isAnswered ??= isAnsweredByDefault) is null)
            refusal = Error(400, "Плохой формат isAnswered");
        else if (!TryRead(request, "dateFrom", out long? from))
            refusal = Error(400, "Плохой формат dateFrom");
        else if (!TryRead(request, "dateTo", out long? to))
            refusal = Error(400, "Плохой формат dateTo");
        else
            return new FeedbackQuery { IsAnswered = isAnswered, From = from, To = to };
        return null;
    }

    /// <summary>Reads a request for a page; <see langword="null"/> if WB would refuse it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxTake">How many at most.</param>
    /// <param name="maxSkip">How many can be skipped.</param>
    /// <param name="maxReach">How many can be skipped and taken together.</param>
    /// <param name="isArchive">Whether neither a period nor whether they are answered is asked for.</param>
    public static FeedbackQuery? ReadPage(HandlerRequest request, int maxTake, long maxSkip, long maxReach = long.MaxValue, bool isArchive = false)
    {
        FeedbackQuery? query = isArchive ? new FeedbackQuery() : ReadPeriod(request, null, out _);
        bool isOrder = request.Query("order") is null or "" or "dateAsc" or "dateDesc";
        if (query is null || !isOrder || !TryRead(request, "nmId", out long? nmId)
            || !TryRead(request, "take", out long? take) || !TryRead(request, "skip", out long? skip)
            || take is not >= 1 || take > maxTake || skip is not >= 0 || skip > maxSkip || take + skip > maxReach)
        {
            return null;
        }

        return query with { NmId = nmId, OldestFirst = request.Query("order") == "dateAsc", Take = (int)take, Skip = (int)skip };
    }

    /// <summary>Whether something of that time is in the period.</summary>
    public bool Covers(DateTimeOffset time)
    {
        long seconds = time.ToUnixTimeSeconds();
        return (From is null || seconds >= From) && (To is null || seconds <= To);
    }

    /// <summary>The page of a list.</summary>
    /// <param name="newestFirst">The list.</param>
    /// <param name="productOf">The product that an item is about.</param>
    /// <param name="timeOf">When an item was written.</param>
    public IEnumerable<T> PageOf<T>(IEnumerable<T> newestFirst, Func<T, long> productOf, Func<T, DateTimeOffset> timeOf)
    {
        IEnumerable<T> found = newestFirst.Where(item => (NmId is null || productOf(item) == NmId) && Covers(timeOf(item)));
        return (OldestFirst ? found.Reverse() : found).Skip(Skip).Take(Take);
    }
}
