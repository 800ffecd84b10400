using System.Globalization;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class DiscountStackingTests
{
    private static readonly DiscountStacking Stacking = new();

    [Fact]
    public void A_quote_reads_as_a_chain_of_prices()
    {
        PriceQuote quote = Stacking.Quote(new PriceInput { Price = 1000m, SellerDiscount = 30m, PromoCode = 10m });

        Assert.Equal("1000 -> 700 (seller 30 %) -> 630 (promo code 10 %)", quote.ToString());
        Assert.True(quote.PromoCodeApplied);
    }

    [Fact]
    public void A_quote_without_discounts_is_the_price_alone()
    {
        PriceQuote quote = Stacking.Quote(new PriceInput { Price = 1000.50m });

        Assert.Equal("1000.5", quote.ToString());
        Assert.Empty(quote.Steps);
        Assert.Equal(1000.5m, quote.FinalPrice);
        Assert.Equal(PromoCodeOutcome.NotGiven, quote.PromoCodeOutcome);
        Assert.False(quote.PromoCodeApplied);
    }

    [Fact]
    public void Text_has_no_trailing_zeros_and_names_every_discount()
    {
        PriceInput input = new() { Price = 1000.00m, SellerDiscount = 10.00m, SellerPromotionDiscount = 12.50m };

        Assert.Equal(
            "1000 -> 900 (seller 10 %) -> 787.5 (seller promotion 12.5 %) -> 748.13 (WB Club 5 %)",
            Stacking.Quote(input with { WbClubDiscount = 5.0m }).ToString());
        Assert.Equal(
            "1000 -> 900 (seller 10 %) -> 787.5 (seller promotion 12.5 %) -> 748.13 (loyalty 5 %)",
            Stacking.Quote(input with { LoyaltyDiscount = 5.0m }).ToString());
    }

    [Fact]
    public void Wildberries_own_example_comes_out()
    {
        PriceQuote quote = Stacking.Quote(new PriceInput { Price = 500m, SellerDiscount = 30m, WbClubDiscount = 5m });

        Assert.Equal([350m, 332.5m], quote.Steps.Select(step => step.PriceAfter));
        Assert.Equal(332.5m, quote.FinalPrice);
    }

    [Fact]
    public void Each_step_says_its_base_percent_amount_and_who_pays()
    {
        PriceInput input = new() { Price = 1000m, SellerDiscount = 30m, SellerPromotionDiscount = 20m };
        PriceStep[] bySeller =
        [
            new() { Kind = PriceStepKind.SellerDiscount, BasePrice = 1000m, Percent = 30m, PriceAfter = 700m },
            new() { Kind = PriceStepKind.SellerPromotion, BasePrice = 700m, Percent = 20m, PriceAfter = 560m },
        ];

        PriceQuote withCode = Stacking.Quote(input with { PromoCode = 10m });
        PriceQuote withLoyalty = Stacking.Quote(input with { LoyaltyDiscount = 10m });
        PriceQuote withClub = Stacking.Quote(input with { WbClubDiscount = 10m });

        Assert.Equal(
            [.. bySeller, new PriceStep { Kind = PriceStepKind.PromoCode, BasePrice = 560m, Percent = 10m, PriceAfter = 504m }],
            withCode.Steps);
        Assert.Equal([300m, 140m, 56m], withCode.Steps.Select(step => step.Amount));
        Assert.All(withCode.Steps, step => Assert.Equal(DiscountFunding.Seller, step.FundedBy));
        Assert.Equal(DiscountFunding.Wildberries, withLoyalty.Steps[^1].FundedBy);
        Assert.Equal(DiscountFunding.Seller, withClub.Steps[^1].FundedBy);
    }

    [Theory]
    [InlineData("45", "0", true)]
    [InlineData("45.01", "0", false)]
    [InlineData("45.0000000000000000000000001", "0", false)]
    [InlineData("0", "45", true)]
    [InlineData("0", "45.01", false)]
    [InlineData("30", "20", true)] // 44 % together, not 50 %
    [InlineData("20", "30", true)]
    [InlineData("31.25", "20", true)] // exactly 45 % together
    [InlineData("31.26", "20", false)]
    [InlineData("31.25", "20.01", false)]
    [InlineData("100", "0", false)]
    public void A_promo_code_applies_up_to_45_percent_of_the_seller_together(string discount, string promotion, bool applies)
    {
        // At four roubles the hundredths of a percent vanish in the kopeck: the limit must not look at rounded prices.
        foreach (decimal price in (decimal[])[0m, 0.01m, 4m, 1000m, 999_999_999.99m])
        {
            PriceQuote quote = Stacking.Quote(new PriceInput
            {
                Price = price,
                SellerDiscount = Number(discount),
                SellerPromotionDiscount = Number(promotion),
                PromoCode = 10m,
            });

            Assert.Equal(applies ? PromoCodeOutcome.Applied : PromoCodeOutcome.SellerDiscountTooHigh, quote.PromoCodeOutcome);
            Assert.Equal(applies, quote.PromoCodeApplied);
            Assert.Equal(applies, quote.Steps.Any(step => step.Kind == PriceStepKind.PromoCode));
        }
    }

    [Fact]
    public void A_higher_discount_of_the_seller_can_raise_the_price_with_a_code()
    {
        PriceInput atTheLimit = new() { Price = 1000m, SellerDiscount = 45m, PromoCode = 10m };

        Assert.Equal(495m, Stacking.Quote(atTheLimit).FinalPrice);
        Assert.Equal(540m, Stacking.Quote(atTheLimit with { SellerDiscount = 46m }).FinalPrice);
    }

    [Theory]
    [InlineData("10", "9.99", "0", PromoCodeOutcome.Applied, PriceStepKind.PromoCode)]
    [InlineData("10", "10", "0", PromoCodeOutcome.LoyaltyIsBetter, PriceStepKind.Loyalty)]
    [InlineData("10", "10.01", "0", PromoCodeOutcome.LoyaltyIsBetter, PriceStepKind.Loyalty)]
    [InlineData("10", "0", "9.99", PromoCodeOutcome.Applied, PriceStepKind.PromoCode)]
    [InlineData("10", "0", "10", PromoCodeOutcome.WbClubIsBetter, PriceStepKind.WbClub)]
    [InlineData("10", "0", "10.01", PromoCodeOutcome.WbClubIsBetter, PriceStepKind.WbClub)]
    [InlineData("10", "10", "10", PromoCodeOutcome.LoyaltyIsBetter, PriceStepKind.Loyalty)]
    [InlineData("10", "10", "10.01", PromoCodeOutcome.WbClubIsBetter, PriceStepKind.WbClub)]
    [InlineData(null, "5", "5", PromoCodeOutcome.NotGiven, PriceStepKind.Loyalty)]
    [InlineData(null, "5", "6", PromoCodeOutcome.NotGiven, PriceStepKind.WbClub)]
    public void Only_the_best_of_code_loyalty_and_club_is_taken(
        string? code, string loyalty, string club, PromoCodeOutcome outcome, PriceStepKind winner)
    {
        PriceQuote quote = Stacking.Quote(new PriceInput
        {
            Price = 1000m,
            PromoCode = code is null ? null : Number(code),
            LoyaltyDiscount = Number(loyalty),
            WbClubDiscount = Number(club),
        });

        Assert.Equal(outcome, quote.PromoCodeOutcome);
        Assert.Equal(winner, Assert.Single(quote.Steps).Kind);
    }

    [Fact]
    public void Of_several_codes_the_best_applies_and_each_other_says_why_not()
    {
        PromoCode five = TestCodes.Create("FIVE", 5m), twelve = TestCodes.Create("TWELVE", 12m), ten = TestCodes.Create("TEN", 10m);
        PriceInput input = new() { Price = 1000m, SellerDiscount = 30m, PromoCodes = [five, twelve, ten] };

        PriceQuote won = Stacking.Quote(input with { LoyaltyDiscount = 11m });
        Assert.Equal("1000 -> 700 (seller 30 %) -> 616 (promo code 12 %)", won.ToString());
        Assert.Equal(PromoCodeOutcome.Applied, won.PromoCodeOutcome);
        Assert.Equal(
            [
                new PromoCodeVerdict { Code = five, Percent = 5m, Outcome = PromoCodeOutcome.AnotherCodeIsBetter },
                new PromoCodeVerdict { Code = twelve, Percent = 12m, Outcome = PromoCodeOutcome.Applied },
                new PromoCodeVerdict { Code = ten, Percent = 10m, Outcome = PromoCodeOutcome.AnotherCodeIsBetter },
            ],
            won.PromoCodes);

        AssertAll(PromoCodeOutcome.LoyaltyIsBetter, input with { LoyaltyDiscount = 12m });
        AssertAll(PromoCodeOutcome.WbClubIsBetter, input with { WbClubDiscount = 12m });
        AssertAll(PromoCodeOutcome.SellerDiscountTooHigh, input with { SellerDiscount = 45.01m, LoyaltyDiscount = 12m });

        static void AssertAll(PromoCodeOutcome outcome, PriceInput lost)
        {
            PriceQuote quote = Stacking.Quote(lost);
            Assert.Equal(outcome, quote.PromoCodeOutcome);
            Assert.False(quote.PromoCodeApplied);
            Assert.Equal([outcome, outcome, outcome], quote.PromoCodes.Select(verdict => verdict.Outcome));
        }
    }

    [Fact]
    public void Of_codes_that_give_the_same_the_first_wins()
    {
        PromoCode[] codes = [TestCodes.Create("ONE", 10m), TestCodes.Create("TWO", 10.00m), TestCodes.Create("THREE", 9.99m)];

        PriceQuote named = Stacking.Quote(new PriceInput { Price = 1000m, PromoCodes = codes });
        PriceQuote nameless = Stacking.Quote(new PriceInput { Price = 1000m, PromoCode = 10m, PromoCodes = codes });

        Assert.Equal(codes[0], Assert.Single(named.PromoCodes, verdict => verdict.Outcome == PromoCodeOutcome.Applied).Code);
        Assert.Null(Assert.Single(nameless.PromoCodes, verdict => verdict.Outcome == PromoCodeOutcome.Applied).Code);
        Assert.Equal([null, .. codes], nameless.PromoCodes.Select(verdict => verdict.Code));
        Assert.Equal([10m, 10m, 10m, 9.99m], nameless.PromoCodes.Select(verdict => verdict.Percent));
    }

    [Fact]
    public void The_sellers_price_bears_the_sellers_discounts_and_not_the_loyalty_discount()
    {
        PriceInput input = new() { Price = 1000m, SellerDiscount = 30m, SellerPromotionDiscount = 10m };

        Assert.Equal(630m, Stacking.Quote(input).SellerPrice);
        Assert.Equal(567m, Stacking.Quote(input with { PromoCode = 10m }).SellerPrice);
        Assert.Equal(567m, Stacking.Quote(input with { WbClubDiscount = 10m }).SellerPrice);
        Assert.Equal(630m, Stacking.Quote(input with { LoyaltyDiscount = 10m }).SellerPrice);
        Assert.Equal(567m, Stacking.Quote(input with { LoyaltyDiscount = 10m }).FinalPrice);
    }

    [Fact]
    public void Loyalty_and_club_do_not_count_towards_the_limit_of_the_seller()
    {
        PriceQuote quote = Stacking.Quote(new PriceInput
        {
            Price = 1000m,
            SellerDiscount = 45m,
            LoyaltyDiscount = 30m,
            WbClubDiscount = 30m,
            PromoCode = 50m,
        });

        Assert.Equal("1000 -> 550 (seller 45 %) -> 275 (promo code 50 %)", quote.ToString());
    }

    [Fact]
    public void A_blocked_code_leaves_the_loyalty_discount_in_place()
    {
        PriceQuote quote = Stacking.Quote(new PriceInput { Price = 1000m, SellerDiscount = 50m, LoyaltyDiscount = 5m, PromoCode = 10m });

        Assert.Equal("1000 -> 500 (seller 50 %) -> 475 (loyalty 5 %)", quote.ToString());
        Assert.Equal(PromoCodeOutcome.SellerDiscountTooHigh, quote.PromoCodeOutcome);
    }

    [Theory]
    [InlineData("0.01", "50", "0.01")] // half a kopeck, away from zero
    [InlineData("0.03", "50", "0.02")] // 1.5 kopecks
    [InlineData("0.05", "50", "0.03")] // 2.5 kopecks: to even would be 0.02
    [InlineData("0.09", "50", "0.05")] // 4.5 kopecks: to even would be 0.04
    [InlineData("0.01", "50.01", "0")]
    [InlineData("100.10", "5", "95.1")] // 95.095
    [InlineData("0", "30", "0")]
    [InlineData("1000", "100", "0")]
    public void Half_a_kopeck_is_rounded_away_from_zero(string price, string discount, string expected)
    {
        PriceQuote quote = Stacking.Quote(new PriceInput { Price = Number(price), SellerDiscount = Number(discount) });

        Assert.Equal(Number(expected), quote.FinalPrice);
    }

    [Fact]
    public void Steps_build_on_the_exact_price_and_not_on_the_rounded_one()
    {
        // 0.05 -> 0.025 -> 0.0125: from the rounded 0.03 the last price would be 0.02.
        PriceQuote quote = Stacking.Quote(new PriceInput { Price = 0.05m, SellerPromotionDiscount = 50m, WbClubDiscount = 50m });

        Assert.Equal([0.03m, 0.01m], quote.Steps.Select(step => step.PriceAfter));
        Assert.Equal([0.02m, 0.02m], quote.Steps.Select(step => step.Amount));
    }

    [Fact]
    public void A_price_finer_than_a_kopeck_is_shown_rounded_and_still_adds_up()
    {
        PriceQuote quote = Stacking.Quote(new PriceInput { Price = 10.005m, SellerDiscount = 50m });

        Assert.Equal(10.01m, quote.Price);
        Assert.Equal(5m, quote.FinalPrice);
        Assert.Equal(5.01m, Assert.Single(quote.Steps).Amount);
    }

    [Fact]
    public void The_largest_price_does_not_overflow()
    {
        PriceInput input = new() { Price = decimal.MaxValue, SellerDiscount = 30m, SellerPromotionDiscount = 0.01m, PromoCode = 3m };

        PriceQuote quote = Stacking.Quote(input);

        Assert.Equal(decimal.MaxValue, quote.Price);
        Assert.InRange(quote.FinalPrice, decimal.MaxValue * 0.6788m, decimal.MaxValue * 0.6790m);
    }

    [Theory]
    [InlineData("3", true)]
    [InlineData("2.99", false)]
    [InlineData("0", false)]
    [InlineData("50", true)]
    [InlineData("50.01", false)]
    public void A_promo_code_has_3_to_50_percent(string percent, bool valid)
    {
        PriceInput input = new() { Price = 1000m, PromoCode = Number(percent) };
        if (valid)
        {
            Assert.True(Stacking.Quote(input).PromoCodeApplied);
            return;
        }

        AssertRefused(input, nameof(PriceInput.PromoCode), Number(percent), "from 3 to 50");
        PromoCode code = TestCodes.Create("CODE", Number(percent));
        AssertRefused(new PriceInput { Price = 1000m, PromoCodes = [code] }, nameof(PriceInput.PromoCodes), code.Percent, "from 3 to 50");
    }

    [Fact]
    public void A_value_out_of_range_is_named_with_its_limit()
    {
        PriceInput valid = new() { Price = 1000m };

        AssertRefused(valid with { Price = -0.01m }, nameof(PriceInput.Price), -0.01m, "zero or more");
        foreach (decimal wrong in (decimal[])[-0.01m, 100.01m])
        {
            AssertRefused(valid with { SellerDiscount = wrong }, nameof(PriceInput.SellerDiscount), wrong, "from 0 to 100");
            AssertRefused(
                valid with { SellerPromotionDiscount = wrong }, nameof(PriceInput.SellerPromotionDiscount), wrong, "from 0 to 100");
            AssertRefused(valid with { LoyaltyDiscount = wrong }, nameof(PriceInput.LoyaltyDiscount), wrong, "from 0 to 100");
            AssertRefused(valid with { WbClubDiscount = wrong }, nameof(PriceInput.WbClubDiscount), wrong, "from 0 to 100");
        }
    }

    [Fact]
    public void A_missing_code_is_refused() => Assert.Contains(
        "is null",
        Assert.Throws<ArgumentException>(
            nameof(PriceInput.PromoCodes), () => Stacking.Quote(new PriceInput { Price = 1000m, PromoCodes = [null!] })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_missing_input_is_refused() => Assert.Throws<ArgumentNullException>("input", () => Stacking.Quote(null!));

    [Fact]
    public void Own_rules_move_every_limit()
    {
        DiscountStacking own = new(new PromoCodeRules { MaxSellerDiscountForPromoCode = 20m, MinPercent = 1m, MaxPercent = 60m });
        PriceInput input = new() { Price = 1000m, SellerDiscount = 20m, PromoCode = 60m };

        Assert.Equal(PromoCodeOutcome.Applied, own.Quote(input).PromoCodeOutcome);
        Assert.Equal(PromoCodeOutcome.Applied, own.Quote(input with { PromoCode = 1m }).PromoCodeOutcome);
        Assert.Equal(PromoCodeOutcome.SellerDiscountTooHigh, own.Quote(input with { SellerDiscount = 20.01m }).PromoCodeOutcome);
        Assert.Throws<ArgumentOutOfRangeException>(() => own.Quote(input with { PromoCode = 0.99m }));
        Assert.Throws<ArgumentOutOfRangeException>(() => own.Quote(input with { PromoCode = 60.01m }));
    }

    [Fact]
    public void Rules_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            "MaxSellerDiscountForPromoCode", () => new DiscountStacking(new PromoCodeRules { MaxSellerDiscountForPromoCode = 100.01m }));
        Assert.Throws<ArgumentOutOfRangeException>("MaxPercent", () => new DiscountStacking(new PromoCodeRules { MaxPercent = 100.01m }));
        Assert.Throws<ArgumentOutOfRangeException>("MinPercent", () => new DiscountStacking(new PromoCodeRules { MinPercent = -0.01m }));
        Assert.Throws<ArgumentOutOfRangeException>("MinPercent", () => new DiscountStacking(new PromoCodeRules { MinPercent = 50.01m }));
    }

    private static void AssertRefused(PriceInput input, string property, decimal value, string limit)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(property, () => Stacking.Quote(input));
        Assert.Equal(value, refusal.ActualValue);
        Assert.Contains(limit, refusal.Message, StringComparison.Ordinal);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
