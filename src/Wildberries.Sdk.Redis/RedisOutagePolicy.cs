namespace Wildberries.Sdk.Redis;

/// <summary>What happens to calls while Redis cannot be reached.</summary>
public enum RedisOutagePolicy
{
    /// <summary>
    /// They are refused before anything is sent to WB, with a <see cref="Errors.WildberriesRateLimitStoreException"/>. No limit can be broken.
    /// </summary>
    Refuse,

    /// <summary>
    /// Each process counts by itself, beginning with empty buckets. Several processes together are then too fast for WB, whose 429s slow them down.
    /// </summary>
    CountLocally,
}
