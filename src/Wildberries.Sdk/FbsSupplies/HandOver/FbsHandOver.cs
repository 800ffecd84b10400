using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>
/// Leads FBS orders from new to handed over: checks each, groups them into as few supplies as WB's rules allow, creates the supplies, puts the orders into them, sets
/// and awaits their label identifiers, sets shipping parameters, adds boxes and hands over. Safe for use by many threads.
/// </summary>
/// <remarks>
/// <para>
/// It ends with a word about each order. What a rule or WB stands against is told and stops nothing else: an order that WB does not let go is moved to a supply of its
/// own (<see cref="HandOverOptions.SetsAside"/>), the others are handed over.
/// </para>
/// <para>
/// Every step is written down before and after it, so that a hand-over that was broken off goes on in this process or in another one, by its name. What may have
/// been done is looked up at WB before it is done again: a supply by its name, orders by what is in the supply, boxes by their ids. Of two processes that work on
/// one hand-over, the first gets a <see cref="WildberriesStateConflictException"/> before it sends anything more. The store keeps the label identifiers, too.
/// </para>
/// <para>
/// WB moves orders from one supply to another without a word. So their statuses are read just before they are put into a supply, and one that is in another supply is
/// refused; in the moment between the two WB has nothing that helps.
/// </para>
/// <para>
/// Of 1,000 orders without label identifiers some 40 calls are made: statuses, a call and a look at the label identifiers for each 100, and some for each supply.
/// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.
/// </para>
/// </remarks>
public sealed class FbsHandOver
{
    // Less than the three months of WB's list, and no more at once than it gives.
    private const int ReshipmentPeriods = 3;

    private static readonly TimeSpan ReshipmentPeriod = TimeSpan.FromDays(28);

    /// <summary>Longer than a store may wait itself: what it says then, says more.</summary>
    internal static readonly TimeSpan StorePatience = TimeSpan.FromMinutes(1);

    private readonly IFbsSuppliesApi _supplies;
    private readonly IFbsOrdersApi _orders;
    private readonly IStateStore _store;
    private readonly string _sellerId;
    private readonly HandOverOptions _options;
    private readonly TimeProvider _timeProvider;

    // It takes the other area's interface: whoever hands orders over reads them from there, so that no program carries more by it.

    /// <summary>Creates a hand-over.</summary>
    /// <param name="supplies">The supplies.</param>
    /// <param name="orders">The orders, of the same seller.</param>
    /// <param name="store">Where it is written down how far it is.</param>
    /// <param name="sellerId">Whose it is: the seller's id, or another name that you give to the seller; another one for each seller.</param>
    /// <param name="options">Options; <see langword="null"/>: the defaults.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/>: that of the client that <paramref name="supplies"/> comes from.</param>
    /// <exception cref="ArgumentException"><paramref name="sellerId"/> is not as <see cref="StateStoreLimits"/> says, or the name of the supplies is blank or too long.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of the range that <see cref="HandOverOptions"/> states.</exception>
    public FbsHandOver(
        IFbsSuppliesApi supplies,
        IFbsOrdersApi orders,
        IStateStore store,
        string sellerId,
        HandOverOptions? options = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(supplies);
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentNullException.ThrowIfNull(store);
        StateStoreLimits.CheckKey(sellerId, "name");
        _supplies = supplies;
        _orders = orders;

        // The store's time is the machine's, whatever clock WB is waited for by.
        _store = new PatientStateStore(store, StorePatience, TimeProvider.System);
        _sellerId = sellerId;
        _options = (options ?? new HandOverOptions()).Checked(nameof(options));
        _timeProvider = timeProvider ?? ClientClock.Of(supplies);
    }

    /// <summary>A dry run: says which orders would be refused and why, and which supplies would be made. Reads statuses and shipping points, and writes nothing.</summary>
    /// <param name="orders">The orders, each once.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">A row is no order, or stands there twice; the message names it.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public Task<HandOverPlan> PlanAsync(IEnumerable<HandOverOrder> orders, CancellationToken cancellationToken = default)
    {
        List<HandOverOrder> rows = HandOverPlanner.Rows(orders);
        return Planner(Calls()).PlanAsync(rows, cancellationToken);
    }

    /// <summary>Hands orders over, or goes on with the hand-over of that name.</summary>
    /// <param name="name">
    /// A name of your own for this hand-over, such as its day: by it the hand-over is found again. With a name that is known this goes on with what is stored, and the
    /// orders must be the same; <see cref="ResumeAsync"/> needs none.
    /// </param>
    /// <param name="orders">
    /// The orders, each once. Of a hand-over that is known, what is not done yet takes the label identifiers that are given now, and keeps its own where none are
    /// given; what was refused before anything was sent, or is <see cref="HandOverOutcome.Unknown"/>, or was set aside for its label identifiers, is tried once more.
    /// </param>
    /// <param name="progress">Told what is known each time when there is something new; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels calls and waits. What was sent stays at WB, and going on looks it up.</param>
    /// <returns>What became of each order. Without orders nothing is stored, and the name stays free.</returns>
    /// <exception cref="ArgumentException">
    /// A row is no order, or stands there twice, or the name was used for other orders, or for this order with another warehouse, cargo type or cross-border type.
    /// </exception>
    /// <exception cref="WildberriesStateConflictException">Somebody else works on this hand-over.</exception>
    /// <exception cref="InvalidDataException">What is stored under the name is no hand-over.</exception>
    /// <exception cref="TimeoutException">The store has not answered within a minute.</exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="HandOverOptions.MaxWait"/> is over.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed, and went on failing. <see cref="HandOverExceptionExtensions.GetHandOverResult"/> has what is known, as of a cancellation, and
    /// <see cref="ResumeAsync"/> goes on.
    /// </exception>
    public async Task<HandOverResult> HandOverAsync(
        string name, IEnumerable<HandOverOrder> orders, IProgress<HandOverResult>? progress = null, CancellationToken cancellationToken = default)
    {
        CheckName(name);
        List<HandOverOrder> rows = HandOverPlanner.Rows(orders);
        HandOverCalls calls = Calls();
        HandOverLedger? known = await HandOverLedger.OpenAsync(_store, _sellerId, name, cancellationToken).ConfigureAwait(false);
        if (known is null && rows.Count == 0)
            return new HandOverResult { Name = name, Supplies = [], Rows = [] };
        var beginning = new HandOverBeginning(_store, _sellerId, _options, Planner(calls), Marking());
        HandOverLedger ledger = known ?? await beginning.StartAsync(name, rows, cancellationToken).ConfigureAwait(false);
        return await KnownAsync(name, ledger, GoOnAsync).ConfigureAwait(false);

        async Task<HandOverResult> GoOnAsync()
        {
            if (known is not null)
                await beginning.RenewAsync(name, ledger, rows, cancellationToken).ConfigureAwait(false);
            return await RunAsync(name, ledger, calls, progress, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Goes on with a hand-over where it was broken off, in this process or another one. One that is done stays as it is.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="progress">Told what is known each time when there is something new; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels calls and waits.</param>
    /// <returns>What became of each order; <see langword="null"/>: there is no such hand-over.</returns>
    /// <exception cref="WildberriesStateConflictException">Somebody else works on this hand-over.</exception>
    /// <exception cref="InvalidDataException">What is stored under the name is no hand-over.</exception>
    /// <exception cref="TimeoutException">The store has not answered within a minute.</exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="HandOverOptions.MaxWait"/> is over.</exception>
    /// <exception cref="WildberriesApiException">A call failed, and went on failing.</exception>
    public async Task<HandOverResult?> ResumeAsync(string name, IProgress<HandOverResult>? progress = null, CancellationToken cancellationToken = default)
    {
        CheckName(name);
        return await HandOverLedger.OpenAsync(_store, _sellerId, name, cancellationToken).ConfigureAwait(false) is { } ledger
            ? await KnownAsync(name, ledger, () => RunAsync(name, ledger, Calls(), progress, cancellationToken)).ConfigureAwait(false)
            : null;
    }

    /// <summary>Reads how far a hand-over is, from the store alone.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>What is known; <see langword="null"/>: there is no such hand-over.</returns>
    /// <exception cref="InvalidDataException">What is stored under the name is no hand-over.</exception>
    /// <exception cref="TimeoutException">The store has not answered within a minute.</exception>
    public async Task<HandOverResult?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        CheckName(name);
        return await HandOverLedger.OpenAsync(_store, _sellerId, name, cancellationToken).ConfigureAwait(false) is { } ledger
            ? HandOverRun.ResultOf(name, ledger)
            : null;
    }

    /// <summary>
    /// Gets the stickers of the orders and boxes of a hand-over, and the QR codes of its supplies, as often as you like. What was refused or set aside has none here; a
    /// supply has a QR code once it is handed over.
    /// </summary>
    /// <param name="result">What is known of the hand-over.</param>
    /// <param name="options">Format and size (boxes and QR codes have one size); <see langword="null"/>: those of the hand-over's options, else SVG, 58x40.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The labels.</returns>
    /// <exception cref="ArgumentException">WB has no such format or size.</exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="HandOverOptions.MaxWait"/> is over.</exception>
    /// <exception cref="WildberriesApiException">A call failed, and went on failing.</exception>
    public Task<HandOverLabels> GetLabelsAsync(HandOverResult result, StickerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        options ??= _options.Labels ?? new StickerOptions();
        options.Check(nameof(options));
        return ReadLabelsAsync(result, options, Calls(), cancellationToken);
    }

    /// <summary>
    /// Gets the orders that WB wants to have brought once more, because their supply was scanned without them, so that they can be handed over like others, also
    /// together with others. WB's list does not say of which warehouse they are: that is looked up among the orders of the last twelve weeks.
    /// </summary>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The orders in WB's order. One that was not found has no warehouse, and a hand-over refuses it.</returns>
    /// <exception cref="WildberriesTimeoutException"><see cref="HandOverOptions.MaxWait"/> is over.</exception>
    /// <exception cref="WildberriesApiException">A call failed, and went on failing.</exception>
    public async Task<IReadOnlyList<HandOverOrder>> GetReshipmentOrdersAsync(CancellationToken cancellationToken = default)
    {
        HandOverCalls calls = Calls();
        long[] ids = [.. await Planner(calls).ReshipmentIdsAsync(cancellationToken).ConfigureAwait(false)];
        var found = new Dictionary<long, HandOverOrder>();
        DateTimeOffset to = calls.Now;
        for (int period = 0; period < ReshipmentPeriods && found.Count < ids.Length; period++, to -= ReshipmentPeriod)
            await calls.ReadAsync(() => LookUpAsync(to - ReshipmentPeriod, to), cancellationToken).ConfigureAwait(false);
        return [.. ids.Select(id => (found.GetValueOrDefault(id) ?? new HandOverOrder { OrderId = id, WarehouseId = 0, CargoType = CargoType.None, CrossBorderType = default }) with { SupplyId = null, IsReshipment = true })];

        async Task<bool> LookUpAsync(DateTimeOffset from, DateTimeOffset to)
        {
            await foreach (FbsOrderRecord record in new FbsOrderHistory(_orders, from, to, _timeProvider).ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (record.Order is { } order && ids.Contains(order.Id))
                    found[order.Id] = HandOverOrder.From(order);
            }

            return true;
        }
    }

    /// <summary>
    /// Takes a hand-over out of the store, also one of which a part is missing there. At WB nothing changes, and what was not done is not done any more.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels it before the deletion begins.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="WildberriesStateConflictException">Somebody works on this hand-over.</exception>
    /// <exception cref="InvalidDataException">What is stored under the name is no hand-over.</exception>
    /// <exception cref="TimeoutException">The store has not answered within a minute.</exception>
    public Task<bool> ForgetAsync(string name, CancellationToken cancellationToken = default)
    {
        CheckName(name);
        return HandOverLedger.ForgetAsync(_store, _sellerId, name, cancellationToken);
    }

    private static void CheckName(string name)
    {
        Argument.Text(name, HandOverLedger.MaxName);
        StateStoreLimits.CheckKey("seller", name);
    }

    /// <summary>Puts what is known on whatever ends the work, a cancellation too.</summary>
    private static async Task<HandOverResult> KnownAsync(string name, HandOverLedger ledger, Func<Task<HandOverResult>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            exception.SetHandOverResult(HandOverRun.ResultOf(name, ledger));
            throw;
        }
    }

    private async Task<HandOverResult> RunAsync(
        string name, HandOverLedger ledger, HandOverCalls calls, IProgress<HandOverResult>? progress, CancellationToken cancellationToken)
    {
        HandOverResult result = await new HandOverRun(_supplies, _orders, ledger, name, _options, calls, Marking(), progress).RunAsync(cancellationToken).ConfigureAwait(false);
        return _options.Labels is null ? result : result with { Labels = await ReadLabelsAsync(result, _options.Labels, calls, cancellationToken).ConfigureAwait(false) };
    }

    private async Task<HandOverLabels> ReadLabelsAsync(HandOverResult result, StickerOptions options, HandOverCalls calls, CancellationToken cancellationToken)
    {
        HashSet<long> abroad = [.. result.Supplies.Where(supply => supply.CrossBorderType == CrossBorderType.CrossBorder).SelectMany(supply => supply.OrderIds)];
        long[] orders = [.. result.Rows.Where(row => row.Outcome is HandOverOutcome.HandedOver or HandOverOutcome.InSupply).Select(row => row.OrderId)];
        List<Sticker<string>> boxes = [], codes = [];
        List<string> boxless = [], codeless = [];
        foreach (HandOverSupply supply in result.Supplies)
        {
            if (supply is not { SupplyId: { } id })
                continue;
            if (supply.BoxIds.Count > 0)
            {
                StickerResult<string> read = await ReadAsync(() => _supplies.GetBoxStickersAsync(id, supply.BoxIds, options.Format, cancellationToken)).ConfigureAwait(false);
                boxes.AddRange(read.Stickers);
                boxless.AddRange(read.Missing);
            }

            if (supply.Status != HandOverSupplyStatus.HandedOver)
                continue;
            if (await ReadAsync(() => _supplies.GetQrCodeAsync(id, options.Format, cancellationToken)).ConfigureAwait(false) is { } code)
                codes.Add(code);
            else
                codeless.Add(id);
        }

        return new HandOverLabels
        {
            Orders = await ReadAsync(() => _orders.GetStickersAsync(orders.Where(id => !abroad.Contains(id)), options, cancellationToken)).ConfigureAwait(false),
            CrossBorderOrders = await ReadAsync(() => _orders.GetCrossBorderStickersAsync(orders.Where(abroad.Contains), TimeSpan.Zero, cancellationToken)).ConfigureAwait(false),
            Boxes = new StickerResult<string> { Format = options.Format, Stickers = boxes, Missing = boxless },
            Supplies = new StickerResult<string> { Format = options.Format, Stickers = codes, Missing = codeless },
        };

        Task<T> ReadAsync<T>(Func<Task<T>> read) => calls.ReadAsync(read, cancellationToken);
    }

    private HandOverPlanner Planner(HandOverCalls calls) => new(_supplies, _orders, _options, calls, Marking());

    private HandOverMarking Marking() => new(_orders, _timeProvider);

    private HandOverCalls Calls() => new(_options.MaxWait, _timeProvider);
}
