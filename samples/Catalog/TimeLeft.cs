using System.Diagnostics;
using System.Globalization;

namespace Catalog;

/// <summary>Says how long the rest takes at the speed until now.</summary>
internal sealed class TimeLeft
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public TimeSpan Elapsed => _watch.Elapsed;

    /// <returns>For example <c>, 40 s left</c>; empty if nothing is left, or nothing can be said yet.</returns>
    public string Of(int done, int total)
    {
        if (done <= 0 || done >= total)
            return "";
        TimeSpan left = Elapsed / done * (total - done);
        return left.TotalSeconds < 90
            ? string.Create(CultureInfo.InvariantCulture, $", {Math.Ceiling(left.TotalSeconds)} s left")
            : string.Create(CultureInfo.InvariantCulture, $", {Math.Ceiling(left.TotalMinutes)} min left");
    }
}
