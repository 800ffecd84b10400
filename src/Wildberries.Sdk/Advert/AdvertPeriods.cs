namespace Wildberries.Sdk.Advert;

/// <summary>Splits a period into parts that WB takes.</summary>
internal static class AdvertPeriods
{
    public static void Check(DateOnly from, DateOnly to)
    {
        if (to < from)
            throw new ArgumentException(FormattableString.Invariant($"The last day, {to:yyyy-MM-dd}, is before the first, {from:yyyy-MM-dd}."), nameof(to));
    }

    // Parts of about the same length: a rest of a single day might be too short for WB, which documents a least of one day.
    public static IEnumerable<(DateOnly From, DateOnly To)> Split(DateOnly from, DateOnly to)
    {
        int left = to.DayNumber - from.DayNumber + 1;
        int parts = (left + AdvertLimits.MaxDays - 1) / AdvertLimits.MaxDays;
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
