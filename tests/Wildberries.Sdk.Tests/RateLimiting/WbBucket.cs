namespace Wildberries.Sdk.Tests.RateLimiting;

/// <summary>
/// WB's side, from WB's description alone: a bucket of <c>burst</c> tokens that regains one per interval; a request takes one,
/// or is refused. Counted in ticks (a token is an interval's worth), so that nothing is rounded.
/// </summary>
internal sealed class WbBucket(TimeSpan interval, int burst)
{
    private readonly long _full = interval.Ticks * burst;
    private long _level = interval.Ticks * burst;
    private long _last;

    public int Refused { get; private set; }

    /// <summary>One request arrives. The times must not decrease.</summary>
    /// <returns>The answer's remaining requests, or null: 429.</returns>
    public int? Arrive(long at)
    {
        _level = Math.Min(_full, _level + (at - _last));
        _last = at;
        if (_level < interval.Ticks)
        {
            Refused++;
            return null;
        }

        _level -= interval.Ticks;
        return (int)(_level / interval.Ticks);
    }
}
