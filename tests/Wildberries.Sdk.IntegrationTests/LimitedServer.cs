using System.Diagnostics;
using Wildberries.Sdk.Tests.RateLimiting;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>A raw server with one bucket, written from WB's description: a request counts when it has been read, and its answer takes its time.</summary>
internal sealed class LimitedServer : IAsyncDisposable
{
    private readonly WbBucket _bucket;
    private readonly long _begin = Stopwatch.GetTimestamp();
    private readonly List<TimeSpan> _times = [];
    private readonly RawServer _server;

    public LimitedServer(TimeSpan interval, int burst, TimeSpan answer)
    {
        (Interval, Burst, _bucket) = (interval, burst, new WbBucket(interval, burst));
        _server = new RawServer(_ =>
        {
            int? left;
            lock (_times)
            {
                TimeSpan now = Stopwatch.GetElapsedTime(_begin);
                _times.Add(now);
                left = _bucket.Arrive(now.Ticks);
            }

            Reply reply = left is null
                ? RawServer.Answer("429 Too Many Requests", "{}", headers: "X-Ratelimit-Retry: 1")
                : RawServer.Answer("200 OK", "[1]", headers: $"X-Ratelimit-Remaining: {left}");
            return async (connection, cancellationToken) =>
            {
                await Task.Delay(answer, cancellationToken);
                return await reply(connection, cancellationToken);
            };
        });
    }

    public Uri Address => _server.Address;

    public TimeSpan Interval { get; }

    public int Burst { get; }

    public int Arrivals
    {
        get
        {
            lock (_times)
                return _times.Count;
        }
    }

    public int Refused => _bucket.Refused;

    /// <summary>What arrived per padded interval, in the second half of all arrivals: by then the connections stand.</summary>
    public double Rate(TimeSpan padding)
    {
        lock (_times)
        {
            List<TimeSpan> late = _times[(_times.Count / 2)..];
            TimeSpan padded = Burst == 1 ? Interval + padding : Interval;
            return (late.Count - 1) * padded / (late[^1] - late[0]);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
