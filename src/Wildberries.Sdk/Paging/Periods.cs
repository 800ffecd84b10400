namespace Wildberries.Sdk.Paging;

/// <summary>Splits a period into parts that WB takes.</summary>
internal static class Periods
{
    /// <summary>Splits a period into as few parts as it needs.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, not before the first.</param>
    /// <param name="maxDays">How many days a part may have.</param>
    /// <returns>The parts, each with its first and its last day.</returns>
    // Parts of about the same length: a rest of a single day might be too short for WB, which documents a least of one day.
    public static IEnumerable<(DateOnly From, DateOnly To)> Split(DateOnly from, DateOnly to, int maxDays)
    {
        int left = to.DayNumber - from.DayNumber + 1;
        int parts = (left + maxDays - 1) / maxDays;
        int first = from.DayNumber;
        for (; parts > 0; parts--)
        {
            int days = (left + parts - 1) / parts;
            yield return (DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(first + days - 1));
            first += days;
            left -= days;
        }
    }
}
