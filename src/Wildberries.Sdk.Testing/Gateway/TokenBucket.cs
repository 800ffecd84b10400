namespace Wildberries.Sdk.Testing.Gateway;

/// <summary>
/// A token bucket as WB describes it: it holds at most a burst of tokens, a request takes one, and one comes back each interval.
/// Not thread-safe.
/// </summary>
internal sealed class TokenBucket(TimeSpan interval, int burst, long now)
{
    // The fractional number of tokens is kept as a multiple of 1 / interval ticks, so that a full refill is exact.
    private readonly long _price = Math.Max(interval.Ticks, 1);
    private readonly int _burst = burst;
    private long _content = Math.Max(interval.Ticks, 1) * burst;
    private long _filledAt = now;

    public int Burst => _burst;

    private long Capacity => _price * _burst;

    /// <summary>The tokens that can be taken without a pause.</summary>
    public int Remaining(long now)
    {
        Refill(now);
        return (int)(Math.Max(_content, 0) / _price);
    }

    public bool TryTake(long now)
    {
        Refill(now);
        if (_content < _price)
            return false;
        _content -= _price;
        return true;
    }

    /// <summary>Takes tokens that may not be there: a client that is charged for an error owes the rest.</summary>
    public void Charge(long now, int tokens)
    {
        Refill(now);
        _content -= _price * tokens;
    }

    /// <summary>Gives back a token that was taken for a request which WB would not have counted.</summary>
    public void Return(long now)
    {
        Refill(now);
        _content = Math.Min(_content + _price, Capacity);
    }

    /// <summary>The time until the next token is there.</summary>
    public TimeSpan UntilNext(long now)
    {
        Refill(now);
        return TimeSpan.FromTicks(Math.Max(_price - _content, 0));
    }

    /// <summary>The time until the burst is full.</summary>
    public TimeSpan UntilFull(long now)
    {
        Refill(now);
        return TimeSpan.FromTicks(Capacity - _content);
    }

    private void Refill(long now)
    {
        // In one interval the bucket regains one token, so one tick of time is worth one unit of content.
        if (now > _filledAt)
        {
            _content = Math.Min(_content + (now - _filledAt), Capacity);
            _filledAt = now;
        }
    }
}
