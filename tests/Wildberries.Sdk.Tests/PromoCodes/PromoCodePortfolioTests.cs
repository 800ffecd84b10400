using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class PromoCodePortfolioTests
{
    private static readonly DateOnly Start = new(2026, 3, 1);

    [Fact]
    public void Nine_codes_leave_room_for_a_tenth_and_ten_for_none()
    {
        PromoCode next = Code("NEXT", Start);

        Assert.True(Portfolio(Codes(9)).Fits(next));
        PromoCodePortfolio full = Portfolio(Codes(10));
        Assert.False(full.Fits(next));
        Assert.Equal("Start: On 2026-03-01 10 other codes work, which is the limit.", Assert.Single(full.Validate(next)).ToString());
        Assert.Equal(PromoCodeRule.ActiveCodes, Assert.Single(full.Validate(next)).Rule);
    }

    [Fact]
    public void Codes_that_touch_do_not_overlap()
    {
        // Ten codes from 1 to 7 March.
        PromoCodePortfolio portfolio = Portfolio(Codes(10, days: 7));

        Assert.True(portfolio.Fits(Code("BEFORE", Start.AddDays(-5), 5)));
        Assert.False(portfolio.Fits(Code("BEFORE", Start.AddDays(-5), 6)));
        Assert.True(portfolio.Fits(Code("AFTER", Start.AddDays(7))));
        Assert.False(portfolio.Fits(Code("AFTER", Start.AddDays(6))));
    }

    [Fact]
    public void The_first_day_that_is_full_is_named()
    {
        // Five codes from the 1st, five more from the 10th.
        PromoCodePortfolio portfolio = Portfolio([.. Codes(5, days: 31), .. Codes(5, "B", Start.AddDays(9))]);

        Assert.Contains("2026-03-10", Assert.Single(portfolio.Validate(Code("NEXT", Start, 31))).Message, StringComparison.Ordinal);
        Assert.Empty(portfolio.Validate(Code("NEXT", Start, 9)));

        // Full from the 10th on, and fuller still from the 12th on.
        PromoCodePortfolio fuller = Portfolio([.. portfolio.Codes, Code("C", Start.AddDays(11))]);
        Assert.Contains("2026-03-10", Assert.Single(fuller.Validate(Code("NEXT", Start, 31))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_codes_one_after_the_other_are_not_ten_at_once()
    {
        PromoCodePortfolio portfolio = Portfolio([.. Enumerable.Range(0, 20).Select(i => Code($"C{i}", Start.AddDays(i), 1))]);

        Assert.True(portfolio.Fits(Code("LONG", Start, 31)));
    }

    [Fact]
    public void A_stopped_code_takes_no_slot_and_no_text()
    {
        PromoCode[] codes = Codes(10);
        codes[3] = codes[3] with { IsStopped = true };
        PromoCodePortfolio portfolio = Portfolio(codes);

        Assert.True(portfolio.Fits(Code("NEXT", Start)));
        Assert.True(portfolio.Fits(Code(codes[3].Code, Start)));
        Assert.True(Portfolio(Codes(10)).Fits(Code("A1", Start) with { IsStopped = true }));
    }

    [Theory]
    [InlineData("THANKS10")]
    [InlineData("thanks10")]
    public void A_text_is_taken_while_codes_overlap(string text)
    {
        PromoCodePortfolio portfolio = Portfolio(Code("THANKS10", Start, 7));

        PromoCodeViolation violation = Assert.Single(portfolio.Validate(Code(text, Start.AddDays(6))));
        Assert.Equal("Code: Another code of this text works from 2026-03-01 to 2026-03-07.", violation.ToString());
        Assert.Equal(PromoCodeRule.UniqueCode, violation.Rule);
        Assert.Empty(portfolio.Validate(Code(text, Start.AddDays(7))));
        Assert.Empty(portfolio.Validate(Code("THANKS15", Start)));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        PromoCodePortfolio portfolio = Portfolio(Codes(10));

        Assert.Equal(
            [PromoCodeRule.PercentRange, PromoCodeRule.ActiveCodes, PromoCodeRule.UniqueCode],
            portfolio.Validate(Code("A1", Start) with { Percent = 60m }).Select(violation => violation.Rule));
        Assert.Equal(
            [PromoCodeRule.Seller],
            portfolio.Validate(Code("NEXT", Start.AddDays(20)) with { SellerId = "" }).Select(violation => violation.Rule));
    }

    [Fact]
    public void A_change_is_checked_against_the_others_only_and_need_not_start_anew()
    {
        PromoCode[] codes = [.. Codes(9), Code("RUNS", TestCodes.Today.AddDays(-3), 30)];
        PromoCode runs = codes[9];
        PromoCodePortfolio portfolio = Portfolio(codes);

        Assert.Empty(portfolio.Validate(runs));
        Assert.Empty(portfolio.Validate(runs with { Percent = 12m, Description = "changed" }));
        Assert.Equal(PromoCodeRule.UniqueCode, Assert.Single(portfolio.Validate(runs with { Code = codes[0].Code })).Rule);
        Assert.Equal(PromoCodeRule.Start, Assert.Single(portfolio.Validate(runs with { Start = TestCodes.Today })).Rule);
        Assert.Equal(PromoCodeRule.Start, Assert.Single(portfolio.Validate(runs with { Id = Guid.NewGuid(), Code = "NEW", Days = 3 })).Rule);
    }

    [Fact]
    public void What_has_not_changed_is_not_held_against_a_change()
    {
        PromoCode odd = Code("NO SPACE", TestCodes.Today.AddDays(-3), 40) with
        {
            Percent = 50.001m,
            NmIds = [1, 1],
            Purposes = (PromoCodePurposes)8,
            WildberriesId = "6f96",
        };
        PromoCodePortfolio portfolio = new(
            TestCodes.Seller,
            [odd, odd with { Id = Guid.NewGuid(), Code = "no space", WildberriesId = "6F96" }, Code("OTHER", TestCodes.Today)],
            new PromoCodeRules { MaxPercent = 40m, MaxActiveCodes = 1 },
            TestCodes.Clock());

        Assert.Empty(portfolio.Validate(odd with { IsStopped = true }));
        Assert.Empty(portfolio.Validate(odd with { Description = "changed", NmIds = [1, 1] }));
        Assert.Equal(
            [
                PromoCodeRule.CodeText, PromoCodeRule.PercentRange, PromoCodeRule.PercentDecimals, PromoCodeRule.Duration, PromoCodeRule.Start,
                PromoCodeRule.Products, PromoCodeRule.Purposes, PromoCodeRule.ActiveCodes, PromoCodeRule.UniqueCode, PromoCodeRule.UniqueWildberriesId,
            ],
            portfolio.Validate(odd with { Id = Guid.NewGuid() }).Select(violation => violation.Rule));

        Breaks(PromoCodeRule.CodeText, odd with { Code = "NO  SPACE" });
        Breaks(PromoCodeRule.UniqueCode, odd with { Code = "OTHER" });
        Breaks(PromoCodeRule.PercentRange, odd with { Percent = 50m });
        Breaks(PromoCodeRule.Duration, odd with { Days = 41 }, PromoCodeRule.ActiveCodes, PromoCodeRule.UniqueCode);
        Breaks(PromoCodeRule.Start, odd with { Start = TestCodes.Today }, PromoCodeRule.ActiveCodes, PromoCodeRule.UniqueCode);
        Breaks(PromoCodeRule.Products, odd with { NmIds = [] });
        Breaks(PromoCodeRule.Purposes, odd with { Purposes = (PromoCodePurposes)16 });
        Assert.Empty(portfolio.Validate(odd with { WildberriesId = "other", NmIds = null, Percent = 40m, Code = "NOSPACE" }));

        // Working again is a change of the time.
        PromoCodePortfolio stopped = new(
            TestCodes.Seller, [odd with { IsStopped = true }, portfolio.Codes[1]], portfolio.Rules, TestCodes.Clock());
        Assert.Equal([PromoCodeRule.ActiveCodes, PromoCodeRule.UniqueCode], stopped.Validate(odd).Select(violation => violation.Rule));

        void Breaks(PromoCodeRule first, PromoCode code, params PromoCodeRule[] more) =>
            Assert.Equal([first, .. more], portfolio.Validate(code).Select(violation => violation.Rule));
    }

    [Fact]
    public void An_id_of_WB_that_another_code_has_is_not_taken_over()
    {
        PromoCode one = Code("ONE", Start) with { WildberriesId = "6f96" }, two = Code("TWO", Start);

        Assert.Equal(
            PromoCodeRule.UniqueWildberriesId, Assert.Single(Portfolio(one, two).Validate(two with { WildberriesId = "6F96" })).Rule);
    }

    [Fact]
    public void Live_codes_are_those_of_now_in_the_order_of_their_ends()
    {
        PromoCode later = Code("LATER", TestCodes.Today.AddDays(-1), 10), soon = Code("SOON", TestCodes.Today, 2), stopped = soon with
        {
            Id = Guid.NewGuid(),
            IsStopped = true,
        };
        PromoCodePortfolio portfolio = Portfolio(
            later, soon, stopped, Code("PAST", TestCodes.Today.AddDays(-5), 5), Code("AHEAD", TestCodes.Tomorrow));

        Assert.Equal([soon, later], portfolio.GetLive());
        Assert.Equal(8, portfolio.CountFreeSlots());
        Assert.Equal(TestCodes.Now, portfolio.GetNextFreeSlot());
    }

    [Fact]
    public void Codes_that_end_soon_are_found_to_the_tick()
    {
        // It is noon of the 14th: the first ends in 12 hours, the second in 36.
        PromoCode tonight = Code("TONIGHT", TestCodes.Today, 1), tomorrow = Code("TOMORROW", TestCodes.Today, 2);
        PromoCodePortfolio portfolio = Portfolio(tomorrow, tonight, Code("AHEAD", TestCodes.Tomorrow, 1));

        Assert.Empty(portfolio.GetEndingWithin(TimeSpan.FromHours(12) - TimeSpan.FromTicks(1)));
        Assert.Equal([tonight], portfolio.GetEndingWithin(TimeSpan.FromHours(12)));
        Assert.Equal([tonight, tomorrow], portfolio.GetEndingWithin(TimeSpan.FromHours(36)));
        Assert.Empty(portfolio.GetEndingWithin(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>("within", () => portfolio.GetEndingWithin(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void The_next_slot_frees_when_more_end_than_begin()
    {
        // Ten work now. One ends tomorrow night, when another begins; two end a day later.
        PromoCodePortfolio portfolio = Portfolio(
        [
            .. Codes(7, start: TestCodes.Today, days: 20),
            Code("ENDS1", TestCodes.Today, 2),
            Code("ENDS2", TestCodes.Today, 3),
            Code("ENDS3", TestCodes.Today, 3),
            Code("BEGINS", TestCodes.Today.AddDays(2), 20),
            Code("STOPPED", TestCodes.Today, 1) with { IsStopped = true },
        ]);

        Assert.Equal(0, portfolio.CountFreeSlots());
        Assert.Equal(new DateTimeOffset(2026, 2, 17, 0, 0, 0, TimeSpan.FromHours(3)), portfolio.GetNextFreeSlot());
        Assert.Equal(new DateOnly(2026, 2, 17), portfolio.FindStart(1));
    }

    [Fact]
    public void A_start_is_found_where_all_days_are_free()
    {
        // One slot is free on 15 and 16 February, none from the 17th to the 23rd.
        PromoCodePortfolio portfolio = Portfolio([.. Codes(9, start: TestCodes.Today, days: 10), Code("BEGINS", new DateOnly(2026, 2, 17), 7)]);

        Assert.Equal(new DateOnly(2026, 2, 15), portfolio.FindStart(2));
        Assert.Equal(new DateOnly(2026, 2, 24), portfolio.FindStart(3));
        Assert.Equal(new DateOnly(2026, 2, 24), portfolio.FindStart(31));
        Assert.Equal(TestCodes.Tomorrow, Portfolio().FindStart(31));
    }

    [Fact]
    public void No_start_is_found_when_all_days_are_taken()
    {
        PromoCodeRules one = new() { MaxActiveCodes = 1, MaxMonthsAhead = 0, MinDaysAhead = 0 };
        PromoCode today = Code("TODAY", TestCodes.Today, 1);

        Assert.Null(new PromoCodePortfolio(TestCodes.Seller, [today], one, TestCodes.Clock()).FindStart(1));
        Assert.Equal(
            TestCodes.Today,
            new PromoCodePortfolio(TestCodes.Seller, [today with { IsStopped = true }], one, TestCodes.Clock()).FindStart(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    public void A_start_is_looked_for_1_to_31_days(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(days), () => Portfolio().FindStart(days));

    [Fact]
    public void Too_many_codes_leave_no_slots_rather_than_less() =>
        Assert.Equal(0, Portfolio(Codes(12, start: TestCodes.Today)).CountFreeSlots());

    [Fact]
    public void Own_rules_move_the_limit()
    {
        PromoCodePortfolio two = new(TestCodes.Seller, Codes(2), new PromoCodeRules { MaxActiveCodes = 2 }, TestCodes.Clock());

        Assert.Equal(PromoCodeRule.ActiveCodes, Assert.Single(two.Validate(Code("NEXT", Start))).Rule);
        Assert.Equal(2, two.Rules.MaxActiveCodes);
        Assert.Equal(2, two.Codes.Count);
        Assert.Equal(TestCodes.Seller, two.SellerId);
    }

    [Fact]
    public void Without_a_clock_the_systems_is_taken()
    {
        DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        PromoCodePortfolio portfolio = new(TestCodes.Seller, [Code("RUNS", today.AddDays(-5), 10), Code("PAST", today.AddDays(-50), 10)]);

        Assert.Equal("RUNS", Assert.Single(portfolio.GetLive()).Code);
    }

    [Fact]
    public void A_portfolio_is_of_one_seller_and_its_codes_differ_in_their_ids()
    {
        PromoCode other = Code("OTHER", Start) with { SellerId = "other" };
        PromoCode one = Code("ONE", Start);

        Assert.Contains("another seller", Assert.Throws<ArgumentException>("codes", () => Portfolio(other)).Message, StringComparison.Ordinal);
        Assert.Contains("another seller", Assert.Throws<ArgumentException>("code", () => Portfolio().Validate(other)).Message, StringComparison.Ordinal);
        Assert.Contains("same id", Assert.Throws<ArgumentException>("codes", () => Portfolio(one, one with { Code = "TWO" })).Message, StringComparison.Ordinal);
        Assert.Contains("is null", Assert.Throws<ArgumentException>("codes", () => Portfolio(one, null!)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("codes", () => new PromoCodePortfolio(TestCodes.Seller, null!));
        Assert.Throws<ArgumentNullException>("code", () => Portfolio().Validate(null!));
        Assert.Throws<ArgumentException>("sellerId", () => new PromoCodePortfolio(" ", []));
    }

    private static PromoCodePortfolio Portfolio(params PromoCode[] codes) => new(TestCodes.Seller, codes, timeProvider: TestCodes.Clock());

    private static PromoCode Code(string text, DateOnly start, int days = 7) => TestCodes.Create(text, 10m, start, days);

    private static PromoCode[] Codes(int count, string prefix = "A", DateOnly? start = null, int days = 7) =>
        [.. Enumerable.Range(0, count).Select(i => Code($"{prefix}{i}", start ?? Start, days))];
}
