using System.Runtime.InteropServices;

namespace Wildberries.Sdk.State;

/// <summary>Lets one at a time in this process change a thing, such as the stocks of a warehouse. What nobody holds or waits for is not kept.</summary>
internal static class ProcessLocks
{
    private static readonly Dictionary<(object Owner, object Id), Entry> Entries = [];

    /// <summary>How many things of an owner are held or waited for.</summary>
    public static int CountOf(object owner)
    {
        lock (Entries)
            return Entries.Keys.Count(key => key.Owner.Equals(owner));
    }

    /// <summary>Waits until nobody else has a thing, and takes it.</summary>
    /// <param name="owner">The seller, or what stands for the seller.</param>
    /// <param name="id">Which of the owner's things.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <returns>Gives it back when it is disposed.</returns>
    public static async Task<IDisposable> TakeAsync(object owner, object id, CancellationToken cancellationToken)
    {
        (object, object) key = (owner, id);
        Entry entry;
        lock (Entries)
        {
            entry = CollectionsMarshal.GetValueRefOrAddDefault(Entries, key, out _) ??= new Entry();
            entry.Users++;
        }

        try
        {
            await entry.Semaphore.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(key, entry);
            throw;
        }

        return new Held(key, entry);
    }

    private static void Leave((object, object) key, Entry entry)
    {
        lock (Entries)
        {
            if (--entry.Users > 0)
                return;
            Entries.Remove(key);
        }

        entry.Semaphore.Dispose();
    }

    private sealed class Entry
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Held((object, object) key, Entry entry) : IDisposable
    {
        private int _isGivenBack;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isGivenBack, 1) != 0)
                return;
            entry.Semaphore.Release();
            Leave(key, entry);
        }
    }
}
