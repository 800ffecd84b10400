using Wildberries.Sdk.DependencyInjection;

namespace Wildberries.Sdk;

/// <summary>
/// How failures are repeated. Reads are repeated after connection failures, timeouts, 408, 429 and 5xx. Writes only when WB surely
/// did not take them: after a 429, or when no connection could be made.
/// </summary>
public sealed class WildberriesRetryOptions
{
    /// <summary>How many times a call is repeated after its first attempt.</summary>
    /// <value>The default is 4. 0 switches repeats off; the most is 20.</value>
    [SettingRange(0, 20)]
    public int MaxRetries { get; set; } = 4;

    /// <summary>The first pause before a repeat; it doubles each time, with jitter. After a 429 only the rate limit waits.</summary>
    /// <value>The default is 500 milliseconds; from 0 to 1 minute.</value>
    [SettingRange("00:00:00", "00:01:00")]
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest pause before a repeat.</summary>
    /// <value>The default is 15 seconds; from 0 to 10 minutes.</value>
    [SettingRange("00:00:00", "00:10:00")]
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// A call that has already taken this long, waits for rate limits not counted, is not repeated. The pause before a repeat, at most
    /// <see cref="MaxDelay"/>, comes on top.
    /// </summary>
    /// <value>The default is 3 minutes; from 0 to 1 day.</value>
    [SettingRange("00:00:00", "1.00:00:00")]
    public TimeSpan MaxTotalTime { get; set; } = TimeSpan.FromMinutes(3);
}
