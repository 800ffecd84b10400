using System.Net;
using System.Runtime.ExceptionServices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Warehouses;

/// <summary>One synchronization: reads in batches, sends what differs, reads it back.</summary>
/// <param name="api">The warehouses.</param>
/// <param name="warehouseId">The warehouse.</param>
/// <param name="rows">The sizes with what should be there; what becomes of them is noted in place.</param>
/// <param name="options">How it works.</param>
/// <param name="time">The clock, from the start of the call.</param>
/// <param name="progress">Who is told.</param>
internal sealed class StockSyncRun(
    IWarehousesApi api, long warehouseId, StockSyncRow[] rows, StockSyncOptions options, WaitingTime time, IProgress<StockSyncProgress>? progress)
{
    // Of the whole run, beyond the first of each thousand rows, which nobody can foresee. Each costs ten requests: enough to find three rows among a thousand, of
    // which WB names none.
    private const int MaxRefusals = 32;

    private const int MaxRounds = 3;

    // What WB says that it took shows a little later at times: it is read so often before it counts as not shown.
    private const int MaxReadsOfAccepted = 4;
    private const string Lost = "The answer was lost, and what was read afterwards does not tell whether WB took it.";
    private const string NotRead = "It was sent, and not read afterwards.";
    private const string NotShown = "WB took it, and what was read afterwards is not as it was set.";
    private const string Mixed = "WB refused other rows of the same request, and may have set this one.";
    private const string Unreadable = "WB's answer has the stock of this size, or the size itself, in a form that cannot be read.";
    private const string NotLookedAt = "WB refused it together with others, and which of them it means was not looked for any more";
    private const string OverTime = "the stocks are not in step yet.";

    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly StockComparison _comparison = new();
    private readonly Lazy<Dictionary<long, int>> _places = new(() => PlacesOf(rows));
    private StockSyncProgress _progress = new() { Total = rows.Length };
    private TimeSpan _readyPause = options.PollInterval;
    private int _refusals;

    /// <summary>Says whether stocks may still be sent.</summary>
    public StateLease? Lease { get; init; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var different = new List<int>(2 * StockRows.MaxRows);
        for (int start = 0; start < rows.Length; start += StockRows.MaxRows)
        {
            int count = Math.Min(StockRows.MaxRows, rows.Length - start);
            StocksResponse? stocks = await ReadAsync(IdsOf(start, count), cancellationToken).ConfigureAwait(false);
            int before = different.Count;
            _comparison.Compare(rows.AsSpan(start, count), stocks, start, different, Unreadable);
            Report(_progress with { Compared = start + count, Different = _progress.Different + different.Count - before });
            if (options.DryRun)
            {
                different.Clear();
            }
            else if (different.Count >= StockRows.MaxRows)
            {
                await SettleAsync(different[..StockRows.MaxRows], cancellationToken).ConfigureAwait(false);
                different.RemoveRange(0, StockRows.MaxRows);
            }
        }

        if (different.Count > 0)
            await SettleAsync(different, cancellationToken).ConfigureAwait(false);
    }

    private static Dictionary<long, int> PlacesOf(StockSyncRow[] rows)
    {
        var places = new Dictionary<long, int>(rows.Length);
        for (int i = 0; i < rows.Length; i++)
            places[rows[i].ChrtId] = i;
        return places;
    }

    /// <summary>Sends rows until what is read shows them, WB refuses them, or nothing more can be done.</summary>
    private async Task SettleAsync(List<int> places, CancellationToken cancellationToken)
    {
        Sent[] open = [.. places.Select(place => new Sent(place, rows[place].Now ?? 0))];
        for (int round = 1; open.Length > 0; round++)
        {
            List<Taken> taken = await SendAsync(open, cancellationToken).ConfigureAwait(false);
            if (taken.Count == 0)
                break;
            await ReadBackAsync(taken, cancellationToken).ConfigureAwait(false);

            // WB may show a little later what it has taken. What it said yes to is not sent again: that is looked at more often.
            for (int reads = 1; IsWorthALook(taken, reads) && await time.TryPauseAsync(options.PollInterval, cancellationToken).ConfigureAwait(false); reads++)
                await ReadBackAsync(taken, cancellationToken).ConfigureAwait(false);
            open = [.. taken.SelectMany(part => part.Rows.Where(sent => IsOpen(sent) && MayBeRepeated(part, sent)))];
            if (round == MaxRounds || open.Length == 0 || !await time.TryPauseAsync(LeastPause, cancellationToken).ConfigureAwait(false))
                break;
            open = [.. open.Select(sent => new Sent(sent.Place, rows[sent.Place].Now ?? 0))];
        }

        Report(_progress with { Settled = _progress.Settled + places.Count });
    }

    private bool IsWorthALook(List<Taken> taken, int reads) =>
        reads < MaxReadsOfAccepted && taken.Exists(part => (reads == 1 || part.IsAccepted) && Array.Exists(part.Rows, IsOpen));

    private bool IsOpen(Sent sent) => rows[sent.Place].Outcome == StockSyncOutcome.Unknown;

    /// <summary>
    /// Whether a stock that is not as it was set may be set once more. Never if WB said yes: what is read may be old, and pieces that are sold by now would be offered
    /// again. Else too much: always. Too little: only if it was to be raised, and it is known that WB did not take the request: that another of its rows is above what
    /// it was set to. Otherwise the pieces may be sold already, however few requests show nothing: they would be sold twice.
    /// </summary>
    private bool MayBeRepeated(Taken part, Sent sent) => !part.IsAccepted && !IsUnreadable(sent)
        && (IsTooMuch(sent) || (rows[sent.Place].Desired > sent.Was && Array.TrueForAll(part.Rows, IsOpen) && Array.Exists(part.Rows, IsTooMuch)));

    // Of what was read last.
    private bool IsUnreadable(Sent sent) => _comparison.IsUnreadable(rows[sent.Place].ChrtId);

    private bool IsTooMuch(Sent sent) => (rows[sent.Place].Now ?? 0) > rows[sent.Place].Desired;

    /// <summary>Sends rows. Those that WB refuses are settled.</summary>
    /// <returns>What WB took, or may have taken, request by request.</returns>
    private async Task<List<Taken>> SendAsync(Sent[] all, CancellationToken cancellationToken)
    {
        var taken = new List<Taken>();
        var open = new Stack<Sent[]>([all]);
        bool isFirst = true;
        while (open.TryPop(out Sent[]? part))
        {
            // What was sent before may have come about, whatever becomes of this request.
            StockSyncRow before = rows[part[0].Place];
            Set(part, StockSyncOutcome.Unknown, Lost);
            try
            {
                await WriteAsync(part, cancellationToken).ConfigureAwait(false);
                Set(part, StockSyncOutcome.Unknown, NotRead);
                _readyPause = options.PollInterval;
                taken.Add(new Taken(part, IsAccepted: true));
            }
            catch (WildberriesApiException exception) when (exception.Delivery is Delivery.Unknown or Delivery.Answered)
            {
                taken.Add(new Taken(part, IsAccepted: false));
            }
            catch (WildberriesApiException exception) when (IsProcessing(exception))
            {
                Set(part, before.Outcome, before.Reason);
                await WaitUntilReadyAsync(exception, cancellationToken).ConfigureAwait(false);
                open.Push(part);
            }
            catch (WildberriesApiException exception) when (exception is WildberriesBadRequestException or WildberriesConflictException)
            {
                _refusals += isFirst ? 0 : 1;
                foreach (Sent[] rest in await SetApartAsync(part, exception, isFirst, cancellationToken).ConfigureAwait(false))
                    open.Push(rest);
                isFirst = false;
            }
            catch (WildberriesApiException)
            {
                Set(part, before.Outcome, before.Reason);
                throw;
            }
        }

        return taken;
    }

    /// <summary>Settles the rows that a refusal is about, and those that WB set in spite of it; gives the others, to be sent once more.</summary>
    private async Task<Sent[][]> SetApartAsync(Sent[] part, WildberriesApiException refusal, bool isFirst, CancellationToken cancellationToken)
    {
        bool isLast = _refusals >= MaxRefusals;
        string words = Words(refusal.Code, refusal.Detail ?? (refusal.Errors.Count > 0 ? refusal.Errors[0] : refusal.Message));
        Dictionary<int, string> named = NamedIn(refusal);
        if (part.Length == 1)
            named.TryAdd(part[0].Place, words);
        Sent[] rest = [.. part.Where(sent => !named.ContainsKey(sent.Place))];
        foreach (Sent sent in part)
        {
            if (named.TryGetValue(sent.Place, out string? reason))
                Set(sent, StockSyncOutcome.Refused, reason);
        }

        bool isNamed = rest.Length < part.Length;
        rest = await NotSetAsync(rest, cancellationToken).ConfigureAwait(false);
        if (rest.Length == 0)
            return [];
        if ((isNamed || rest.Length == 1) && (isFirst || !isLast))
            return [rest];

        // None is named: halves tell which it is.
        if (rest.Length > 1 && !isLast)
            return [rest[..(rest.Length / 2)], rest[(rest.Length / 2)..]];
        Set(rest, StockSyncOutcome.Refused, $"{NotLookedAt}: {words}");
        return [];
    }

    private Dictionary<int, string> NamedIn(WildberriesApiException refusal)
    {
        Dictionary<int, string> named = [];
        foreach (RefusedStock row in refusal.GetRefusedStocks())
        {
            foreach (long chrtId in ChrtIdsOf(row))
            {
                if (_places.Value.TryGetValue(chrtId, out int place))
                    named[place] = Words(row.Code, row.Message);
            }
        }

        return named;
    }

    /// <summary>
    /// Reads rows that were sent together with refused ones, for WB does not say whether it has set them, and what it has set may show a little later: what looks as
    /// before is read once more. Those that it has are settled; so are those of which pieces were sold and nobody can tell, for to set them once more could sell these
    /// pieces twice.
    /// </summary>
    /// <returns>Those that WB has not set.</returns>
    private async Task<Sent[]> NotSetAsync(Sent[] rest, CancellationToken cancellationToken)
    {
        Set(rest, StockSyncOutcome.Unknown, Mixed);
        rest = await NotShownAsync(rest, cancellationToken).ConfigureAwait(false);
        if (rest.Length == 0 || !await time.TryPauseAsync(options.PollInterval, cancellationToken).ConfigureAwait(false))
            return [];
        return await NotShownAsync(rest, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Sent[]> NotShownAsync(Sent[] rest, CancellationToken cancellationToken)
    {
        await NoteNowAsync(rest, cancellationToken).ConfigureAwait(false);
        var open = new List<Sent>(rest.Length);
        foreach (Sent sent in rest)
        {
            StockSyncRow row = rows[sent.Place];
            int now = row.Now ?? 0;
            if (IsUnreadable(sent))
                Set(sent, StockSyncOutcome.Unknown, Unreadable);
            else if (now == row.Desired || IsRaised(sent))
                Set(sent, StockSyncOutcome.Changed, null);
            else if (now >= sent.Was || now > row.Desired)
                open.Add(new Sent(sent.Place, now));
        }

        return [.. open];
    }

    private IReadOnlyList<long> ChrtIdsOf(RefusedStock row) => row switch
    {
        { ChrtId: { } chrtId } => [chrtId],
        { Barcode: { } barcode } when options.Sizes is { } sizes => sizes.Find(StockKey.OfBarcode(barcode)),
        _ => [],
    };

    private static string Words(string? code, string? message) =>
        code is null ? message ?? "WB says no reason" : message is null ? code : message.StartsWith(code, StringComparison.Ordinal) ? message : $"{code}: {message}";

    private async Task ReadBackAsync(List<Taken> taken, CancellationToken cancellationToken)
    {
        Sent[] open = [.. taken.SelectMany(part => part.Rows).Where(IsOpen)];
        await NoteNowAsync(open, cancellationToken).ConfigureAwait(false);
        foreach (Taken part in taken)
        {
            // Nothing else than the request raises a stock: one that is raised shows that WB took it, though its answer was lost.
            bool isTaken = part.IsAccepted || Array.Exists(part.Rows, IsRaised);
            foreach (Sent sent in part.Rows.Where(IsOpen))
            {
                ref StockSyncRow row = ref rows[sent.Place];
                int now = row.Now ?? 0;
                bool isUnreadable = IsUnreadable(sent);
                bool isShown = !isUnreadable && (now == row.Desired || (now < row.Desired && (IsRaised(sent) || (row.Desired < sent.Was && isTaken))));
                row = row with
                {
                    Outcome = isShown ? StockSyncOutcome.Changed : StockSyncOutcome.Unknown,
                    Reason = isShown ? null : isUnreadable ? Unreadable : part.IsAccepted ? NotShown : Lost,
                };
            }
        }
    }

    private async Task NoteNowAsync(Sent[] open, CancellationToken cancellationToken)
    {
        _comparison.Note(await ReadAsync([.. open.Select(sent => rows[sent.Place].ChrtId)], cancellationToken).ConfigureAwait(false));
        foreach (Sent sent in open)
            rows[sent.Place] = rows[sent.Place] with { Now = _comparison.Find(rows[sent.Place].ChrtId) };
    }

    /// <summary>Whether more pieces are there than before, and no more than were set: some may be sold.</summary>
    private bool IsRaised(Sent sent) => rows[sent.Place] is var row && (row.Now ?? 0) > sent.Was && (row.Now ?? 0) <= row.Desired;

    /// <summary>WB works on the warehouse, and says so in one of three ways.</summary>
    private static bool IsProcessing(WildberriesApiException exception) => exception switch
    {
        // The seller is banned: that does not pass by waiting.
        { StatusCode: HttpStatusCode.NotAcceptable } => exception.Code != "StatusNotAcceptable",
        WildberriesConflictException => exception.Code == "StoreIsProcessing",
        _ => false,
    };

    private async Task WaitUntilReadyAsync(WildberriesApiException refusal, CancellationToken cancellationToken)
    {
        Report(_progress with { IsWaitingForWarehouse = true });
        while (true)
        {
            if (!await time.TryPauseAsync(_readyPause, cancellationToken).ConfigureAwait(false))
                throw time.TooLate("WB works on the warehouse and takes no stocks meanwhile.", refusal);
            _readyPause = WaitingTime.Longer(_readyPause, options.PollInterval > LongestPause ? options.PollInterval : LongestPause);
            IReadOnlyList<Warehouse> warehouses = await ReadInTimeAsync(() => api.GetWarehousesAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            Warehouse? warehouse = warehouses.FirstOrDefault(one => one?.Id == warehouseId);
            if (warehouse is { IsDeleting: true })
                ExceptionDispatchInfo.Throw(refusal);

            // One that is not listed, or of which this cannot be read, is for the next attempt to tell of.
            if (warehouse is not { IsProcessing: true })
                break;
        }

        Report(_progress with { IsWaitingForWarehouse = false });
    }

    private async Task<StocksResponse?> ReadAsync(long[] chrtIds, CancellationToken cancellationToken) => chrtIds.Length == 0
        ? null
        : await ReadInTimeAsync(() => api.GetStocksAsync(warehouseId, new SizesRequest { ChrtIds = chrtIds }, cancellationToken), cancellationToken).ConfigureAwait(false);

    private Task<T> ReadInTimeAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken)
    {
        time.ThrowIfOver(OverTime);
        return time.ReadAsync(read, cancellationToken);
    }

    private Task WriteAsync(Sent[] part, CancellationToken cancellationToken)
    {
        time.ThrowIfOver(OverTime);
        var request = new StocksRequest { Stocks = [.. part.Select(sent => new Stock { ChrtId = rows[sent.Place].ChrtId, Quantity = rows[sent.Place].Desired })] };
        return time.WriteAsync(
            () => Lease is { IsHeld: false }
                ? throw new OperationCanceledException("The lease of the warehouse is over.")
                : api.UpdateStocksAsync(warehouseId, request, cancellationToken),
            cancellationToken);
    }

    private long[] IdsOf(int start, int count)
    {
        var ids = new long[count];
        for (int i = 0; i < count; i++)
            ids[i] = rows[start + i].ChrtId;
        return ids;
    }

    private void Set(Sent[] part, StockSyncOutcome outcome, string? reason)
    {
        foreach (Sent sent in part)
            Set(sent, outcome, reason);
    }

    private void Set(Sent sent, StockSyncOutcome outcome, string? reason) =>
        rows[sent.Place] = rows[sent.Place] with { Outcome = outcome, Reason = reason };

    private void Report(StockSyncProgress now)
    {
        _progress = now;
        progress?.Report(now);
    }

    /// <summary>A row that is sent.</summary>
    /// <param name="Place">Its place among all rows.</param>
    /// <param name="Was">What was there before.</param>
    private readonly record struct Sent(int Place, int Was);

    /// <summary>The rows of a request that WB took, or may have taken.</summary>
    /// <param name="Rows">The rows.</param>
    /// <param name="IsAccepted">Whether WB said so.</param>
    private sealed record Taken(Sent[] Rows, bool IsAccepted);
}
