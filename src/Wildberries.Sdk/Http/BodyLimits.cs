using System.Globalization;
using System.Net.Http.Headers;

namespace Wildberries.Sdk.Http;

/// <summary>How much of an answer's body may come into memory at once, and how long it may be waited for.</summary>
internal sealed record BodyLimits
{
    /// <summary>How many bytes there may be of one row of an answer that is read row by row: thousands of times what WB's largest rows have.</summary>
    public const int MaxRowBytes = 16 * 1024 * 1024;

    /// <summary>A body that brings less than this in each second of waiting is given up in the end; WB brings a thousand times as much.</summary>
    public const int LeastBytesPerSecond = 1024;

    // Beyond what the rate allows: WB may think for a while, and a network may stumble.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // What the text of an error adds to its status is not worth a longer wait.
    private static readonly TimeSpan ErrorPatience = TimeSpan.FromSeconds(10);

    private readonly TimeSpan _patience;
    private readonly bool _mayEarnTime;

    private BodyLimits(WildberriesOptions options, TimeSpan patience, bool mayEarnTime)
    {
        IdleTimeout = options.BodyIdleTimeout;
        MaxBytes = options.MaxBufferedAnswerBytes;
        _patience = patience;
        _mayEarnTime = mayEarnTime;
    }

    /// <summary>How long one read may take.</summary>
    public TimeSpan IdleTimeout { get; }

    /// <summary>How many bytes may be in memory as a whole.</summary>
    public long MaxBytes { get; }

    public static BodyLimits Of(WildberriesOptions options) =>
        new(options, options.BodyIdleTimeout > Patience ? options.BodyIdleTimeout : Patience, mayEarnTime: true);

    public static BodyLimits OfError(WildberriesOptions options) =>
        new(options, options.BodyIdleTimeout < ErrorPatience ? options.BodyIdleTimeout : ErrorPatience, mayEarnTime: false);

    /// <summary>What is wrong with an answer that is larger than may come into memory.</summary>
    public static string Fault(long maxBytes) =>
        FormattableString.Invariant($"it has more than the {maxBytes:N0} bytes that {nameof(WildberriesOptions.MaxBufferedAnswerBytes)} allows");

    /// <summary>Whether an answer says that it is larger than may come into memory: told before memory is set aside for what may be a lie.</summary>
    public bool AreExceededBy(HttpResponseMessage answer) =>
        answer.Content.Headers.NonValidated.TryGetValues("Content-Length", out HeaderStringValues length)
        && long.TryParse(length.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long bytes)
        && bytes > MaxBytes;

    /// <summary>How long all reads may take together, for what they have brought so far.</summary>
    public TimeSpan WaitFor(long bytes) => _mayEarnTime ? _patience + TimeSpan.FromSeconds(bytes / (double)LeastBytesPerSecond) : _patience;
}
