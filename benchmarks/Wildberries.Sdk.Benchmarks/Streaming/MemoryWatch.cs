using System.Diagnostics;

namespace Wildberries.Sdk.Benchmarks.Streaming;

/// <summary>Looks at the memory of this process every few milliseconds and keeps the most that it saw above the start.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly long _startHeap;
    private readonly Timer _timer;
    private long _heap;
    private long _live;

    public MemoryWatch()
    {
        // A heap without garbage is the lowest, so the strictest, start.
        _startHeap = GC.GetTotalMemory(forceFullCollection: true);
        Start = Environment.WorkingSet;
        _timer = new Timer(_ => _heap = Math.Max(_heap, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 5);
    }

    /// <summary>The working set at the start, in bytes.</summary>
    public long Start { get; }

    public long HeapGrowth => _heap - _startHeap;

    public long LiveGrowth => _live - _startHeap;

    public long WorkingSetGrowth { get; private set; }

    /// <summary>Collects all garbage and looks at what is left.</summary>
    public void LookAtLive() => _live = Math.Max(_live, GC.GetTotalMemory(forceFullCollection: true));

    public void Stop()
    {
        _timer.Dispose();

        // The operating system's own record misses no peak.
        using var process = Process.GetCurrentProcess();
        WorkingSetGrowth = process.PeakWorkingSet64 - Start;
    }

    public void Dispose() => _timer.Dispose();
}
