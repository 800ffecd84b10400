using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Warehouses;

/// <summary>Warehouses, contacts and stocks, looked at before something is sent that WB would refuse: a refusal costs ten requests.</summary>
public static partial class WarehousesApiExtensions
{
    private static readonly TimeSpan UsualWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    // What WB adds is for WB to judge.
    private static readonly WarehouseDeliveryType[] KindsWithoutContacts =
        [WarehouseDeliveryType.Fbs, WarehouseDeliveryType.Dbs, WarehouseDeliveryType.Pickup, WarehouseDeliveryType.ExpressDbs];

    /// <summary>Creates a warehouse, if there is the office and no other warehouse of the seller is bound to it.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
    /// <param name="api">The warehouses.</param>
    /// <param name="name">Its name, 1 to 200 characters.</param>
    /// <param name="officeId">The office of WB that it is to be bound to.</param>
    /// <param name="cancellationToken">Cancels the calls; the warehouse may have been created nevertheless.</param>
    /// <returns>The warehouse's number.</returns>
    /// <exception cref="ArgumentException">The name or the office's number is not what WB takes. Nothing was asked.</exception>
    /// <exception cref="WildberriesNotFoundException">There is no such office, by WB's list or by its answer.</exception>
    /// <exception cref="WildberriesConflictException">The office is taken, by WB's list or by its answer.</exception>
    /// <exception cref="WildberriesApiException">A call failed. Its <see cref="WildberriesApiException.Delivery"/> tells whether the warehouse may have been created.</exception>
    public static async Task<long> CreateWarehouseAsync(this IWarehousesApi api, string name, long officeId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        var request = new WarehouseRequest { Name = name, OfficeId = officeId };
        await CheckOfficeAsync(api, officeId, "Warehouses.CreateWarehouse", cancellationToken).ConfigureAwait(false);
        return await api.CreateWarehouseAsync(request, cancellationToken).ConfigureAwait(false) is { Id: > 0 and var id }
            ? id
            : throw new WildberriesResponseException("WB took the warehouse and gave it no number.") { Operation = "Warehouses.CreateWarehouse", Delivery = Delivery.Answered };
    }

    /// <summary>Renames a warehouse. Its office stays.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
    /// <param name="api">The warehouses.</param>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="name">The new name, 1 to 200 characters.</param>
    /// <param name="cancellationToken">Cancels the calls; the warehouse may have been renamed nevertheless.</param>
    /// <returns>The task.</returns>
    /// <exception cref="ArgumentException">The name is not what WB takes. Nothing was asked.</exception>
    /// <exception cref="WildberriesNotFoundException">The seller has no such warehouse.</exception>
    /// <exception cref="WildberriesConflictException">WB does not change it now: it is for oversized products, or WB works on it or deletes it.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static async Task RenameWarehouseAsync(this IWarehousesApi api, long warehouseId, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Id(warehouseId);
        Argument.Text(name, WarehouseRequest.MaxName);
        Warehouse warehouse = await FindChangeableAsync(api, warehouseId, cancellationToken).ConfigureAwait(false);
        if (!string.Equals(warehouse.Name, name, StringComparison.Ordinal))
            await api.UpdateWarehouseAsync(warehouseId, new WarehouseRequest { Name = name, OfficeId = OfficeOf(warehouse) }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Binds a warehouse to another office. Its name stays.</summary>
    /// <remarks>
    /// WB lets the office change once a day, and works on the warehouse for some minutes afterwards (<see cref="WaitUntilReadyAsync"/>); it does not tell when the
    /// office was changed last. Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.
    /// </remarks>
    /// <param name="api">The warehouses.</param>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="officeId">The office, to which no other warehouse of the seller may be bound.</param>
    /// <param name="changedAt">When the office was changed last, if you know; <see langword="null"/>: WB is asked, and may refuse.</param>
    /// <param name="cancellationToken">Cancels the calls; the office may have been changed nevertheless.</param>
    /// <returns>Whether it was changed; if not, it was bound to the office already.</returns>
    /// <exception cref="ArgumentException">The office's number is not positive. Nothing was asked.</exception>
    /// <exception cref="WildberriesNotFoundException">The seller has no such warehouse, or WB no such office.</exception>
    /// <exception cref="WildberriesConflictException">
    /// WB does not change it now: the office is taken or was changed less than a day ago, the warehouse is for oversized products, or WB works on it or deletes it.
    /// </exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static async Task<bool> ChangeOfficeAsync(
        this IWarehousesApi api, long warehouseId, long officeId, DateTimeOffset? changedAt = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Id(warehouseId);
        Argument.Id(officeId);
        if (ClientClock.Of(api).GetUtcNow() - changedAt < TimeSpan.FromDays(1))
            throw Conflict(warehouseId, FormattableString.Invariant($"its office was changed at {changedAt:u}, and can change once a day"));
        Warehouse warehouse = await FindChangeableAsync(api, warehouseId, cancellationToken).ConfigureAwait(false);
        if (warehouse.OfficeId == officeId)
            return false;
        await CheckOfficeAsync(api, officeId, "Warehouses.UpdateWarehouse", cancellationToken).ConfigureAwait(false);
        await api.UpdateWarehouseAsync(warehouseId, new WarehouseRequest { Name = NameOf(warehouse), OfficeId = officeId }, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Deletes a warehouse, if the seller has it. It stays in the list with <see cref="Warehouse.IsDeleting"/> until WB is done.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
    /// <param name="api">The warehouses.</param>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="cancellationToken">Cancels the calls; the warehouse may be deleted nevertheless.</param>
    /// <returns>Whether it was there; if not, or if it is being deleted already, nothing was sent.</returns>
    /// <exception cref="ArgumentException">The number is not positive. Nothing was asked.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static async Task<bool> TryDeleteWarehouseAsync(this IWarehousesApi api, long warehouseId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Id(warehouseId);
        IReadOnlyList<Warehouse> warehouses = await api.GetWarehousesAsync(cancellationToken).ConfigureAwait(false);
        if (warehouses.FirstOrDefault(one => one?.Id == warehouseId) is not { IsDeleting: false })
            return false;
        await api.DeleteWarehouseAsync(warehouseId, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Waits until WB no longer works on a warehouse, so that it takes stocks again. Limits and outages of WB are waited for as long as there is time.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
    /// <param name="api">The warehouses.</param>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="maxWait">How long at most, from zero to a day; <see langword="null"/>: 15 minutes.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <returns>The warehouse.</returns>
    /// <exception cref="WildberriesNotFoundException">The seller has no such warehouse, or no longer: it was deleted.</exception>
    /// <exception cref="WildberriesTimeoutException">The time is over.</exception>
    /// <exception cref="WildberriesApiException">A call failed, and not for a while only.</exception>
    public static async Task<Warehouse> WaitUntilReadyAsync(
        this IWarehousesApi api, long warehouseId, TimeSpan? maxWait = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Id(warehouseId);
        var time = new WaitingTime(Argument.Wait(maxWait, UsualWait), ClientClock.Of(api), "Warehouses.GetWarehouses");
        var warehouse = new Warehouse();
        return await time.PollAsync(LookAsync, FirstPause, LongestPause, cancellationToken).ConfigureAwait(false)
            ? warehouse
            : throw time.TooLate("WB still works on the warehouse.", null);

        async Task<bool> LookAsync()
        {
            warehouse = await time
                .ReadAsync(() => FindAsync(api, warehouseId, "Warehouses.GetWarehouses", cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            return warehouse.IsReady;
        }
    }

    /// <summary>
    /// Changes the contacts of a warehouse from which WB's couriers fetch orders. WB replaces them whole: those that are there are read first, and given to you.
    /// </summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
    /// <param name="api">The warehouses.</param>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="change">Gets the contacts that are there and gives all that are to be there, at most 5.</param>
    /// <param name="cancellationToken">Cancels the calls; the contacts may have been replaced nevertheless.</param>
    /// <returns>Whether they were changed; if not, nothing was sent.</returns>
    /// <exception cref="WildberriesNotFoundException">The seller has no such warehouse.</exception>
    /// <exception cref="WildberriesConflictException">WB's couriers do not fetch orders from it, so it has no contacts. Nothing was sent.</exception>
    /// <exception cref="WildberriesResponseException">One of the contacts that are there cannot be read: it would be lost. Nothing was sent.</exception>
    /// <exception cref="ArgumentException">The contacts are not what WB takes: see <see cref="WarehouseContactsRequest.Contacts"/>. They were not sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static async Task<bool> ChangeContactsAsync(
        this IWarehousesApi api,
        long warehouseId,
        Func<IReadOnlyList<WarehouseContact>, IEnumerable<WarehouseContact>> change,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(change);
        Warehouse warehouse = await FindAsync(api, warehouseId, "Warehouses.GetContacts", cancellationToken).ConfigureAwait(false);
        if (KindsWithoutContacts.Contains(warehouse.DeliveryType))
            throw Conflict(warehouseId, "WB's couriers do not come to it, so it has no contacts", "Warehouses.SetContacts");
        WarehouseContacts there = await api.GetContactsAsync(warehouseId, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<WarehouseContact> before = there.Contacts;
        if (there.UnreadableProperties.Count > 0 || before.Any(contact => contact is null or { UnreadableProperties.Count: > 0 }))
        {
            throw new WildberriesResponseException(FormattableString.Invariant(
                $"The contacts of the warehouse {warehouseId} were not changed: one of them cannot be read, and would be lost, for WB replaces all."))
            {
                Operation = "Warehouses.GetContacts",
                Delivery = Delivery.NotSent,
            };
        }

        WarehouseContact[] after = [.. change(before)];
        if (before.SequenceEqual(after))
            return false;
        await api.SetContactsAsync(warehouseId, new WarehouseContactsRequest { Contacts = after }, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static async Task CheckOfficeAsync(IWarehousesApi api, long officeId, string operation, CancellationToken cancellationToken)
    {
        IReadOnlyList<Office> offices = await api.GetOfficesAsync(cancellationToken).ConfigureAwait(false);
        Office? office = offices.FirstOrDefault(one => one?.Id == officeId);
        if (office is null)
        {
            throw new WildberriesNotFoundException(FormattableString.Invariant($"{operation} was not sent: WB has no office {officeId}."))
            {
                Operation = operation,
                Delivery = Delivery.NotSent,
            };
        }

        if (office.IsSelected)
        {
            throw new WildberriesConflictException(
                FormattableString.Invariant($"{operation} was not sent: the office {officeId} ({office.Name}) has a warehouse of the seller already."))
            {
                Operation = operation,
                Delivery = Delivery.NotSent,
            };
        }
    }

    private static async Task<Warehouse> FindChangeableAsync(IWarehousesApi api, long warehouseId, CancellationToken cancellationToken)
    {
        Warehouse warehouse = await FindAsync(api, warehouseId, "Warehouses.UpdateWarehouse", cancellationToken).ConfigureAwait(false);
        return warehouse switch
        {
            { IsDeleting: true } => throw Conflict(warehouseId, "it is being deleted"),
            { IsProcessing: true } => throw Conflict(warehouseId, "WB is working on it"),
            _ when warehouse.CargoType == CargoType.Oversized => throw Conflict(warehouseId, "it is for oversized products"),
            _ => warehouse,
        };
    }

    private static async Task<Warehouse> FindAsync(IWarehousesApi api, long warehouseId, string operation, CancellationToken cancellationToken)
    {
        IReadOnlyList<Warehouse> warehouses = await api.GetWarehousesAsync(cancellationToken).ConfigureAwait(false);
        return warehouses.FirstOrDefault(one => one?.Id == warehouseId)
            ?? throw new WildberriesNotFoundException(FormattableString.Invariant($"The seller has no warehouse {warehouseId}."))
            {
                Operation = operation,
                Delivery = Delivery.NotSent,
            };
    }

    private static WildberriesConflictException Conflict(long warehouseId, string reason, string operation = "Warehouses.UpdateWarehouse") =>
        new(FormattableString.Invariant($"The warehouse {warehouseId} was not changed: {reason}."))
        {
            Operation = operation,
            Delivery = Delivery.NotSent,
        };

    private static long OfficeOf(Warehouse warehouse) =>
        warehouse.OfficeId is > 0 and var officeId ? officeId : throw Conflict(warehouse.Id, "WB does not tell its office, which a change sets, too");

    private static string NameOf(Warehouse warehouse) =>
        string.IsNullOrWhiteSpace(warehouse.Name) ? throw Conflict(warehouse.Id, "WB does not tell its name, which a change sets, too") : warehouse.Name;
}
