using Refit;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Cards;

/// <summary>One upload of files: looks at all of them, then sends those of several cards at the same time, of one card one after the other, and looks at the cards.</summary>
/// <param name="api">The cards.</param>
/// <param name="cards">The cards with their files; what becomes of them is noted in place.</param>
/// <param name="options">How it works.</param>
/// <param name="clock">The clock.</param>
/// <param name="progress">Who is told.</param>
internal sealed class CardMediaRun(
    ICardsApi api, CardMediaPlan[] cards, CardMediaOptions options, TimeProvider clock, IProgress<CardMediaProgress>? progress)
{
    private const string Ended = "The call ended before.";
    private const string EarlierFailed = "An earlier file of the card was not taken, or nobody knows: this one could come to its place.";

    private readonly CardWatch _watch = new(api, options, clock, "Cards.UploadMediaFile");
    private readonly object _lock = new();
    private CardMediaProgress _progress = new() { Total = cards.Sum(card => card.Items.Length) };

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (CardMediaPlan card in cards)
        {
            await card.CheckAsync(cancellationToken).ConfigureAwait(false);
            Report(card);
        }

        await CardWorkers.RunAsync(
            cards.Where(card => card.IsFit && card.Items.Length > 0),
            options.MaxParallelCards,
            (card, stop) => UploadAsync(card, stop, cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task UploadAsync(CardMediaPlan card, CancellationToken stop, CancellationToken cancellationToken)
    {
        _watch.Time.ThrowIfOver("not all files are sent yet.");
        card.Place(await _watch.FindAsync(card.NmId, stop).ConfigureAwait(false));
        Report(card);
        if (!card.IsFit)
            return;
        foreach (CardMediaItem item in card.Queue)
        {
            bool isTaken = await SendAsync(card, item, stop, cancellationToken).ConfigureAwait(false);
            Report(card);
            if (!isTaken)
                break;
        }

        foreach (CardMediaItem item in card.Queue.Where(item => !item.IsSettled && !item.IsTaken))
            item.Skip(EarlierFailed);
        await VerifyAsync(card, stop).ConfigureAwait(false);
        Report(card);
    }

    /// <summary>Sends a file, twice if need be.</summary>
    /// <returns>Whether WB has it.</returns>
    private async Task<bool> SendAsync(CardMediaPlan card, CardMediaItem item, CancellationToken stop, CancellationToken cancellationToken)
    {
        for (bool isFirst = true; ; isFirst = false)
        {
            bool isOnItsWay = false;
            try
            {
                await _watch.Time.WriteAsync(WriteAsync, stop).ConfigureAwait(false);
                return !item.IsUnfit && Taken(card, item);
            }
            catch (WildberriesApiException exception) when (isOnItsWay && exception.Delivery is Delivery.Unknown or Delivery.Answered)
            {
                if (await IsShownAsync(card, item, exception, isFirst, stop).ConfigureAwait(false) is { } isShown)
                    return isShown && Taken(card, item);
            }
            catch (WildberriesApiException exception) when (isOnItsWay && CardWatch.IsAboutContent(exception))
            {
                item.Refuse(CardWatch.WordsOf(exception));
                return false;
            }

            // Each time the whole file, from a stream of its own.
            async Task WriteAsync()
            {
                isOnItsWay = false;
                stop.ThrowIfCancellationRequested();
                _watch.Time.ThrowIfOver("not all files are sent yet.");
                try
                {
                    Stream content = await item.File.OpenAsync(cancellationToken).ConfigureAwait(false);
                    await using (content.ConfigureAwait(false))
                    {
                        // Somebody may have changed the file since it was looked at.
                        CardMediaInfo now = await MediaHeader.ReadAsync(content, cancellationToken).ConfigureAwait(false);
                        if (now.Problem is not null || now.IsVideo != item.IsVideo)
                        {
                            item.Unfit(now.Problem ?? "The file was changed meanwhile.");
                            return;
                        }

                        isOnItsWay = true;
                        item.Sending();
                        var part = new StreamPart(content, item.File.Name, ContentTypeOf(now.Format), "uploadfile");
                        await api.UploadMediaFileAsync(card.NmId, card.NumberOf(item), part, cancellationToken).ConfigureAwait(false);
                    }
                }
                catch (WildberriesApiException exception) when (exception.Delivery is Delivery.NotSent or Delivery.Refused)
                {
                    item.NotSent(Ended);
                    throw;
                }
                catch (Exception exception) when (!isOnItsWay && MediaHeader.IsUnreadable(exception))
                {
                    item.Unfit(MediaHeader.Unreadable(exception).Problem!);
                }
            }
        }
    }

    private static bool Taken(CardMediaPlan card, CardMediaItem item)
    {
        item.Taken();
        card.PhotoCount += item.IsAdded ? 1 : 0;
        card.HasVideo |= item.IsVideo;
        return true;
    }

    /// <summary>Looks at the card after an upload of which nobody knows.</summary>
    /// <returns>Whether the file is there; <see langword="null"/>: it is not, or the same once more changes nothing, so that it may go again.</returns>
    private async Task<bool?> IsShownAsync(CardMediaPlan card, CardMediaItem item, WildberriesApiException failure, bool isFirst, CancellationToken stop)
    {
        string? words = failure.Delivery == Delivery.Answered ? failure.Detail : null;
        bool mayGoAgain = isFirst && failure.Delivery == Delivery.Unknown;
        if (!item.IsAdded)
        {
            // A picture in the place of another looks like the other, and a video comes late. Nothing is lost if the same file takes the place once more.
            await _watch.PauseAsync(stop).ConfigureAwait(false);
            Card? now = await _watch.FindAsync(card.NmId, stop).ConfigureAwait(false);
            if (item.IsVideo && !card.HasVideo && now?.Video is not null)
                return true;
            if (mayGoAgain && now?.Photos.Count == card.PhotoCount)
                return null;
            item.Unknown(words);
            return false;
        }

        (bool isShown, Card? last) = await _watch.WaitAsync(card.NmId, one => one.Photos.Count > card.PhotoCount, stop).ConfigureAwait(false);
        if (isShown)
        {
            card.ShownCount = last!.Photos.Count;
            return true;
        }

        // If the first comes late, the second takes its place. Beside a video the number is higher, and both would be there; so
        // it is where a picture that WB took before was not shown yet: what is shown may be this one.
        if (mayGoAgain && !card.HasVideo && card.ShownCount == card.PhotoCount && last?.Photos.Count == card.PhotoCount)
            return null;
        if (words is not null)
            item.Refuse(words);
        else
            item.Unknown();
        return false;
    }

    /// <summary>Looks whether the card shows all pictures that were added.</summary>
    private async Task VerifyAsync(CardMediaPlan card, CancellationToken stop)
    {
        CardMediaItem[] added = [.. card.Queue.Where(item => item.IsAdded && item.IsTaken)];
        if (added.Length == 0)
            return;
        (bool isShown, Card? last) = await _watch.WaitAsync(card.NmId, one => one.Photos.Count >= card.PhotoCount, stop).ConfigureAwait(false);
        foreach (CardMediaItem item in added)
        {
            if (isShown && last?.Photos.Count == card.PhotoCount)
                item.Uploaded();
            else
                item.Unknown(FormattableString.Invariant($"WB took it, and the card shows {last?.Photos.Count ?? 0} pictures where {card.PhotoCount} should be."));
        }
    }

    private void Report(CardMediaPlan card)
    {
        lock (_lock)
        {
            (int settled, int taken) = card.Count();
            if (settled == 0 && taken == 0)
                return;
            _progress = _progress with { Settled = _progress.Settled + settled, Taken = _progress.Taken + taken };
            progress?.Report(_progress);
        }
    }

    private static string ContentTypeOf(CardMediaFormat format) => format switch
    {
        CardMediaFormat.Jpeg => "image/jpeg",
        CardMediaFormat.Png => "image/png",
        CardMediaFormat.Bmp => "image/bmp",
        CardMediaFormat.Gif => "image/gif",
        CardMediaFormat.WebP => "image/webp",
        CardMediaFormat.Mov => "video/quicktime",
        _ => "video/mp4",
    };
}
