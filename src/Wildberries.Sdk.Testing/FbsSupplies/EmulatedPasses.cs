namespace Wildberries.Sdk.Testing;

/// <summary>The passes of the emulated seller to WB's warehouses. May be used from any thread.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsPasses"/>.</remarks>
public sealed class EmulatedPasses
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(48);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly SortedDictionary<long, EmulatedPass> _passes = [];
    private readonly SortedDictionary<long, (string Name, string Address)> _offices = new()
    {
        [15] = ("Коледино", "г. Подольск, д. Коледино, ул. Троицкая, 20"),
        [120_762] = ("Электросталь", "г. Электросталь, Массив Случайный, 8"),
    };

    private long _lastId;

    internal EmulatedPasses(TimeProvider time) => _time = time;

    /// <summary>The passes by id, those that are over among them.</summary>
    public IReadOnlyList<EmulatedPass> All
    {
        get
        {
            lock (_lock)
                return [.. _passes.Values];
        }
    }

    /// <summary>The ids of the WB warehouses that let in nobody without a pass.</summary>
    public IReadOnlyList<long> OfficeIds => [.. _offices.Keys];

    internal IEnumerable<(long Id, string Name, string Address)> Offices => _offices.Select(office => (office.Key, office.Value.Name, office.Value.Address));

    internal (string Name, string Address) OfficeOf(EmulatedPass pass) => _offices[pass.OfficeId];

    /// <summary>Creates a pass; <see langword="null"/>: there is no such warehouse.</summary>
    internal EmulatedPass? Create(EmulatedPass pass)
    {
        lock (_lock)
        {
            if (!_offices.ContainsKey(pass.OfficeId))
                return null;
            EmulatedPass made = pass with { Id = ++_lastId, EndsAt = _time.GetUtcNow() + Lifetime };
            _passes.Add(made.Id, made);
            return made;
        }
    }

    /// <summary>Changes a pass; how long it holds stays as it is.</summary>
    internal bool Update(EmulatedPass pass)
    {
        lock (_lock)
        {
            if (!_passes.TryGetValue(pass.Id, out EmulatedPass? old) || !_offices.ContainsKey(pass.OfficeId))
                return false;
            _passes[pass.Id] = pass with { EndsAt = old.EndsAt };
            return true;
        }
    }

    internal bool Delete(long id)
    {
        lock (_lock)
            return _passes.Remove(id);
    }
}
