namespace Wildberries.Sdk.RateLimiting;

/// <summary>Says at most once a minute, and to one caller only, that it is time to drop what is idle.</summary>
internal sealed class SweepSchedule(TimeProvider timeProvider)
{
    private readonly long _period = timeProvider.TimestampFrequency * 60;
    private long _last = timeProvider.GetTimestamp();

    public bool IsDue() => IsDue(timeProvider.GetTimestamp());

    /// <param name="now">The clock's timestamp, for who has just looked.</param>
    public bool IsDue(long now)
    {
        long last = Volatile.Read(ref _last);
        return now - last >= _period && Interlocked.CompareExchange(ref _last, now, last) == last;
    }
}
