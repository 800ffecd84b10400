using System.Globalization;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class MarginCalculatorTests
{
    private static readonly UnitCosts Costs = new()
    {
        UnitCost = 200m,
        CommissionPercent = 20m,
        Logistics = 50m,
        AcquiringPercent = 2m,
        Storage = 10m,
        TaxPercent = 6m,
        AdvertisingPercent = 5m,
    };

    private static readonly UnitCosts TaxedProfit = Costs with { TaxBase = TaxBase.Profit, TaxPercent = 15m };

    [Fact]
    public void All_costs_are_taken_off_the_price()
    {
        UnitMargin margin = new MarginCalculator(Costs).Calculate(700m);

        Assert.Equal(
            new UnitMargin
            {
                Price = 700m,
                UnitCost = 200m,
                Commission = 140m,
                Logistics = 50m,
                Acquiring = 14m,
                Storage = 10m,
                Advertising = 35m,
                Tax = 42m,
            },
            margin);
        Assert.Equal(209m, margin.Profit);
        Assert.Equal(20_900m / 700m, margin.MarginPercent);
        Assert.Equal(104.5m, margin.ReturnPercent);
        Assert.Equal("700: profit 209 (margin 29.86 %, return 104.5 %)", margin.ToString());
    }

    [Fact]
    public void Tax_on_profit_is_of_what_the_other_costs_leave()
    {
        MarginCalculator calculator = new(TaxedProfit);

        UnitMargin margin = calculator.Calculate(700m);
        Assert.Equal((37.65m, 213.35m), (margin.Tax, margin.Profit)); // 15 % of 251

        UnitMargin loss = calculator.Calculate(300m);
        Assert.Equal((0m, -41m), (loss.Tax, loss.Profit));
    }

    [Fact]
    public void Tax_on_revenue_is_due_on_a_loss_too()
    {
        UnitMargin loss = new MarginCalculator(Costs).Calculate(300m);

        Assert.Equal((18m, -59m), (loss.Tax, loss.Profit));
        Assert.Equal(-5_900m / 300m, loss.MarginPercent);
        Assert.Equal(-29.5m, loss.ReturnPercent);
    }

    [Fact]
    public void A_quote_counts_with_the_sellers_price()
    {
        MarginCalculator calculator = new(Costs);
        DiscountStacking stacking = new();
        PriceInput product = new() { Price = 1000m, SellerDiscount = 30m };

        Assert.Equal(calculator.Calculate(630m), calculator.Calculate(stacking.Quote(product with { PromoCode = 10m })));
        Assert.Equal(calculator.Calculate(700m), calculator.Calculate(stacking.Quote(product with { LoyaltyDiscount = 10m })));
    }

    [Fact]
    public void A_unit_given_away_has_no_margin_and_one_that_cost_nothing_no_return()
    {
        UnitMargin margin = new MarginCalculator(new UnitCosts()).Calculate(0m);

        Assert.Null(margin.MarginPercent);
        Assert.Null(margin.ReturnPercent);
        Assert.False(margin.Keeps());
        Assert.False(margin.Keeps(-100m));
    }

    [Theory]
    [InlineData("29.85", true)]
    [InlineData("29.86", false)] // 209 of 700 is 29.857... %
    [InlineData("0", true)]
    [InlineData("-1", true)]
    public void A_margin_is_kept_or_not(string wanted, bool keeps) =>
        Assert.Equal(keeps, new MarginCalculator(Costs).Calculate(700m).Keeps(Number(wanted)));

    [Fact]
    public void The_guard_refuses_a_loss_of_a_kopeck_and_takes_exactly_nothing()
    {
        MarginCalculator calculator = new(new UnitCosts { UnitCost = 100m });

        Assert.True(calculator.Calculate(100m).Keeps());
        Assert.False(calculator.Calculate(99.99m).Keeps());
        Assert.True(calculator.Calculate(200m).Keeps(50m));
        Assert.False(calculator.Calculate(200m).Keeps(50.01m));
    }

    [Theory]
    [InlineData(TaxBase.Revenue, "388.06")] // 260 / 0.67 = 388.059...
    [InlineData(TaxBase.Profit, "356.17")] // 260 / 0.73 = 356.164...
    public void The_break_even_price_is_rounded_up_to_the_kopeck(TaxBase taxBase, string price) =>
        Assert.Equal(Number(price), new MarginCalculator(Costs with { TaxBase = taxBase }).BreakEvenPrice);

    [Fact]
    public void Shares_of_the_whole_price_leave_no_break_even()
    {
        UnitCosts all = Costs with { CommissionPercent = 87m };

        Assert.Null(new MarginCalculator(all).BreakEvenPrice);
        Assert.Null(new MarginCalculator(all with { CommissionPercent = 87.01m }).BreakEvenPrice);
        Assert.Equal(2_600_000m, new MarginCalculator(all with { CommissionPercent = 86.99m }).BreakEvenPrice);
        Assert.Equal(0m, new MarginCalculator(new UnitCosts { CommissionPercent = 87m, TaxPercent = 50m }).BreakEvenPrice);
    }

    [Fact]
    public void The_largest_code_keeps_the_margin_to_a_hundredth()
    {
        // 700 roubles to start with; the break-even price is 388.06.
        MarginCalculator calculator = new(Costs);
        PriceInput product = new() { Price = 1000m, SellerDiscount = 30m };

        Assert.Equal(44.56m, calculator.FindMaxPromoPercent(product)); // 388.08; at 44.57 % 388.01
        Assert.Equal(20.29m, calculator.FindMaxPromoPercent(product, 20.4m)); // 113.8399 of 557.97; at 20.30 % 113.793 of 557.90
        Assert.Equal(50m, calculator.FindMaxPromoPercent(product with { Price = 2000m }));
        Assert.Null(calculator.FindMaxPromoPercent(product with { Price = 500m }));
        Assert.Equal(44.56m, calculator.FindMaxPromoPercent(product with { PromoCode = 12m, PromoCodes = [TestCodes.Create(percent: 49m)] }));
    }

    [Fact]
    public void Even_the_smallest_code_can_be_too_large()
    {
        MarginCalculator calculator = new(new UnitCosts { UnitCost = 97m });

        Assert.Equal(3m, calculator.FindMaxPromoPercent(new PriceInput { Price = 100m }));
        Assert.Null(calculator.FindMaxPromoPercent(new PriceInput { Price = 99.99m }));
    }

    [Fact]
    public void No_code_applies_above_45_percent_of_the_seller()
    {
        MarginCalculator free = new(new UnitCosts());

        Assert.Equal(50m, free.FindMaxPromoPercent(new PriceInput { Price = 1000m, SellerDiscount = 45m }));
        Assert.Null(free.FindMaxPromoPercent(new PriceInput { Price = 1000m, SellerDiscount = 45.01m }));
    }

    [Fact]
    public void Own_rules_move_the_bounds_and_the_step()
    {
        UnitCosts costs = new() { UnitCost = 387m };
        PriceInput product = new() { Price = 700m }; // 44.714... %

        Assert.Equal(44.71m, new MarginCalculator(costs).FindMaxPromoPercent(product));
        Assert.Equal(44.7m, new MarginCalculator(costs, new PromoCodeRules { PercentDecimals = 1 }).FindMaxPromoPercent(product));
        Assert.Equal(44m, new MarginCalculator(costs, new PromoCodeRules { PercentDecimals = 0 }).FindMaxPromoPercent(product));
        Assert.Equal(40m, new MarginCalculator(costs, new PromoCodeRules { MaxPercent = 40m }).FindMaxPromoPercent(product));
        Assert.Equal(40m, new MarginCalculator(costs, new PromoCodeRules { MaxPercent = 40.005m }).FindMaxPromoPercent(product));
        Assert.Null(new MarginCalculator(costs, new PromoCodeRules { MinPercent = 44.715m }).FindMaxPromoPercent(product));
        Assert.Null(new MarginCalculator(costs, new PromoCodeRules { MinPercent = 10.2m, MaxPercent = 10.8m, PercentDecimals = 0 }).FindMaxPromoPercent(product));
        Assert.Equal(
            11m,
            new MarginCalculator(costs, new PromoCodeRules { MinPercent = 10.2m, MaxPercent = 11m, PercentDecimals = 0 }).FindMaxPromoPercent(product));
    }

    public static TheoryData<string, UnitCosts> Wrong => new()
    {
        { nameof(UnitCosts.UnitCost), new() { UnitCost = -0.01m } },
        { nameof(UnitCosts.CommissionPercent), new() { CommissionPercent = -100.01m } },
        { nameof(UnitCosts.CommissionPercent), new() { CommissionPercent = 100.01m } },
        { nameof(UnitCosts.Logistics), new() { Logistics = -0.01m } },
        { nameof(UnitCosts.AcquiringPercent), new() { AcquiringPercent = -0.01m } },
        { nameof(UnitCosts.AcquiringPercent), new() { AcquiringPercent = 100.01m } },
        { nameof(UnitCosts.Storage), new() { Storage = -0.01m } },
        { nameof(UnitCosts.TaxPercent), new() { TaxPercent = -0.01m } },
        { nameof(UnitCosts.TaxPercent), new() { TaxPercent = 100.01m } },
        { nameof(UnitCosts.AdvertisingPercent), new() { AdvertisingPercent = -0.01m } },
        { nameof(UnitCosts.AdvertisingPercent), new() { AdvertisingPercent = 100.01m } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_cost_out_of_range_is_named(string property, UnitCosts costs) =>
        Assert.Throws<ArgumentOutOfRangeException>(property, () => new MarginCalculator(costs));

    [Fact]
    public void Costs_at_their_limits_are_taken()
    {
        UnitCosts most = new() { CommissionPercent = 100m, AcquiringPercent = 100m, TaxPercent = 100m, AdvertisingPercent = 100m };

        Assert.Equal(-300m, new MarginCalculator(most).Calculate(100m).Profit);
        Assert.Equal(200m, new MarginCalculator(new UnitCosts { CommissionPercent = -100m }).Calculate(100m).Profit);
    }

    [Fact]
    public void What_is_missing_or_negative_is_refused()
    {
        MarginCalculator calculator = new(Costs);

        Assert.Throws<ArgumentNullException>("costs", () => new MarginCalculator(null!));
        Assert.Throws<ArgumentOutOfRangeException>("price", () => calculator.Calculate(-0.01m));
        Assert.Throws<ArgumentNullException>("quote", () => calculator.Calculate(null!));
        Assert.Throws<ArgumentNullException>("product", () => calculator.FindMaxPromoPercent(null!));
        Assert.Throws<ArgumentOutOfRangeException>("SellerDiscount", () => calculator.FindMaxPromoPercent(new PriceInput { Price = 1m, SellerDiscount = 101m }));
    }

    [Fact]
    public void The_text_is_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
            Assert.Equal("300.5: profit -58.67 (margin -19.52 %, return -29.33 %)", new MarginCalculator(Costs).Calculate(300.50m).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
