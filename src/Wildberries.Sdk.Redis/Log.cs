using Microsoft.Extensions.Logging;

namespace Wildberries.Sdk.Redis;

/// <summary>Every log message of the package. No key, no address, no text of an exception: nothing secret can get in.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Redis does not answer ({ErrorType}): until it does, the outage policy of the rate limits is {Policy}")]
    public static partial void Outage(ILogger logger, string errorType, RedisOutagePolicy policy);

    [LoggerMessage(2, LogLevel.Information, "Redis answers again after {OutageSeconds:0.###} s")]
    public static partial void Recovered(ILogger logger, double outageSeconds);

    [LoggerMessage(3, LogLevel.Warning, "Redis is new, was restarted, replaced or emptied: the buckets of the rate limits begin empty")]
    public static partial void EpochBegun(ILogger logger);

    [LoggerMessage(4, LogLevel.Warning, "A bucket of the rate limits held in Redis what this library does not write; it was replaced, and begins empty")]
    public static partial void Foreign(ILogger logger);
}
