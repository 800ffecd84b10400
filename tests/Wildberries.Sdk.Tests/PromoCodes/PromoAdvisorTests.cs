using System.Globalization;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class PromoAdvisorTests
{
    private const long Mug = 168902447;

    private static readonly PromoCode Five = Live("FIVE", 5m), Ten = Live("TEN", 10m), Fifteen = Live("FIFTEEN", 15m), Twenty = Live("TWENTY", 20m);

    [Theory]
    [InlineData("defect_not_working", Sentiment.Negative, "TEN", "Retention: defect_not_working, at least 10 %")]
    [InlineData("wrong_item", Sentiment.Negative, "TEN", "Retention: wrong_item, at least 10 %")]
    [InlineData("quality_complaint", Sentiment.Negative, "TEN", "Retention: quality_complaint, at least 10 %")]
    [InlineData("return_refund", Sentiment.Negative, "FIFTEEN", "Retention: return_refund, at least 15 %")]
    [InlineData("pre_purchase", Sentiment.Neutral, "FIVE", "Conversion: pre_purchase, at least 5 %")]
    [InlineData("sizing_fit", Sentiment.Neutral, "FIVE", "Conversion: sizing_fit, at least 5 %")]
    [InlineData("availability", Sentiment.Neutral, "FIVE", "Conversion: availability, at least 5 %")]
    [InlineData("positive_feedback", Sentiment.Positive, "FIVE", "Loyalty: positive_feedback, at least 5 %")]
    [InlineData("defect_not_working", Sentiment.Neutral, null, null)]
    [InlineData("return_refund", Sentiment.Positive, null, null)]
    [InlineData("pre_purchase", Sentiment.Negative, null, null)]
    [InlineData("positive_feedback", Sentiment.Neutral, null, null)]
    [InlineData("compatibility", Sentiment.Neutral, null, null)]
    [InlineData(null, Sentiment.Neutral, null, null)]
    public void The_table_of_the_report_holds(string? intent, Sentiment sentiment, string? code, string? reason)
    {
        PromoAdvisor advisor = Advisor(Twenty, Fifteen, Five, Ten);

        PromoAdvice? advice = advisor.Advise(new ChatContext { Intent = ChatIntent.From(intent!), Sentiment = sentiment, NmId = Mug });

        Assert.Equal(code, advice?.Code.Code);
        Assert.Equal(reason, advice?.Reason);
    }

    [Fact]
    public void The_intents_have_the_names_of_the_table() => Assert.Equal(
        [
            "defect_not_working", "wrong_item", "quality_complaint", "return_refund", "pre_purchase", "sizing_fit", "availability", "positive_feedback",
        ],
        new[]
        {
            ChatIntent.Defect, ChatIntent.WrongItem, ChatIntent.QualityComplaint, ChatIntent.ReturnRefund, ChatIntent.PrePurchase, ChatIntent.Sizing,
            ChatIntent.Availability, ChatIntent.PositiveFeedback,
        }.Select(intent => intent.ToString()));

    [Fact]
    public void The_smallest_discount_that_is_enough_is_taken_and_the_others_say_why_not()
    {
        PromoAdvisor advisor = Advisor(Twenty, Five, Ten, Fifteen);

        Assert.Equal(
            [PromoAdviceOutcome.AnotherIsEnough, PromoAdviceOutcome.TooSmall, PromoAdviceOutcome.Advised, PromoAdviceOutcome.AnotherIsEnough],
            Outcomes(advisor, Complaint()));
    }

    [Fact]
    public void Of_equal_discounts_the_one_that_lasts_longest_is_taken_and_then_the_first()
    {
        PromoCode first = Live("FIRST", 10m, days: 20), second = Live("SECOND", 10m, days: 20), shorter = Live("SHORTER", 10m, days: 10);

        Assert.Equal("FIRST", Advisor(shorter, first, second).Advise(Complaint())?.Code.Code);
        Assert.Equal("SECOND", Advisor(shorter, second, first).Advise(Complaint())?.Code.Code);
    }

    [Fact]
    public void Only_live_codes_are_advised()
    {
        PromoCode past = Live("PAST", 10m, TestCodes.Today.AddDays(-5), 5), ahead = Live("AHEAD", 10m, TestCodes.Tomorrow), stopped = Ten with { IsStopped = true };
        PromoAdvisor advisor = Advisor(past, ahead, stopped);

        Assert.Null(advisor.Advise(Complaint()));
        Assert.Equal([PromoAdviceOutcome.NotLive, PromoAdviceOutcome.NotLive, PromoAdviceOutcome.NotLive], Outcomes(advisor, Complaint()));
    }

    [Fact]
    public void Only_codes_for_the_product_are_advised()
    {
        PromoAdvisor advisor = Advisor(Live("MUG", 10m) with { NmIds = [Mug] }, Live("OTHER", 10m) with { NmIds = [1] });

        Assert.Equal([PromoAdviceOutcome.Advised, PromoAdviceOutcome.OtherProduct], Outcomes(advisor, Complaint()));
        Assert.Equal([PromoAdviceOutcome.OtherProduct, PromoAdviceOutcome.OtherProduct], Outcomes(advisor, Complaint() with { NmId = null }));
        Assert.Equal("TEN", Advisor(Ten).Advise(Complaint() with { NmId = null })?.Code.Code);
    }

    [Fact]
    public void Only_codes_for_the_purpose_are_advised()
    {
        PromoAdvisor advisor = Advisor(
            Live("THANKS", 10m) with { Purposes = PromoCodePurposes.Loyalty | PromoCodePurposes.Conversion },
            Live("SORRY", 10m) with { Purposes = PromoCodePurposes.Retention },
            Live("OWN", 10m) with { Purposes = PromoCodePurposes.None });

        Assert.Equal([PromoAdviceOutcome.OtherPurpose, PromoAdviceOutcome.Advised, PromoAdviceOutcome.OtherPurpose], Outcomes(advisor, Complaint()));
    }

    [Fact]
    public void A_code_that_would_not_lower_the_price_is_not_advised()
    {
        PromoAdvisor advisor = Advisor(Ten, Twenty);
        PriceInput price = new() { Price = 1000m, SellerDiscount = 30m };

        PromoAdvice advice = advisor.Advise(Complaint() with { Price = price with { PromoCode = 50m, PromoCodes = [Twenty] } })!;
        Assert.Equal(Ten, advice.Code);
        Assert.Equal("1000 -> 700 (seller 30 %) -> 630 (promo code 10 %)", advice.Quote?.ToString());
        Assert.Equal(
            [PromoAdviceOutcome.DoesNotApply, PromoAdviceOutcome.DoesNotApply],
            Outcomes(advisor, Complaint() with { Price = price with { SellerDiscount = 45.01m } }));
        Assert.Equal(
            [PromoAdviceOutcome.DoesNotApply, PromoAdviceOutcome.Advised],
            Outcomes(advisor, Complaint() with { Price = price with { WbClubDiscount = 10m } }));
        Assert.Null(advisor.Advise(Complaint())!.Quote);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("50")]
    [InlineData("2.99")]
    [InlineData("50.01")]
    public void A_code_outside_the_rules_for_percentages_does_not_apply(string text)
    {
        decimal percent = decimal.Parse(text, CultureInfo.InvariantCulture);
        PromoAdvisor advisor = Advisor(new PromoAdviceOptions { Rules = [Rule(ChatIntent.Defect, 0m)] }, Live("ODD", percent));
        PromoAdviceOutcome expected = percent is 3m or 50m ? PromoAdviceOutcome.Advised : PromoAdviceOutcome.DoesNotApply;

        Assert.Equal([expected], Outcomes(advisor, Complaint()));
        Assert.Equal([expected], Outcomes(advisor, Complaint() with { Price = new PriceInput { Price = 1000m } }));
    }

    [Fact]
    public void A_code_that_loses_money_is_not_advised()
    {
        PromoAdvisor advisor = Advisor(Ten, Twenty);
        ChatContext context = Complaint() with { Price = new PriceInput { Price = 1000m } };

        Assert.Equal([PromoAdviceOutcome.Advised, PromoAdviceOutcome.AnotherIsEnough], Outcomes(advisor, context with { Costs = new UnitCosts { UnitCost = 800m } }));
        Assert.Equal([PromoAdviceOutcome.Advised, PromoAdviceOutcome.MarginTooLow], Outcomes(advisor, context with { Costs = new UnitCosts { UnitCost = 900m } }));
        Assert.Equal([PromoAdviceOutcome.MarginTooLow, PromoAdviceOutcome.MarginTooLow], Outcomes(advisor, context with { Costs = new UnitCosts { UnitCost = 900.01m } }));
    }

    [Fact]
    public void Costs_without_a_price_are_no_margin_so_nothing_is_advised()
    {
        PromoAdvisor advisor = Advisor(Ten, Five, Twenty);

        Assert.Equal(
            [PromoAdviceOutcome.PriceUnknown, PromoAdviceOutcome.TooSmall, PromoAdviceOutcome.PriceUnknown],
            Outcomes(advisor, Complaint() with { Costs = new UnitCosts { UnitCost = 1m } }));
        Assert.Equal("TEN", advisor.Advise(Complaint())?.Code.Code);
    }

    [Fact]
    public void The_margin_wanted_can_be_set()
    {
        ChatContext context = Complaint() with { Price = new PriceInput { Price = 1000m }, Costs = new UnitCosts { UnitCost = 720m } };

        Assert.NotNull(Advisor(new PromoAdviceOptions { MinMarginPercent = 20m }, Ten).Advise(context));
        Assert.Null(Advisor(new PromoAdviceOptions { MinMarginPercent = 20.01m }, Ten).Advise(context));
        Assert.NotNull(Advisor(new PromoAdviceOptions { MinMarginPercent = -1m }, Ten).Advise(context with { Costs = new UnitCosts { UnitCost = 909m } }));
    }

    [Fact]
    public void A_chat_gets_one_code_within_the_quiet_period()
    {
        PromoAdvisor advisor = Advisor(Ten, Fifteen);
        PromoOffer offer = new() { PromoCodeId = Guid.NewGuid(), OfferedAt = TestCodes.Now.AddDays(-30) };

        Assert.NotNull(advisor.Advise(Complaint() with { Offers = [offer] }));
        Assert.Equal(
            [PromoAdviceOutcome.OfferedLately, PromoAdviceOutcome.OfferedLately],
            Outcomes(advisor, Complaint() with { Offers = [offer, offer with { OfferedAt = offer.OfferedAt.AddTicks(1) }] }));
        Assert.Null(advisor.Advise(Complaint() with { Offers = [offer with { OfferedAt = TestCodes.Now.AddMinutes(1) }] }));

        PromoAdvisor weekly = Advisor(new PromoAdviceOptions { QuietPeriod = TimeSpan.FromDays(7) }, Ten);
        Assert.NotNull(weekly.Advise(Complaint() with { Offers = [offer with { OfferedAt = TestCodes.Now.AddDays(-7) }] }));
        Assert.Null(weekly.Advise(Complaint() with { Offers = [offer with { OfferedAt = TestCodes.Now.AddDays(-6) }] }));
    }

    [Fact]
    public void A_chat_never_gets_the_same_code_twice()
    {
        PromoAdvisor advisor = Advisor(new PromoAdviceOptions { QuietPeriod = TimeSpan.Zero }, Ten, Fifteen);
        PromoOffer offer = new() { PromoCodeId = Ten.Id, OfferedAt = TestCodes.Now.AddHours(-1) };

        Assert.Equal([PromoAdviceOutcome.OfferedBefore, PromoAdviceOutcome.Advised], Outcomes(advisor, Complaint() with { Offers = [offer] }));
    }

    [Fact]
    public void Rules_are_data()
    {
        PromoAdviceOptions defaults = new();
        ChatIntent compatibility = ChatIntent.From("compatibility");
        PromoAdviceOptions own = defaults with
        {
            Rules = [.. defaults.Rules, new PromoAdviceRule { Intent = compatibility, Purpose = PromoCodePurposes.Conversion, MinPercent = 12.5m }],
        };

        Assert.Equal(8, defaults.Rules.Count);
        foreach (Sentiment sentiment in Enum.GetValues<Sentiment>())
        {
            PromoAdvice advice = Advisor(own, Ten, Fifteen).Advise(new ChatContext { Intent = compatibility, Sentiment = sentiment })!;
            Assert.Equal("FIFTEEN 15 % 2026-02-13 to 2026-02-26 (Conversion: compatibility, at least 12.5 %)", advice.ToString());
            Assert.Equal(PromoCodePurposes.Conversion, advice.Purpose);
        }
    }

    [Fact]
    public void The_first_rule_with_a_code_that_fits_decides()
    {
        PromoAdviceOptions options = new()
        {
            Rules = [Rule(ChatIntent.Defect, 30m), Rule(ChatIntent.Defect, 12m), Rule(ChatIntent.Defect, 5m)],
        };

        PromoAdvice advice = Advisor(options, Five, Ten, Fifteen).Advise(Complaint())!;
        Assert.Equal((Fifteen, 12m), (advice.Code, advice.Rule.MinPercent));

        IReadOnlyList<PromoAdviceVerdict> verdicts = Advisor(options, Live("THREE", 3m)).Explain(Complaint());
        Assert.Equal((PromoAdviceOutcome.TooSmall, 30m), (Assert.Single(verdicts).Outcome, verdicts[0].Rule?.MinPercent));
    }

    [Fact]
    public void A_chat_that_no_rule_is_about_gets_none()
    {
        PromoAdviceVerdict verdict = Assert.Single(Advisor(Ten).Explain(Complaint() with { Sentiment = Sentiment.Positive }));

        Assert.Equal((Ten, PromoAdviceOutcome.NoRule), (verdict.Code, verdict.Outcome));
        Assert.Null(verdict.Rule);
        Assert.Empty(Advisor().Explain(Complaint()));
        Assert.Null(Advisor().Advise(Complaint()));
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Refused("Rules", "is null", new() { Rules = [null!] });
        foreach (PromoCodePurposes purpose in (PromoCodePurposes[])[PromoCodePurposes.None, PromoCodePurposes.All, (PromoCodePurposes)8])
        {
            Refused(
                "Purpose",
                $"The rule for defect_not_working has the purpose {purpose}",
                new() { Rules = [Rule(ChatIntent.Defect, 10m) with { Purpose = purpose }] });
        }

        Assert.Throws<ArgumentOutOfRangeException>("MinPercent", () => Advisor(new PromoAdviceOptions { Rules = [Rule(ChatIntent.Defect, -0.01m)] }));
        Assert.Throws<ArgumentOutOfRangeException>("MinPercent", () => Advisor(new PromoAdviceOptions { Rules = [Rule(ChatIntent.Defect, 100.01m)] }));
        Assert.Throws<ArgumentOutOfRangeException>("MinMarginPercent", () => Advisor(new PromoAdviceOptions { MinMarginPercent = 100.01m }));
        Assert.Throws<ArgumentOutOfRangeException>("MinMarginPercent", () => Advisor(new PromoAdviceOptions { MinMarginPercent = -100.01m }));
        Assert.Throws<ArgumentOutOfRangeException>("options.QuietPeriod", () => Advisor(new PromoAdviceOptions { QuietPeriod = TimeSpan.FromTicks(-1) }));
        Assert.Throws<ArgumentNullException>("options.Rules", () => Advisor(new PromoAdviceOptions { Rules = null! }));
        Assert.Throws<ArgumentNullException>("portfolio", () => new PromoAdvisor(null!));
        Assert.Throws<ArgumentNullException>("context", () => Advisor().Advise(null!));

        static void Refused(string property, string words, PromoAdviceOptions options) => Assert.Contains(
            words, Assert.Throws<ArgumentException>(property, () => Advisor(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_at_their_limits_are_taken()
    {
        PromoAdviceOptions options = new() { Rules = [Rule(ChatIntent.Defect, 0m), Rule(ChatIntent.Defect, 100m)], MinMarginPercent = 100m, QuietPeriod = TimeSpan.Zero };

        Assert.NotNull(Advisor(options, Ten).Advise(Complaint()));
        Assert.NotNull(Advisor(options with { MinMarginPercent = -100m }, Ten).Advise(Complaint()));
    }

    private static IEnumerable<PromoAdviceOutcome> Outcomes(PromoAdvisor advisor, ChatContext context)
    {
        IReadOnlyList<PromoAdviceVerdict> verdicts = advisor.Explain(context);
        Assert.Equal(
            verdicts.SingleOrDefault(verdict => verdict.Outcome == PromoAdviceOutcome.Advised)?.Code,
            advisor.Advise(context)?.Code);
        return verdicts.Select(verdict => verdict.Outcome);
    }

    private static ChatContext Complaint() => new() { Intent = ChatIntent.Defect, Sentiment = Sentiment.Negative, NmId = Mug };

    private static PromoAdviceRule Rule(ChatIntent intent, decimal minPercent) =>
        new() { Intent = intent, Purpose = PromoCodePurposes.Retention, MinPercent = minPercent };

    private static PromoCode Live(string text, decimal percent, DateOnly? start = null, int days = 14) =>
        TestCodes.Create(text, percent, start ?? TestCodes.Today.AddDays(-1), days);

    private static PromoAdvisor Advisor(params PromoCode[] codes) => Advisor(new PromoAdviceOptions(), codes);

    private static PromoAdvisor Advisor(PromoAdviceOptions options, params PromoCode[] codes) =>
        new(new PromoCodePortfolio(TestCodes.Seller, codes, timeProvider: TestCodes.Clock()), options);
}
