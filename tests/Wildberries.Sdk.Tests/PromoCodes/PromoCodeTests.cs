using System.Globalization;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class PromoCodeTests
{
    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);

    [Theory]
    [InlineData("2026-02-15", 14, "2026-02-28", "2026-03-01")] // 28 days
    [InlineData("2028-02-15", 15, "2028-02-29", "2028-03-01")] // 29
    [InlineData("2026-04-30", 1, "2026-04-30", "2026-05-01")] // 30
    [InlineData("2026-03-01", 31, "2026-03-31", "2026-04-01")] // 31
    [InlineData("2026-12-31", 2, "2027-01-01", "2027-01-02")]
    public void A_code_lives_from_its_first_midnight_in_Moscow_to_the_one_after_its_last_day(string start, int days, string last, string end)
    {
        PromoCode code = TestCodes.Create(start: Day(start), days: days);

        Assert.Equal(Day(last), code.LastDay);
        Assert.Equal(new DateTimeOffset(Day(start).ToDateTime(default), Moscow), code.StartsAt);
        Assert.Equal(new DateTimeOffset(Day(end).ToDateTime(default), Moscow), code.EndsAt);
        Assert.Equal((Moscow, Moscow), (code.StartsAt.Offset, code.EndsAt.Offset));
        Assert.False(code.IsLiveAt(code.StartsAt.AddTicks(-1)));
        Assert.True(code.IsLiveAt(code.StartsAt));
        Assert.True(code.IsLiveAt(code.EndsAt.AddTicks(-1).ToUniversalTime()));
        Assert.False(code.IsLiveAt(code.EndsAt));
    }

    [Fact]
    public void A_stopped_code_is_never_live()
    {
        PromoCode code = TestCodes.Create() with { IsStopped = true };

        Assert.False(code.IsLiveAt(code.StartsAt));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_code_of_no_days_is_never_live(int days)
    {
        PromoCode code = TestCodes.Create(days: days);

        Assert.False(code.IsLiveAt(code.StartsAt));
        Assert.False(code.IsLiveAt(code.EndsAt));
    }

    [Fact]
    public void Days_outside_the_calendar_do_not_throw()
    {
        PromoCode first = TestCodes.Create(start: DateOnly.MinValue, days: int.MinValue), last = TestCodes.Create(start: DateOnly.MaxValue, days: int.MaxValue);

        Assert.Equal((DateTimeOffset.MinValue, DateTimeOffset.MinValue, DateOnly.MinValue), (first.StartsAt, first.EndsAt, first.LastDay));
        Assert.Equal(new DateTimeOffset(9999, 12, 31, 0, 0, 0, Moscow), last.StartsAt);
        Assert.Equal((last.StartsAt, DateOnly.MaxValue), (last.EndsAt, last.LastDay));
    }

    [Fact]
    public void A_code_covers_the_whole_assortment_or_the_products_chosen()
    {
        PromoCode whole = TestCodes.Create(), chosen = whole with { NmIds = [1, 2] }, none = whole with { NmIds = [] };

        Assert.True(whole.Covers(7));
        Assert.True(whole.Covers(null));
        Assert.True(chosen.Covers(2));
        Assert.False(chosen.Covers(7));
        Assert.False(chosen.Covers(null));
        Assert.False(none.Covers(7));
    }

    [Fact]
    public void A_code_has_an_id_of_its_own_and_all_purposes()
    {
        PromoCode code = TestCodes.Create();

        Assert.NotEqual(Guid.Empty, code.Id);
        Assert.NotEqual(code.Id, TestCodes.Create().Id);
        Assert.Equal(PromoCodePurposes.All, code.Purposes);
        Assert.Equal(PromoCodePurposes.Loyalty | PromoCodePurposes.Retention | PromoCodePurposes.Conversion, PromoCodePurposes.All);
    }

    [Theory]
    [InlineData("ru-RU")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void The_text_is_the_same_in_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("THANKS10 12.5 % 2026-02-15 to 2026-02-28", TestCodes.Create(percent: 12.50m).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
