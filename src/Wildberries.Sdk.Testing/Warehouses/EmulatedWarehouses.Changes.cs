namespace Wildberries.Sdk.Testing;

/// <content>What the operations do with warehouses.</content>
public sealed partial class EmulatedWarehouses
{
    private const int OversizedCargo = 2;
    private const int CourierDelivery = 3;

    /// <summary>The warehouses with what WB is doing to them.</summary>
    internal IReadOnlyList<(EmulatedWarehouse Warehouse, bool IsDeleting, bool IsProcessing)> List()
    {
        lock (_lock)
        {
            DateTimeOffset now = _time.GetUtcNow();
            return [.. Present().Select(state => (state.Warehouse, state.DeletedAt is not null, state.ProcessingUntil > now))];
        }
    }

    /// <summary>Whether a warehouse is bound to an office.</summary>
    internal bool IsSelected(long officeId)
    {
        lock (_lock)
            return Present().Any(state => state.Warehouse.OfficeId == officeId);
    }

    /// <summary>Creates a warehouse: 201 with its number, 404 without the office, 409 where it is taken.</summary>
    internal (int Status, long Id) Create(string name, long officeId)
    {
        lock (_lock)
        {
            if (!_offices.TryGetValue(officeId, out EmulatedOffice? office))
                return (404, 0);
            if (Present().Any(state => state.Warehouse.OfficeId == officeId))
                return (409, 0);
            var warehouse = new EmulatedWarehouse
            {
                Id = NextId(),
                Name = name,
                OfficeId = officeId,
                CargoType = office.CargoType,
                DeliveryType = office.DeliveryType,
            };
            _warehouses[warehouse.Id] = new State(warehouse);
            return (201, warehouse.Id);
        }
    }

    /// <summary>Renames a warehouse and binds it to an office: 204, 404, or 409 where WB does not do that now.</summary>
    internal int Change(long warehouseId, string name, long officeId)
    {
        lock (_lock)
        {
            DateTimeOffset now = _time.GetUtcNow();
            if (StateOf(warehouseId) is not { } state)
                return 404;
            bool isMoved = officeId != state.Warehouse.OfficeId;
            if (isMoved && !_offices.ContainsKey(officeId))
                return 404;
            bool isTaken = isMoved && Present().Any(other => other.Warehouse.OfficeId == officeId);
            bool isTooSoon = isMoved && now - state.OfficeChangedAt < TimeSpan.FromDays(1);
            if (state.DeletedAt is not null || state.ProcessingUntil > now || state.Warehouse.CargoType == OversizedCargo || isTaken || isTooSoon)
                return 409;
            state.Warehouse = state.Warehouse with { Name = name, OfficeId = officeId };
            if (isMoved)
            {
                state.OfficeChangedAt = now;
                state.ProcessingUntil = now + _changeTime;
            }

            return 204;
        }
    }

    /// <summary>Begins to delete a warehouse; whether there is one.</summary>
    internal bool TryDelete(long warehouseId)
    {
        lock (_lock)
        {
            if (StateOf(warehouseId) is not { } state)
                return false;
            state.DeletedAt ??= _time.GetUtcNow() + _changeTime;
            return true;
        }
    }

    /// <summary>The contacts of a warehouse that WB's couriers come to; <see langword="null"/>: it is none.</summary>
    internal IReadOnlyList<Contact>? FindContacts(long warehouseId)
    {
        lock (_lock)
            return StateOf(warehouseId) is { Warehouse.DeliveryType: CourierDelivery } state ? state.Contacts : null;
    }

    /// <summary>Replaces the contacts of a warehouse that WB's couriers come to; whether it is one.</summary>
    internal bool ReplaceContacts(long warehouseId, IReadOnlyList<Contact> contacts)
    {
        lock (_lock)
        {
            if (StateOf(warehouseId) is not { Warehouse.DeliveryType: CourierDelivery } state)
                return false;
            state.Contacts = contacts;
            return true;
        }
    }
}
