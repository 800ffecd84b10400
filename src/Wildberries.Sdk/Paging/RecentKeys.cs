namespace Wildberries.Sdk.Paging;

/// <summary>
/// Knows which rows have come, in constant memory: the keys of the last rows, and that everything up to a floor has come. A row counts as
/// one that comes again also if it is new but so late that the keys around it are forgotten.
/// </summary>
/// <param name="floor">What has come before: all keys up to this one; <see langword="null"/>: nothing.</param>
/// <param name="size">How many keys are remembered at least; twice as many at most.</param>
internal sealed class RecentKeys(long? floor, int size = RecentKeys.LargestPage)
{
    /// <summary>The rows of WB's largest page: one that comes again as a whole is known.</summary>
    public const int LargestPage = 100_000;

    private long? _floor = floor;
    private HashSet<long> _last = [];
    private HashSet<long> _earlier = [];

    /// <summary>The largest key that has come.</summary>
    public long? Largest { get; private set; } = floor;

    /// <summary>How many keys are remembered now.</summary>
    public int Count => _last.Count + _earlier.Count;

    /// <summary>Takes a key in.</summary>
    /// <param name="key">The key.</param>
    /// <returns><see langword="false"/> if it has come before.</returns>
    public bool Add(long key)
    {
        if (key <= _floor || _earlier.Contains(key) || !_last.Add(key))
            return false;
        if (Largest is null || key > Largest)
            Largest = key;
        if (_last.Count >= size)
            Forget();
        return true;
    }

    private void Forget()
    {
        if (_earlier.Count > 0)
            _floor = Math.Max(_floor ?? long.MinValue, _earlier.Max());
        (_earlier, _last) = (_last, _earlier);
        _last.Clear();
    }
}
