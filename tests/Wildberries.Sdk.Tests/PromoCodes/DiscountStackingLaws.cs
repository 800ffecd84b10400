using System.Globalization;
using System.Numerics;
using CsCheck;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class DiscountStackingLaws
{
    private static readonly DiscountStacking Stacking = new();

    // Small prices meet the rounding often, round percentages meet the ties and the 45 % limit often.
    private static readonly Gen<decimal> Prices =
        Gen.OneOf(Gen.Long[0, 300], Gen.Long[0, 1_000_000], Gen.Long[0, 100_000_000_000]).Select(kopecks => kopecks / 100m);

    private static readonly Gen<decimal> Percents = Gen.Frequency(
        (2, Gen.Const(0m)),
        (3, Gen.Int[0, 20].Select(fives => fives * 5m)),
        (1, Gen.Int[4_490, 4_510].Select(hundredths => hundredths / 100m)),
        (4, Gen.Int[0, 10_000].Select(hundredths => hundredths / 100m)));

    private static readonly Gen<decimal> Codes = Gen.OneOf(
        Gen.Int[1, 10].Select(fives => fives * 5m), Gen.Int[300, 5_000].Select(hundredths => hundredths / 100m));

    private static readonly Gen<PriceInput> Inputs =
        from price in Prices
        from discount in Percents
        from promotion in Percents
        from code in Gen.Frequency((1, Gen.Const((decimal?)null)), (4, Codes.Select(percent => (decimal?)percent)))
        from more in Codes.Select(percent => TestCodes.Create("MORE", percent)).Array[0, 3]
        from loyalty in Percents
        from club in Percents
        select new PriceInput
        {
            Price = price,
            SellerDiscount = discount,
            SellerPromotionDiscount = promotion,
            PromoCode = code,
            PromoCodes = more,
            LoyaltyDiscount = loyalty,
            WbClubDiscount = club,
        };

    [Fact]
    public void The_breakdown_adds_up() => Inputs.Sample(
        input =>
        {
            PriceQuote quote = Stacking.Quote(input);
            decimal price = quote.Price;
            foreach (PriceStep step in quote.Steps)
            {
                Assert.Equal(price, step.BasePrice);
                Assert.InRange(step.Amount, 0m, step.BasePrice);
                Assert.Equal(decimal.Round(step.PriceAfter, 2, MidpointRounding.AwayFromZero), step.PriceAfter);
                price -= step.Amount;
            }

            Assert.Equal(price, quote.FinalPrice);
            Assert.Equal(input.Price, quote.Price);
            Assert.Equal(input.Price, quote.FinalPrice + quote.Steps.Sum(step => step.Amount));
        },
        iter: TestCodes.Cases);

    [Fact]
    public void The_buyer_pays_the_best_alternative_exact_to_the_kopeck() => Inputs.Sample(
        input =>
        {
            // Whole numbers only: nothing here rounds but the last division.
            BigInteger[] alternatives =
            [
                Kopecks(input, 0m),
                Kopecks(input, input.LoyaltyDiscount),
                Kopecks(input, input.WbClubDiscount),
                .. CodeMayApply(input) ? CodesOf(input).Select(percent => Kopecks(input, percent)) : [],
            ];

            Assert.Equal(alternatives.Min(), new BigInteger(Stacking.Quote(input).FinalPrice * 100m));
        },
        iter: TestCodes.Cases);

    [Fact]
    public void Each_code_says_what_happened_to_it() => Inputs.Sample(
        input =>
        {
            PriceQuote quote = Stacking.Quote(input);
            decimal[] codes = CodesOf(input);
            decimal rival = Math.Max(input.LoyaltyDiscount, input.WbClubDiscount);
            int winner = codes.Length > 0 && codes.Max() > rival && CodeMayApply(input) ? Array.IndexOf(codes, codes.Max()) : -1;

            Assert.Equal(codes, quote.PromoCodes.Select(verdict => verdict.Percent));
            for (int i = 0; i < codes.Length; i++)
            {
                PromoCodeOutcome expected = !CodeMayApply(input) ? PromoCodeOutcome.SellerDiscountTooHigh
                    : i == winner ? PromoCodeOutcome.Applied
                    : winner >= 0 ? PromoCodeOutcome.AnotherCodeIsBetter
                    : rival == input.LoyaltyDiscount ? PromoCodeOutcome.LoyaltyIsBetter
                    : PromoCodeOutcome.WbClubIsBetter;
                Assert.Equal(expected, quote.PromoCodes[i].Outcome);
            }

            Assert.Equal(codes.Length == 0 ? PromoCodeOutcome.NotGiven : quote.PromoCodes[Math.Max(winner, 0)].Outcome, quote.PromoCodeOutcome);
            Assert.Equal(winner >= 0, quote.Steps.Any(step => step.Kind == PriceStepKind.PromoCode));
            Assert.True(quote.Steps.Count(step => step.Kind >= PriceStepKind.PromoCode) <= 1);
        },
        iter: TestCodes.Cases);

    [Fact]
    public void The_seller_bears_all_that_Wildberries_does_not() => Inputs.Sample(
        input =>
        {
            PriceQuote quote = Stacking.Quote(input);
            decimal byWildberries = quote.Steps.Where(step => step.FundedBy == DiscountFunding.Wildberries).Sum(step => step.Amount);

            Assert.Equal(quote.FinalPrice + byWildberries, quote.SellerPrice);
        },
        iter: TestCodes.Cases);

    [Fact]
    public void A_larger_discount_for_the_buyer_never_raises_the_price() => Gen.Select(Inputs, Codes, Percents, Percents).Sample(
        (input, code, loyalty, club) =>
        {
            decimal price = Stacking.Quote(input).FinalPrice;

            Assert.True(Stacking.Quote(input with { PromoCode = Math.Max(code, input.PromoCode ?? 0m) }).FinalPrice <= price);
            Assert.True(Stacking.Quote(input with { LoyaltyDiscount = Math.Max(loyalty, input.LoyaltyDiscount) }).FinalPrice <= price);
            Assert.True(Stacking.Quote(input with { WbClubDiscount = Math.Max(club, input.WbClubDiscount) }).FinalPrice <= price);
        },
        iter: TestCodes.Cases);

    [Fact]
    public void A_larger_discount_of_the_seller_never_raises_the_price_while_the_code_keeps_its_standing() =>
        Gen.Select(Inputs, Percents, Percents).Sample(
            (input, discount, promotion) =>
            {
                PriceInput larger = input with
                {
                    SellerDiscount = Math.Max(discount, input.SellerDiscount),
                    SellerPromotionDiscount = Math.Max(promotion, input.SellerPromotionDiscount),
                };

                // Past the limit the code falls away and the price may jump up: that is WB's rule, not a fault.
                if (CodeMayApply(input) != CodeMayApply(larger))
                {
                    input = input with { PromoCode = null, PromoCodes = [] };
                    larger = larger with { PromoCode = null, PromoCodes = [] };
                }

                Assert.True(Stacking.Quote(larger).FinalPrice <= Stacking.Quote(input).FinalPrice);
            },
            iter: TestCodes.Cases);

    [Fact]
    public void A_blocked_code_changes_nothing() =>
        Gen.Select(Inputs, Gen.Int[4_501, 10_000], Codes).Sample(
            (input, hundredths, code) =>
            {
                PriceInput blocked = input with { SellerDiscount = hundredths / 100m, PromoCode = code };
                PriceQuote without = Stacking.Quote(blocked with { PromoCode = null, PromoCodes = [] });

                PriceQuote quote = Stacking.Quote(blocked);

                Assert.Equal(PromoCodeOutcome.SellerDiscountTooHigh, quote.PromoCodeOutcome);
                Assert.Equal(without.Steps, quote.Steps);
                Assert.Equal(without.FinalPrice, quote.FinalPrice);
                Assert.Equal(without.SellerPrice, quote.SellerPrice);
            },
            iter: TestCodes.Cases);

    [Fact]
    public void One_more_code_never_raises_the_price() => Gen.Select(Inputs, Codes).Sample(
        (input, code) => Assert.True(
            Stacking.Quote(input with { PromoCodes = [.. input.PromoCodes, TestCodes.Create("ONE", code)] }).FinalPrice
            <= Stacking.Quote(input).FinalPrice),
        iter: TestCodes.Cases);

    [Fact]
    public void The_culture_of_the_thread_changes_no_text() => Inputs.Sample(
        input =>
        {
            PriceQuote quote = Stacking.Quote(input);
            CultureInfo before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                string expected = quote.ToString();
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
                Assert.Equal("1,5", $"{1.5m}");
                Assert.Equal(expected, quote.ToString());
                Assert.DoesNotContain(",", expected, StringComparison.Ordinal);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        },
        iter: TestCodes.Cases);

    private static decimal[] CodesOf(PriceInput input) =>
        [.. input.PromoCode is { } code ? (decimal[])[code] : [], .. input.PromoCodes.Select(more => more.Percent)];

    private static bool CodeMayApply(PriceInput input) =>
        Left(input.SellerDiscount) * Left(input.SellerPromotionDiscount) >= 5_500 * 10_000;

    private static BigInteger Kopecks(PriceInput input, decimal last)
    {
        BigInteger scale = BigInteger.Pow(10_000, 3);
        BigInteger exact = new BigInteger(input.Price * 100m)
            * Left(input.SellerDiscount) * Left(input.SellerPromotionDiscount) * Left(last);
        return ((2 * exact) + scale) / (2 * scale);
    }

    private static BigInteger Left(decimal percent) => new(10_000m - (percent * 100m));
}
