namespace Wildberries.Sdk.RateLimiting;

/// <summary>
/// The limits of servers on this machine of which only the address is known, shared by the clients that call them and kept no longer than one of these lives: the next
/// server may have the same port.
/// </summary>
/// <param name="create">Makes the limits of an address.</param>
internal sealed class AddressLimiters(Func<RequestRateLimiter> create)
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>How many addresses are known, those aside whose clients are gone.</summary>
    public int Count
    {
        get
        {
            lock (_entries)
            {
                RemoveForgotten();
                return _entries.Count;
            }
        }
    }

    /// <summary>Takes the limits of an address for one more client. A client that is forgotten without being disposed counts until it is collected.</summary>
    /// <param name="address">The address.</param>
    /// <param name="lease">To be disposed with the client. When those of all clients are, the limits are dropped.</param>
    /// <returns>The limits; the client must hold them.</returns>
    public RequestRateLimiter Take(string address, out IDisposable lease)
    {
        lock (_entries)
        {
            RemoveForgotten();
            if (!_entries.TryGetValue(address, out Entry? entry) || !entry.Limiter.TryGetTarget(out RequestRateLimiter? limiter))
            {
                limiter = create();
                _entries[address] = entry = new Entry(new WeakReference<RequestRateLimiter>(limiter));
            }

            entry.Clients++;
            lease = new Lease(this, address, entry);
            return limiter;
        }
    }

    private void Release(string address, Entry entry)
    {
        lock (_entries)
        {
            if (--entry.Clients == 0 && _entries.TryGetValue(address, out Entry? known) && known == entry)
                _entries.Remove(address);
        }
    }

    private void RemoveForgotten()
    {
        foreach ((string address, Entry entry) in _entries)
        {
            if (!entry.Limiter.TryGetTarget(out _))
                _entries.Remove(address);
        }
    }

    private sealed class Entry(WeakReference<RequestRateLimiter> limiter)
    {
        public WeakReference<RequestRateLimiter> Limiter => limiter;

        public int Clients { get; set; }
    }

    private sealed class Lease(AddressLimiters owner, string address, Entry entry) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
                owner.Release(address, entry);
        }
    }
}
