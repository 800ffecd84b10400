namespace Wildberries.Sdk.Requests;

/// <summary>Moscow's days: UTC+3 all year.</summary>
internal static class MoscowTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(3);

    internal static DateOnly Today(TimeProvider timeProvider) => DayOf(timeProvider.GetUtcNow());

    internal static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(TimeOf(time));

    internal static DateTime TimeOf(DateTimeOffset time) => new(Math.Min(time.UtcTicks + Offset.Ticks, DateTime.MaxValue.Ticks));

    // The first day of the calendar began before DateTimeOffset's.
    internal static DateTimeOffset StartOf(DateOnly day) =>
        day == DateOnly.MinValue ? DateTimeOffset.MinValue : new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset);

    // Stays within the calendar: what does not fit is for the validation to say, not for an exception.
    internal static DateOnly AddDays(DateOnly day, long days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
