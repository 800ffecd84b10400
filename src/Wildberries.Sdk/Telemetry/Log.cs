using Microsoft.Extensions.Logging;

namespace Wildberries.Sdk.Telemetry;

/// <summary>
/// Every log message of the SDK. Arguments are operation names, numbers, WB's request id, WB's name for an error and, if wanted, the seller's
/// id: nothing secret can get in. Only what a store or a listener of the
/// user's own has thrown is logged as it is.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation}{Seller} was answered with {StatusCode} in {DurationMs:0} ms ({Attempts} attempts)")]
    public static partial void Answered(ILogger logger, string operation, string seller, int statusCode, double durationMs, int attempts);

    [LoggerMessage(2, LogLevel.Warning, "{Operation}{Seller} failed ({ErrorType}) after {DurationMs:0} ms ({Attempts} attempts), request id {RequestId}: {Reason}")]
    public static partial void Failed(ILogger logger, string operation, string seller, string errorType, double durationMs, int attempts, string requestId, string reason);

    [LoggerMessage(11, LogLevel.Warning, "{Operation}{Seller} failed ({ErrorType}) after {DurationMs:0} ms ({Attempts} attempts): {Reason}")]
    public static partial void FailedWithoutRequestId(ILogger logger, string operation, string seller, string errorType, double durationMs, int attempts, string reason);

    [LoggerMessage(3, LogLevel.Debug, "{Operation}{Seller} waited {WaitMs:0} ms for its rate limit")]
    public static partial void Waited(ILogger logger, string operation, string seller, double waitMs);

    [LoggerMessage(4, LogLevel.Warning, "{Operation}{Seller} was answered with 429: its limit is closed for {RetryAfterSeconds:0.###} s")]
    public static partial void Limited(ILogger logger, string operation, string seller, double retryAfterSeconds);

    [LoggerMessage(5, LogLevel.Information, "{Operation}{Seller} is repeated ({Reason}), repeat {Retry} in {DelayMs:0} ms")]
    public static partial void Retrying(ILogger logger, string operation, string seller, string reason, int retry, double delayMs);

    [LoggerMessage(6, LogLevel.Debug, "{Operation}{Seller} waits for its rate limit")]
    public static partial void Waiting(ILogger logger, string operation, string seller);

    [LoggerMessage(7, LogLevel.Warning, "{Operation}{Seller} was answered, but its body could not be read ({ErrorType})")]
    public static partial void BodyFailed(ILogger logger, string operation, string seller, string errorType);

    [LoggerMessage(8, LogLevel.Error, "The store of the rate limits could not take note of what became of {Operation}{Seller}; the call itself goes on")]
    public static partial void StoreFailed(ILogger logger, string operation, string seller, Exception exception);

    [LoggerMessage(9, LogLevel.Error, "{Operation}{Seller} was answered, but the listener (OnResponse) failed")]
    public static partial void ListenerFailed(ILogger logger, string operation, string seller, Exception exception);

    [LoggerMessage(10, LogLevel.Warning, "{Operation}{Seller} was answered, but values of {Members} could not be read: they are missing, UnreadableProperties has them")]
    public static partial void Unreadable(ILogger logger, string operation, string seller, string members);
}
