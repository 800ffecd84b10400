namespace Wildberries.Sdk.Redis;

/// <summary>How the state of the limits is kept in Redis. Read once, when the first client is made.</summary>
public sealed class RedisRateLimitOptions
{
    /// <summary>
    /// What the keys begin with, in braces: <c>{wildberries}:…</c>, so that a cluster keeps them together. Processes that share a budget have the same
    /// one. The keys hold sellers' ids and the names of operations, never a token. With <see cref="WildberriesOptions.EmulatorAddress"/>, the
    /// emulator's address is added: what an emulator counts must not reach WB's limits.
    /// </summary>
    /// <value>The default is <c>wildberries</c>; not empty, no braces.</value>
    public string KeyPrefix { get; set; } = "wildberries";

    /// <summary>What happens to calls while Redis cannot be reached.</summary>
    /// <value>The default is <see cref="RedisOutagePolicy.Refuse"/>.</value>
    public RedisOutagePolicy OutagePolicy { get; set; } = RedisOutagePolicy.Refuse;

    /// <summary>
    /// How long a call waits for Redis before <see cref="OutagePolicy"/> holds; a server that is only restarted may be back by then. Calls that come
    /// later in the same outage do not wait. The first connection has a time limit of its own, <c>connectTimeout</c> of the connection (5 seconds).
    /// </summary>
    /// <value>The default is 3 seconds; from 1 millisecond to 1 minute.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(3);
}
