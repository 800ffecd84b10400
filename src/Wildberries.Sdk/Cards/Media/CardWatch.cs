using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Cards;

/// <summary>Reads single cards, and looks at one until it shows something.</summary>
/// <param name="api">The cards.</param>
/// <param name="options">How patiently.</param>
/// <param name="clock">The clock.</param>
/// <param name="operation">What cannot be done when the time of the call is over.</param>
internal sealed class CardWatch(ICardsApi api, CardMediaOptions options, TimeProvider clock, string operation)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>How long the call may take in all.</summary>
    public WaitingTime Time { get; } = new(options.MaxWait, clock, operation);

    /// <summary>Finds a card.</summary>
    /// <returns>The card, or <see langword="null"/> if there is none.</returns>
    public async Task<Card?> FindAsync(long nmId, CancellationToken cancellationToken)
    {
        // Cards whose articles or barcodes contain the number come, too.
        var filter = new CardsFilter { TextSearch = FormattableString.Invariant($"{nmId}") };
        await foreach (MovingPage<Card, CardsCursor> page in CardPages.Read(AskAsync, filter, null, cancellationToken).ConfigureAwait(false))
        {
            if (page.Rows.FirstOrDefault(card => card?.NmId == nmId) is { } found)
                return found;
        }

        return null;

        Task<CardsResponse> AskAsync(CardsRequest request, CancellationToken token) =>
            Time.ReadAsync(() => api.GetCardsAsync(request, cancellationToken: token), token);
    }

    /// <summary>Looks at a card, again and again as long as there is patience.</summary>
    /// <param name="nmId">The card.</param>
    /// <param name="isShown">Whether it shows what is waited for.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    /// <returns>Whether it does, and the card as it was last; <see langword="null"/>: it is not there.</returns>
    public async Task<(bool IsShown, Card? Last)> WaitAsync(long nmId, Func<Card, bool> isShown, CancellationToken cancellationToken)
    {
        Card? last = null;
        var patience = new WaitingTime(options.Patience, clock);
        TimeSpan longest = options.PollInterval > LongestPause ? options.PollInterval : LongestPause;
        bool found = await patience.PollAsync(LookAsync, options.PollInterval, longest, cancellationToken).ConfigureAwait(false);
        return (found, last);

        async Task<bool> LookAsync() => (last = await FindAsync(nmId, cancellationToken).ConfigureAwait(false)) is not null && isShown(last);
    }

    /// <summary>Waits as long as between two looks.</summary>
    public Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(options.PollInterval, clock, cancellationToken);

    /// <summary>What WB says to a refusal.</summary>
    public static string WordsOf(WildberriesApiException refusal) => refusal.Detail ?? (refusal.Errors.Count > 0 ? refusal.Errors[0] : refusal.Message);

    /// <summary>Whether a refusal is about what was sent, and not about the token or the limits.</summary>
    public static bool IsAboutContent(WildberriesApiException refusal) => refusal.Delivery == Delivery.Refused
        && refusal is WildberriesBadRequestException or WildberriesRequestTooLargeException or WildberriesNotFoundException or WildberriesConflictException;
}
