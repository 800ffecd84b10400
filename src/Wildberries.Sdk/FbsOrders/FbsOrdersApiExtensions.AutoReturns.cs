using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsOrders;

/// <content>Where products go back to.</content>
public static partial class FbsOrdersApiExtensions
{
    private const int SizesPerRequest = 1_000;

    /// <summary>Reads all subjects whose products WB does not store: they always go back to the seller.</summary>
    /// <remarks>For personal tokens only. Remembers all numbers.</remarks>
    /// <param name="api">The FBS orders.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The subjects.</returns>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<RestrictedSubject> StreamRestrictedSubjectsAsync(this IFbsOrdersApi api, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return Pager.ByCursor(
            "FbsOrders.GetRestrictedSubjects",
            SizesPerRequest,
            async (next, token) =>
            {
                RestrictedSubjectsResponse page = await api.GetRestrictedSubjectsAsync(next, SizesPerRequest, token).ConfigureAwait(false);
                return (page.Subjects, page.Next);
            },
            subject => subject.SubjectId,
            cancellationToken);
    }

    /// <summary>Gets where any number of sizes go back to, 1,000 at a call.</summary>
    /// <remarks>For personal tokens only. A size that WB cannot tell of comes with <see cref="AutoReturnItem.Errors"/>.</remarks>
    /// <param name="api">The FBS orders.</param>
    /// <param name="chrtIds">The sizes' numbers at WB; one that is named twice counts once.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The sizes that WB answers for.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static async Task<IReadOnlyList<AutoReturnItem>> GetAutoReturnsAsync(
        this IFbsOrdersApi api, IEnumerable<long> chrtIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        long[] ids = Argument.Ids(chrtIds);
        HashSet<long> open = [.. ids];
        var items = new List<AutoReturnItem>();
        IAsyncEnumerable<AutoReturnItem> read = Pager.ByPart<long[], AutoReturnItem>(
            ids.Chunk(SizesPerRequest),
            async (part, token) => (await api.GetAutoReturnItemsAsync(new AutoReturnItemsRequest { ChrtIds = part }, token).ConfigureAwait(false)).Items,
            cancellationToken);
        await foreach (AutoReturnItem item in read.ConfigureAwait(false))
        {
            if (open.Remove(item.ChrtId))
                items.Add(item);
        }

        return items;
    }

    /// <summary>
    /// Sets where any number of sizes go back to, and accounts for each: looks first at the seller's setting and at the sizes, and sends only those that WB takes and that
    /// are to change.
    /// </summary>
    /// <remarks>
    /// For personal tokens only. WB takes sizes of small products only, while the seller's setting is <see cref="AutoReturnMode.Manual"/>. Doing it once more is safe.
    /// </remarks>
    /// <param name="api">The FBS orders.</param>
    /// <param name="chrtIds">The sizes' numbers at WB; one that is named twice counts once.</param>
    /// <param name="destination"><see cref="AutoReturnDestination.Warehouse"/> or <see cref="AutoReturnDestination.PickupPoint"/>.</param>
    /// <param name="cancellationToken">Cancels the calls; some sizes may have been changed.</param>
    /// <returns>What became of each size.</returns>
    /// <exception cref="ArgumentException">A number is not positive, or WB does not take the destination.</exception>
    /// <exception cref="WildberriesBadRequestException">
    /// The seller's setting is not <see cref="AutoReturnMode.Manual"/>: set it first (<see cref="IFbsOrdersApi.SetAutoReturnSettingsAsync"/>). It changes where all products go. Nothing was sent.
    /// </exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="AutoReturnExceptionExtensions.GetAutoReturnResult"/> has what is known.</exception>
    public static async Task<AutoReturnResult> SetAutoReturnsAsync(
        this IFbsOrdersApi api, IEnumerable<long> chrtIds, AutoReturnDestination destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        long[] ids = Argument.Ids(chrtIds);
        if (!destination.CanBeSet())
            throw new ArgumentException($"It is \"{SafeText.Given(destination.ToString())}\"; WB takes {AutoReturnDestination.Warehouse} and {AutoReturnDestination.PickupPoint}.", nameof(destination));
        if (ids.Length == 0)
            return new AutoReturnResult();

        AutoReturnSettings settings = await api.GetAutoReturnSettingsAsync(cancellationToken).ConfigureAwait(false);
        if (settings.Mode != AutoReturnMode.Manual)
        {
            throw new WildberriesBadRequestException(
                $"Products go back as \"{settings.Mode}\" says; WB takes single sizes only with \"{AutoReturnMode.Manual}\". Set it with {nameof(IFbsOrdersApi.SetAutoReturnSettingsAsync)} first.")
            {
                Operation = "FbsOrders.ChangeAutoReturnItems",
                Code = "SupplierSettingMustBeManual",
                Delivery = Delivery.NotSent,
            };
        }

        Dictionary<long, AutoReturnRow> rows = ids.ToDictionary(id => id, id => new AutoReturnRow { ChrtId = id, Outcome = AutoReturnOutcome.NotSent });
        try
        {
            await CheckAsync(api, ids, destination, rows, cancellationToken).ConfigureAwait(false);
            foreach (long[] batch in ids.Where(id => rows[id].Outcome == AutoReturnOutcome.NotSent).Chunk(SizesPerRequest))
                await ChangeAsync(api, batch, destination, rows, cancellationToken).ConfigureAwait(false);
            return Result();
        }
        catch (Exception exception)
        {
            exception.SetAutoReturnResult(Result());
            throw;
        }

        AutoReturnResult Result() => new() { Rows = [.. ids.Select(id => rows[id])] };
    }

    private static async Task CheckAsync(
        IFbsOrdersApi api, long[] ids, AutoReturnDestination destination, Dictionary<long, AutoReturnRow> rows, CancellationToken cancellationToken)
    {
        foreach (AutoReturnItem item in await api.GetAutoReturnsAsync(ids, cancellationToken).ConfigureAwait(false))
        {
            // WB leaves out what is false. What it does not tell of, or not readably, is for WB to judge.
            bool isFixed = !item.IsChangeable && !item.UnreadableProperties.ContainsKey("changeable");
            if (item.Destination == destination)
                rows[item.ChrtId] = new AutoReturnRow { ChrtId = item.ChrtId, Outcome = AutoReturnOutcome.Unchanged };
            else if (item.Errors.Count > 0 || isFixed)
                rows[item.ChrtId] = new AutoReturnRow { ChrtId = item.ChrtId, Outcome = AutoReturnOutcome.Refused, Errors = item.Errors };
        }
    }

    private static async Task ChangeAsync(
        IFbsOrdersApi api, long[] batch, AutoReturnDestination destination, Dictionary<long, AutoReturnRow> rows, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ChangeAutoReturnsRequest { ChrtIds = batch, Destination = destination };
            AutoReturnChangesResponse answer = await api.ChangeAutoReturnItemsAsync(request, cancellationToken).ConfigureAwait(false);
            Dictionary<long, AutoReturnChange> changes = [];
            foreach (AutoReturnChange change in answer.Items.Where(change => change is not null))
                changes[change.ChrtId] = change;
            foreach (long id in batch)
                rows[id] = RowOf(id, changes.GetValueOrDefault(id));
        }
        catch (Exception exception)
        {
            // A cancellation too: the request may have arrived.
            AutoReturnOutcome outcome = exception is WildberriesApiException failure ? OutcomeOf(failure) : AutoReturnOutcome.Unknown;
            foreach (long id in batch)
                rows[id] = new AutoReturnRow { ChrtId = id, Outcome = outcome };
            throw;
        }
    }

    private static AutoReturnOutcome OutcomeOf(WildberriesApiException failure) => failure.Delivery switch
    {
        Delivery.NotSent => AutoReturnOutcome.NotSent,
        Delivery.Refused => failure is WildberriesRateLimitException ? AutoReturnOutcome.NotSent : AutoReturnOutcome.Refused,
        _ => AutoReturnOutcome.Unknown,
    };

    private static AutoReturnRow RowOf(long id, AutoReturnChange? change) => new()
    {
        ChrtId = id,
        Outcome = change switch
        {
            // Done is what is called so, with nothing beside it that may be an error.
            { Success: true, Errors.Count: 0, UnreadableProperties.Count: 0 } when !Envelope.SpeaksOfError(change) => AutoReturnOutcome.Changed,
            { Success: false } when change.Errors.Any(error => error is not null) => AutoReturnOutcome.Refused,
            _ => AutoReturnOutcome.Unknown,
        },
        Errors = change?.Errors ?? [],
    };
}
