using System.Runtime.CompilerServices;

namespace Wildberries.Sdk.Requests;

/// <summary>Times: how long streams and helpers wait, and how often they save.</summary>
internal static partial class Argument
{
    private const int MostRowsPerSave = 1_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestOutage = TimeSpan.FromDays(30);

    /// <summary>How long a stream waits before it asks again.</summary>
    /// <param name="pause">The time.</param>
    /// <param name="option">The option that has it.</param>
    /// <param name="name">The argument.</param>
    public static void Pause(TimeSpan pause, string option, string name)
    {
        if (pause <= TimeSpan.Zero || pause > LongestPause)
            throw new ArgumentOutOfRangeException(name, pause, $"{option} must be longer than zero and at most a day.");
    }

    /// <summary>How long somebody wants to wait for WB.</summary>
    /// <param name="wait">The time; <see langword="null"/>: as usual.</param>
    /// <param name="usual">The usual time.</param>
    /// <param name="name">The argument.</param>
    /// <returns>The time.</returns>
    public static TimeSpan Wait(TimeSpan? wait, TimeSpan usual, [CallerArgumentExpression(nameof(wait))] string name = "")
    {
        if (wait < TimeSpan.Zero || wait > LongestWait)
            throw new ArgumentOutOfRangeException(name, wait, "It must be from zero to a day.");
        return wait ?? usual;
    }

    /// <summary>After how many rows a stream saves its place.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="option">The option that has it.</param>
    /// <param name="name">The argument.</param>
    public static void SaveEvery(int rows, string option, string name)
    {
        if (rows is < 1 or > MostRowsPerSave)
            throw new ArgumentOutOfRangeException(name, rows, $"{option} must be from 1 to 1,000.");
    }

    /// <summary>How long an outage a stream survives.</summary>
    /// <param name="outage">The time.</param>
    /// <param name="option">The option that has it.</param>
    /// <param name="name">The argument.</param>
    public static void Outage(TimeSpan outage, string option, string name)
    {
        if (outage != Timeout.InfiniteTimeSpan && (outage < TimeSpan.Zero || outage > LongestOutage))
            throw new ArgumentOutOfRangeException(name, outage, $"{option} must be from zero to 30 days, or Timeout.InfiniteTimeSpan.");
    }
}
