namespace Wildberries.Sdk.BuyerChat;

internal static class UnixTime
{
    // Zero is Go's "not set"; what no calendar holds must not fail a payload.
    internal static DateTimeOffset? FromMilliseconds(long? milliseconds) =>
        milliseconds is { } value and not 0
            && value >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && value <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
                ? DateTimeOffset.FromUnixTimeMilliseconds(value)
                : null;
}
