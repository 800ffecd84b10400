using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Cards;

/// <summary>One replacement of media by links: sends them, and looks at each card until it shows the files.</summary>
/// <param name="api">The cards.</param>
/// <param name="cards">The cards with their links; what becomes of them is noted in place.</param>
/// <param name="options">How it works.</param>
/// <param name="clock">The clock.</param>
/// <param name="progress">Who is told.</param>
internal sealed class MediaReplacementRun(
    ICardsApi api, MediaReplacementItem[] cards, CardMediaOptions options, TimeProvider clock, IProgress<CardMediaProgress>? progress)
{
    private readonly CardWatch _watch = new(api, options, clock, "Cards.ReplaceMedia");
    private readonly object _lock = new();
    private CardMediaProgress _progress = new() { Total = cards.Length };

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (MediaReplacementItem card in cards)
        {
            card.Check();
            if (card.IsSettled)
                Report(card);
        }

        await CardWorkers.RunAsync(
            cards.Where(card => !card.IsSettled), options.MaxParallelCards, (card, stop) => ReplaceAsync(card, stop, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task ReplaceAsync(MediaReplacementItem card, CancellationToken stop, CancellationToken cancellationToken)
    {
        _watch.Time.ThrowIfOver("not all links are sent yet.");
        card.Before(await _watch.FindAsync(card.Request.NmId, stop).ConfigureAwait(false));
        if (!card.IsSettled)
            await SendAsync(card, stop, cancellationToken).ConfigureAwait(false);
        Report(card);
    }

    private async Task SendAsync(MediaReplacementItem card, CancellationToken stop, CancellationToken cancellationToken)
    {
        string? words = null;
        bool isLost = false;
        try
        {
            await _watch.Time.WriteAsync(WriteAsync, stop).ConfigureAwait(false);
            card.Answered();
        }
        catch (WildberriesApiException exception) when (exception is WildberriesConflictException || exception.Delivery is Delivery.Unknown or Delivery.Answered)
        {
            // With 409 WB says that it could not save some; the others it may have.
            words = exception is WildberriesConflictException ? CardWatch.WordsOf(exception) : exception.Delivery == Delivery.Answered ? exception.Detail : null;
            isLost = words is null;
        }
        catch (WildberriesApiException exception) when (CardWatch.IsAboutContent(exception))
        {
            card.Refuse(CardWatch.WordsOf(exception));
            return;
        }

        (_, Card? last) = await _watch.WaitAsync(card.Request.NmId, card.IsReplaced, stop).ConfigureAwait(false);
        card.Conclude(last, words, isLost);

        async Task WriteAsync()
        {
            stop.ThrowIfCancellationRequested();
            _watch.Time.ThrowIfOver("not all links are sent yet.");
            try
            {
                card.Sending();
                await api.ReplaceMediaAsync(card.Request, cancellationToken).ConfigureAwait(false);
            }
            catch (WildberriesApiException exception) when (exception.Delivery is Delivery.NotSent or Delivery.Refused)
            {
                card.NotSent();
                throw;
            }
        }
    }

    private void Report(MediaReplacementItem card)
    {
        lock (_lock)
        {
            _progress = _progress with { Settled = _progress.Settled + 1, Taken = _progress.Taken + (card.IsTaken ? 1 : 0) };
            progress?.Report(_progress);
        }
    }
}
