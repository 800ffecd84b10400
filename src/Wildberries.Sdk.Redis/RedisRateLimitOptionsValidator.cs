using Microsoft.Extensions.Options;

namespace Wildberries.Sdk.Redis;

internal sealed class RedisRateLimitOptionsValidator : IValidateOptions<RedisRateLimitOptions>
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, RedisRateLimitOptions options)
    {
        var failures = new List<string>();
        if (string.IsNullOrWhiteSpace(options.KeyPrefix) || options.KeyPrefix.AsSpan().ContainsAny('{', '}'))
            failures.Add($"{nameof(RedisRateLimitOptions)}.{nameof(options.KeyPrefix)} must not be empty nor contain braces; it is \"{options.KeyPrefix}\".");
        if (!Enum.IsDefined(options.OutagePolicy))
        {
            failures.Add(
                $"{nameof(RedisRateLimitOptions)}.{nameof(options.OutagePolicy)} must be {RedisOutagePolicy.Refuse} or {RedisOutagePolicy.CountLocally}.");
        }

        if (options.Timeout < ShortestTimeout || options.Timeout > LongestTimeout)
        {
            failures.Add(FormattableString.Invariant(
                $"{nameof(RedisRateLimitOptions)}.{nameof(options.Timeout)} must be from {ShortestTimeout} to {LongestTimeout}; it is {options.Timeout}."));
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
