using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Orders;

/// <summary>
/// Reads any number of stickers, in WB's batches. One that WB refuses fails its whole batch, and each refusal costs ten requests: it is found by halving, as long as
/// there are few, and a half that must hold it is never asked for as a whole.
/// </summary>
internal sealed class StickerReader<TId>
    where TId : notnull
{
    /// <summary>How many stickers WB gives at once.</summary>
    public const int BatchSize = 100;

    /// <summary>How many refusals of a whole reading are worth it: enough to find eight among a thousand. They cost two minutes of the usual limit.</summary>
    public const int MaxRefusals = 64;

    private readonly Func<TId[], CancellationToken, Task<IEnumerable<ReceivedSticker<TId>>>> _get;
    private readonly Func<WildberriesApiException, bool> _isOfOne;
    private readonly Func<TId[], CancellationToken, Task<IReadOnlySet<TId>>>? _findCulprits;
    private readonly Dictionary<TId, ReceivedSticker<TId>> _received = [];
    private readonly Dictionary<TId, StickerRefusal<TId>> _refused = [];
    private StickerFormat _format;
    private int _refusals;

    // The first refusal for which culprits were found: those of later batches are looked for before they are asked for.
    private WildberriesApiException? _known;

    /// <summary>Creates a reader for one reading.</summary>
    /// <param name="get">Asks for a batch.</param>
    /// <param name="isOfOne">Whether a refusal can be the fault of some of the batch only.</param>
    /// <param name="findCulprits">Looks for those that WB refuses in some other way; <see langword="null"/>: there is none.</param>
    public StickerReader(
        Func<TId[], CancellationToken, Task<IEnumerable<ReceivedSticker<TId>>>> get,
        Func<WildberriesApiException, bool> isOfOne,
        Func<TId[], CancellationToken, Task<IReadOnlySet<TId>>>? findCulprits = null)
    {
        _get = get;
        _isOfOne = isOfOne;
        _findCulprits = findCulprits;
    }

    /// <summary>Reads the stickers.</summary>
    /// <param name="ids">What they are for; each once.</param>
    /// <param name="format">Their format.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The stickers.</returns>
    public async Task<StickerResult<TId>> ReadAsync(TId[] ids, StickerFormat format, CancellationToken cancellationToken)
    {
        _format = format;
        foreach (TId[] batch in ids.Chunk(BatchSize))
            await ReadBatchAsync(_known is null ? batch : await WithoutCulpritsAsync(batch, _known, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

        var stickers = new List<Sticker<TId>>();
        List<TId> missing = [], notReady = [];
        var refused = new List<StickerRefusal<TId>>();
        foreach (TId id in ids)
        {
            if (_refused.TryGetValue(id, out StickerRefusal<TId>? refusal))
                refused.Add(refusal);
            else if (!_received.TryGetValue(id, out ReceivedSticker<TId>? received))
                missing.Add(id);
            else if (!received.IsReady)
                notReady.Add(id);
            else if (received.Decode(format) is { } sticker)
                stickers.Add(sticker);
            else
                missing.Add(id);
        }

        return new StickerResult<TId> { Format = format, Stickers = stickers, Missing = missing, Refused = refused, NotReady = notReady };
    }

    private async Task ReadBatchAsync(TId[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0 || await TryGetAsync(ids, cancellationToken).ConfigureAwait(false) is not { } refusal)
            return;
        TId[] rest = await WithoutCulpritsAsync(ids, refusal, cancellationToken).ConfigureAwait(false);
        if (rest.Length == ids.Length)
        {
            await SplitAsync(ids, refusal, cancellationToken).ConfigureAwait(false);
            return;
        }

        _known ??= refusal;
        if (rest.Length > 0 && await TryGetAsync(rest, cancellationToken).ConfigureAwait(false) is { } another)
            await SplitAsync(rest, another, cancellationToken).ConfigureAwait(false);
    }

    // WB refused these as a whole: at least one of them is refused.
    private async Task SplitAsync(TId[] ids, WildberriesApiException refusal, CancellationToken cancellationToken)
    {
        while (ids.Length > 1)
        {
            if (_refusals >= MaxRefusals)
            {
                Refuse(ids, refusal, isSuspected: true);
                return;
            }

            TId[] left = ids[..(ids.Length / 2)], right = ids[left.Length..];
            if (await TryGetAsync(left, cancellationToken).ConfigureAwait(false) is not { } leftRefusal)
            {
                ids = right;
                continue;
            }

            await SplitAsync(left, leftRefusal, cancellationToken).ConfigureAwait(false);
            if (await TryGetAsync(right, cancellationToken).ConfigureAwait(false) is not { } rightRefusal)
                return;
            (ids, refusal) = (right, rightRefusal);
        }

        Refuse(ids, refusal);
    }

    private void Refuse(IEnumerable<TId> ids, WildberriesApiException refusal, bool isSuspected = false)
    {
        foreach (TId id in ids)
            _refused[id] = new StickerRefusal<TId> { Id = id, Exception = refusal, IsSuspected = isSuspected };
    }

    private async Task<TId[]> WithoutCulpritsAsync(TId[] ids, WildberriesApiException refusal, CancellationToken cancellationToken)
    {
        if (_findCulprits is null)
            return ids;
        IReadOnlySet<TId> culprits = await _findCulprits(ids, cancellationToken).ConfigureAwait(false);
        Refuse(ids.Where(culprits.Contains), refusal);
        return [.. ids.Where(id => !culprits.Contains(id))];
    }

    private async Task<WildberriesApiException?> TryGetAsync(TId[] ids, CancellationToken cancellationToken)
    {
        try
        {
            foreach (ReceivedSticker<TId> sticker in await _get(ids, cancellationToken).ConfigureAwait(false))
            {
                // Of one that comes twice, the first that can be printed.
                if (!_received.TryGetValue(sticker.Id, out ReceivedSticker<TId>? known) || known.Decode(_format) is null)
                    _received[sticker.Id] = sticker;
            }

            return null;
        }
        catch (WildberriesApiException e) when (_isOfOne(e))
        {
            _refusals++;
            return e;
        }
    }
}
