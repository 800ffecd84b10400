using System.Globalization;
using CsCheck;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Tests.Paging;

public sealed class PeriodsTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    [Fact]
    public void The_parts_of_a_period_hold_each_day_once_and_none_is_too_long_or_a_mere_rest() =>
        Gen.Select(Gen.Int[0, 5_000], Gen.Int[1, 2_000], Gen.Int[1, 400]).Sample((start, days, maxDays) =>
        {
            DateOnly from = First.AddDays(start), to = from.AddDays(days - 1);
            (DateOnly From, DateOnly To)[] parts = [.. Periods.Split(from, to, maxDays)];
            int[] lengths = [.. parts.Select(part => part.To.DayNumber - part.From.DayNumber + 1)];
            DateOnly[] all = [.. parts.SelectMany((part, i) => Enumerable.Range(0, lengths[i]).Select(day => part.From.AddDays(day)))];
            Assert.Equal(Enumerable.Range(0, days).Select(from.AddDays), all);
            Assert.All(lengths, length => Assert.InRange(length, 1, maxDays));
            Assert.InRange(lengths.Max() - lengths.Min(), 0, 1);
            Assert.Equal((days + maxDays - 1) / maxDays, parts.Length);
        });

    [Theory]
    [InlineData("9999-12-30", "9999-12-31")]
    [InlineData("0001-01-01", "0001-01-01")]
    public void The_ends_of_the_calendar_are_no_trap(string from, string to)
    {
        DateOnly first = DateOnly.Parse(from, CultureInfo.InvariantCulture), last = DateOnly.Parse(to, CultureInfo.InvariantCulture);
        Assert.Equal([(first, last)], Periods.Split(first, last, 31));
    }
}
