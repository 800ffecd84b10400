using CsCheck;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class MarginCalculatorLaws
{
    private static readonly DiscountStacking Stacking = new();

    private static readonly Gen<decimal> Prices = Gen.OneOf(Gen.Long[0, 300], Gen.Long[0, 100_000], Gen.Long[0, 10_000_000]).Select(Hundredths);

    private static readonly Gen<decimal> Sums = Gen.Frequency(
        (1, Gen.Const(0m)), (2, Gen.Long[0, 20_000].Select(Hundredths)), (2, Gen.Long[0, 1_000_000].Select(Hundredths)));

    private static readonly Gen<decimal> Shares = Gen.Frequency((1, Gen.Const(0m)), (3, Gen.Long[0, 4_000].Select(Hundredths)));

    private static readonly Gen<UnitCosts> Costs =
        from unit in Sums
        from logistics in Sums
        from storage in Sums
        from commission in Gen.Long[-500, 6_000].Select(Hundredths)
        from acquiring in Shares
        from tax in Shares
        from taxBase in Gen.Bool.Select(isRevenue => isRevenue ? TaxBase.Revenue : TaxBase.Profit)
        from advertising in Shares
        select new UnitCosts
        {
            UnitCost = unit,
            CommissionPercent = commission,
            Logistics = logistics,
            AcquiringPercent = acquiring,
            Storage = storage,
            TaxPercent = tax,
            TaxBase = taxBase,
            AdvertisingPercent = advertising,
        };

    private static readonly Gen<PriceInput> Products =
        from price in Prices
        from discount in Gen.Frequency((1, Gen.Const(0m)), (5, Gen.Long[0, 4_700].Select(Hundredths)))
        from promotion in Gen.Frequency((4, Gen.Const(0m)), (1, Gen.Long[0, 2_000].Select(Hundredths)))
        from loyalty in Gen.Frequency((4, Gen.Const(0m)), (1, Gen.Long[0, 3_000].Select(Hundredths)))
        from club in Gen.Frequency((4, Gen.Const(0m)), (1, Gen.Long[0, 3_000].Select(Hundredths)))
        select new PriceInput
        {
            Price = price,
            SellerDiscount = discount,
            SellerPromotionDiscount = promotion,
            LoyaltyDiscount = loyalty,
            WbClubDiscount = club,
        };

    [Fact]
    public void The_largest_code_that_keeps_the_margin_is_found() =>
        Gen.Select(Costs, Products, Gen.Long[-3_000, 6_000].Select(Hundredths), Gen.Long[300, 5_000].Array[4]).Sample(
            (costs, product, margin, others) =>
            {
                MarginCalculator calculator = new(costs);
                decimal found = calculator.FindMaxPromoPercent(product, margin) ?? 2.99m;

                Assert.Equal(decimal.Round(found, 2), found);
                foreach (decimal percent in others.Select(Hundredths).Concat([3m, 50m, found, found + 0.01m]).Where(percent => percent is >= 3m and <= 50m))
                {
                    PriceQuote quote = Stacking.Quote(product with { PromoCode = percent });
                    bool keeps = quote.PromoCodeOutcome != PromoCodeOutcome.SellerDiscountTooHigh && calculator.Calculate(quote).Keeps(margin);
                    Assert.Equal(percent <= found, keeps);
                }
            },
            iter: TestCodes.Cases);

    [Fact]
    public void At_the_break_even_price_nothing_is_lost_and_a_kopeck_below_it_something_is() => Costs.Sample(
        costs =>
        {
            MarginCalculator calculator = new(costs);
            if (calculator.BreakEvenPrice is not { } price)
            {
                Assert.True(calculator.Calculate(1_000_000_000m).Profit < 0m);
                return;
            }

            Assert.True(calculator.Calculate(price).Profit >= 0m);
            if (price > 0m)
                Assert.True(calculator.Calculate(price - 0.01m).Profit < 0m);
        },
        iter: TestCodes.Cases);

    [Fact]
    public void A_higher_price_never_lowers_the_margin() => Gen.Select(Costs, Prices, Prices).Sample(
        (costs, one, other) =>
        {
            MarginCalculator calculator = new(costs);
            UnitMargin low = calculator.Calculate(Math.Min(one, other)), high = calculator.Calculate(Math.Max(one, other));

            // Multiplied out: a division would round.
            Assert.True(low.Profit * high.Price <= high.Profit * low.Price);
        },
        iter: TestCodes.Cases);

    [Fact]
    public void Price_costs_and_profit_add_up() => Gen.Select(Costs, Prices).Sample(
        (costs, price) =>
        {
            UnitMargin margin = new MarginCalculator(costs).Calculate(price);
            decimal sums = costs.UnitCost + costs.Logistics + costs.Storage;
            decimal left = (price * (100m - costs.CommissionPercent - costs.AcquiringPercent - costs.AdvertisingPercent) / 100m) - sums;
            decimal tax = (costs.TaxBase == TaxBase.Revenue ? price : left < 0m ? 0m : left) * costs.TaxPercent / 100m;

            Assert.Equal(left - tax, margin.Profit);
            Assert.Equal(price == 0m, margin.MarginPercent is null);
            Assert.Equal(costs.UnitCost == 0m, margin.ReturnPercent is null);
        },
        iter: TestCodes.Cases);

    private static decimal Hundredths(long value) => value / 100m;
}
