using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class PromoCodeRulesTests
{
    private static readonly PromoCodeRules Rules = new();

    [Fact]
    public void The_defaults_are_those_of_the_report_of_February_2026() => Assert.Equal(
        new PromoCodeRules
        {
            MaxSellerDiscountForPromoCode = 45m,
            MinPercent = 3m,
            MaxPercent = 50m,
            PercentDecimals = 2,
            MinDays = 1,
            MaxDays = 31,
            MinDaysAhead = 1,
            MaxMonthsAhead = 3,
            MaxActiveCodes = 10,
            MaxCodeLength = 50,
        },
        Rules);

    [Fact]
    public void A_right_code_breaks_no_rule()
    {
        Assert.Empty(Validate(TestCodes.Create()));
        Assert.Empty(Validate(TestCodes.Create() with { NmIds = [1, 2], Purposes = PromoCodePurposes.None, Description = "for thanks" }));
    }

    [Theory]
    [InlineData("2.99", "3 to 50", PromoCodeRule.PercentRange)]
    [InlineData("3", null)]
    [InlineData("3.00", null)]
    [InlineData("3.01", null)]
    [InlineData("3.001", "at most 2 decimals", PromoCodeRule.PercentDecimals)]
    [InlineData("3.0100", null)]
    [InlineData("49.99", null)]
    [InlineData("50", null)]
    [InlineData("50.01", "50.01 percent", PromoCodeRule.PercentRange)]
    [InlineData("50.001", "50.001 percent", PromoCodeRule.PercentRange, PromoCodeRule.PercentDecimals)]
    [InlineData("0", "3 to 50", PromoCodeRule.PercentRange)]
    [InlineData("-10", "-10 percent", PromoCodeRule.PercentRange)]
    public void A_code_has_3_to_50_percent_with_two_decimals(string percent, string? words, params PromoCodeRule[] broken) =>
        AssertBroken(TestCodes.Create(percent: Number(percent)), "Percent", words, broken);

    [Theory]
    [InlineData(-1, PromoCodeRule.Duration)]
    [InlineData(0, PromoCodeRule.Duration)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32, PromoCodeRule.Duration)]
    [InlineData(int.MaxValue, PromoCodeRule.Duration)]
    public void A_code_works_for_1_to_31_days(int days, params PromoCodeRule[] broken) =>
        AssertBroken(TestCodes.Create(days: days), "Days", "1 to 31 days", broken);

    [Theory]
    [InlineData("2026-02-14", "2026-02-13", false)]
    [InlineData("2026-02-14", "2026-02-14", false)]
    [InlineData("2026-02-14", "2026-02-15", true)]
    [InlineData("2026-02-14", "2026-05-14", true)]
    [InlineData("2026-02-14", "2026-05-15", false)]
    [InlineData("2026-11-30", "2027-02-28", true)] // the month is too short: its last day counts
    [InlineData("2026-11-30", "2027-03-01", false)]
    [InlineData("2027-11-30", "2028-02-29", true)]
    [InlineData("2027-11-30", "2028-03-01", false)]
    [InlineData("2026-01-31", "2026-04-30", true)] // 30 days
    [InlineData("2026-01-31", "2026-05-01", false)]
    [InlineData("2026-05-31", "2026-08-31", true)] // 31 days
    [InlineData("2026-05-31", "2026-09-01", false)]
    [InlineData("2026-12-31", "2027-01-01", true)]
    [InlineData("2026-02-14", "0001-01-01", false)]
    [InlineData("2026-02-14", "9999-12-31", false)]
    public void A_code_starts_from_tomorrow_to_three_months_ahead(string today, string start, bool isRight)
    {
        FakeTimeProvider noon = new(new DateTimeOffset(Day(today).ToDateTime(new TimeOnly(12, 0)), TimeSpan.FromHours(3)));
        IReadOnlyList<PromoCodeViolation> violations = Rules.Validate(TestCodes.Create(start: Day(start)), noon);

        if (isRight)
        {
            Assert.Empty(violations);
            return;
        }

        PromoCodeViolation violation = Assert.Single(violations);
        Assert.Equal((PromoCodeRule.Start, "Start"), (violation.Rule, violation.Property));
        Assert.Contains(start, violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_changes_at_midnight_in_Moscow()
    {
        FakeTimeProvider beforeMidnight = new(new DateTimeOffset(2026, 2, 14, 20, 59, 59, TimeSpan.Zero));
        FakeTimeProvider midnight = new(new DateTimeOffset(2026, 2, 14, 21, 0, 0, TimeSpan.Zero));
        PromoCode onThe15th = TestCodes.Create(start: new DateOnly(2026, 2, 15));

        Assert.Empty(Rules.Validate(onThe15th, beforeMidnight));
        Assert.Equal(
            "Start: The first day is 2026-02-15; a new code starts from 2026-02-16 to 2026-05-15 (Moscow).",
            Assert.Single(Rules.Validate(onThe15th, midnight)).ToString());
    }

    [Theory]
    [InlineData(null, "is missing")]
    [InlineData("", "is missing")]
    [InlineData(" ", "a space")]
    [InlineData("THANKS 10", "a space")]
    [InlineData("THANKS10\n", "a control character")]
    [InlineData("THANKS\u000010", "a control character")]
    [InlineData("123456789 123456789 123456789 123456789 123456789 1", "51 characters; a code has at most 50")]
    [InlineData("T", null)]
    [InlineData("СПАСИБО-10%", null)]
    [InlineData("12345678901234567890123456789012345678901234567890", null)]
    public void A_code_is_a_text_without_spaces(string? text, string? words) =>
        AssertBroken(TestCodes.Create(text!), "Code", words, words is null ? [] : [PromoCodeRule.CodeText]);

    [Theory]
    [InlineData("No product is chosen")]
    [InlineData("0 is no product number", 1L, 0L)]
    [InlineData("-7 is no product number", -7L)]
    [InlineData("chosen twice", 7L, 8L, 7L)]
    [InlineData(null, 1L, long.MaxValue)]
    public void Chosen_products_are_numbers_above_zero_each_once(string? words, params long[] nmIds) =>
        AssertBroken(TestCodes.Create() with { NmIds = nmIds }, "NmIds", words, words is null ? [] : [PromoCodeRule.Products]);

    [Fact]
    public void Purposes_are_those_that_there_are()
    {
        AssertBroken(TestCodes.Create() with { Purposes = PromoCodePurposes.All | (PromoCodePurposes)8 }, "Purposes", "15", [PromoCodeRule.Purposes]);
        AssertBroken(TestCodes.Create() with { Purposes = (PromoCodePurposes)8 }, "Purposes", "8 has purposes that do not exist", [PromoCodeRule.Purposes]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void A_code_has_a_seller(string? sellerId) =>
        AssertBroken(TestCodes.Create() with { SellerId = sellerId! }, "SellerId", "is missing", [PromoCodeRule.Seller]);

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        PromoCode wrong = new()
        {
            SellerId = "",
            Code = "",
            Percent = 99.999m,
            Start = TestCodes.Today,
            Days = 0,
            NmIds = [],
            Purposes = (PromoCodePurposes)64,
        };

        IReadOnlyList<PromoCodeViolation> violations = Validate(wrong);

        Assert.Equal(
            [
                PromoCodeRule.Seller, PromoCodeRule.CodeText, PromoCodeRule.PercentRange, PromoCodeRule.PercentDecimals, PromoCodeRule.Duration,
                PromoCodeRule.Start, PromoCodeRule.Products, PromoCodeRule.Purposes,
            ],
            violations.Select(violation => violation.Rule));
        Assert.All(violations, violation => Assert.False(string.IsNullOrWhiteSpace(violation.Message)));
    }

    [Fact]
    public void Messages_are_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(
                [
                    "Percent: The discount is 2.505 percent; a code has 3 to 50.",
                    "Percent: The discount is 2.505 percent; a code has at most 2 decimals.",
                    "Start: The first day is 2026-02-14; a new code starts from 2026-02-15 to 2026-05-14 (Moscow).",
                ],
                Validate(TestCodes.Create(percent: 2.505m, start: TestCodes.Today)).Select(violation => violation.ToString()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Own_rules_move_every_limit()
    {
        PromoCodeRules own = new()
        {
            MinPercent = 1m,
            MaxPercent = 60m,
            PercentDecimals = 0,
            MinDays = 2,
            MaxDays = 40,
            MinDaysAhead = 0,
            MaxMonthsAhead = 1,
            MaxCodeLength = 4,
        };

        Assert.Empty(own.Validate(TestCodes.Create("FOUR", 1m, TestCodes.Today, 2), TestCodes.Clock()));
        Assert.Empty(own.Validate(TestCodes.Create("FOUR", 60m, TestCodes.Today.AddMonths(1), 40), TestCodes.Clock()));
        Assert.Equal(
            [PromoCodeRule.CodeText, PromoCodeRule.PercentRange, PromoCodeRule.PercentDecimals, PromoCodeRule.Duration, PromoCodeRule.Start],
            own.Validate(TestCodes.Create("FIVE5", 0.5m, TestCodes.Today.AddDays(-1), 1), TestCodes.Clock()).Select(violation => violation.Rule));
        Assert.Equal(
            [PromoCodeRule.PercentRange, PromoCodeRule.Duration, PromoCodeRule.Start],
            own.Validate(TestCodes.Create("FOUR", 61m, TestCodes.Today.AddMonths(1).AddDays(1), 41), TestCodes.Clock()).Select(violation => violation.Rule));
    }

    public static TheoryData<string, PromoCodeRules> Meaningless => new()
    {
        { nameof(PromoCodeRules.MaxSellerDiscountForPromoCode), new() { MaxSellerDiscountForPromoCode = -0.01m } },
        { nameof(PromoCodeRules.MaxPercent), new() { MaxPercent = 100.01m } },
        { nameof(PromoCodeRules.MinPercent), new() { MinPercent = 50.01m } },
        { nameof(PromoCodeRules.PercentDecimals), new() { PercentDecimals = -1 } },
        { nameof(PromoCodeRules.PercentDecimals), new() { PercentDecimals = 11 } },
        { nameof(PromoCodeRules.MinDays), new() { MinDays = 0 } },
        { nameof(PromoCodeRules.MinDays), new() { MaxDays = 0 } },
        { nameof(PromoCodeRules.MinDaysAhead), new() { MinDaysAhead = -1 } },
        { nameof(PromoCodeRules.MinDaysAhead), new() { MinDaysAhead = 1_001 } },
        { nameof(PromoCodeRules.MaxMonthsAhead), new() { MaxMonthsAhead = -1 } },
        { nameof(PromoCodeRules.MaxMonthsAhead), new() { MaxMonthsAhead = 1_001 } },
        { nameof(PromoCodeRules.MaxActiveCodes), new() { MaxActiveCodes = 0 } },
        { nameof(PromoCodeRules.MaxCodeLength), new() { MaxCodeLength = 0 } },
    };

    [Theory]
    [MemberData(nameof(Meaningless))]
    public void Rules_that_make_no_sense_are_refused_everywhere(string property, PromoCodeRules rules)
    {
        Assert.Contains(
            "must be from",
            Assert.Throws<ArgumentOutOfRangeException>(property, () => rules.Validate(TestCodes.Create(), TestCodes.Clock())).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(property, () => new DiscountStacking(rules));
        Assert.Throws<ArgumentOutOfRangeException>(property, () => new MarginCalculator(new UnitCosts(), rules));
        Assert.Throws<ArgumentOutOfRangeException>(property, () => new PromoCodePortfolio(TestCodes.Seller, [], rules));
    }

    [Fact]
    public void Rules_at_their_own_limits_are_taken() => Assert.Empty(
        new PromoCodeRules
        {
            MaxSellerDiscountForPromoCode = 100m,
            MinPercent = 10m,
            MaxPercent = 10m,
            PercentDecimals = 10,
            MinDays = 14,
            MaxDays = 14,
            MinDaysAhead = 0,
            MaxMonthsAhead = 1_000,
            MaxActiveCodes = 1,
            MaxCodeLength = 8,
        }.Validate(TestCodes.Create(), TestCodes.Clock()));

    [Fact]
    public void A_missing_code_is_refused() => Assert.Throws<ArgumentNullException>("code", () => Rules.Validate(null!));

    [Fact]
    public void Without_a_clock_the_systems_is_taken()
    {
        DateOnly day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

        Assert.Empty(Rules.Validate(TestCodes.Create(start: day.AddDays(10))));
        Assert.Equal(PromoCodeRule.Start, Assert.Single(Rules.Validate(TestCodes.Create(start: day.AddDays(-10)))).Rule);
    }

    private static IReadOnlyList<PromoCodeViolation> Validate(PromoCode code) => Rules.Validate(code, TestCodes.Clock());

    private static void AssertBroken(PromoCode code, string property, string? words, PromoCodeRule[] broken)
    {
        IReadOnlyList<PromoCodeViolation> violations = Validate(code);
        Assert.Equal(broken, violations.Select(violation => violation.Rule));
        Assert.All(violations, violation => Assert.Equal(property, violation.Property));
        if (broken.Length > 0)
            Assert.Contains(violations, violation => violation.Message.Contains(words!, StringComparison.Ordinal));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
