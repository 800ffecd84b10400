using System.Globalization;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>Works out what a buyer pays when several discounts meet on one unit.</summary>
/// <remarks>
/// <para>
/// The order: the seller's discount; the seller's own promotion, on what the first left; then the best for the buyer of promo code,
/// loyalty discount and WB Club discount, and only that one. When two give the same, the one that needs no code wins, loyalty before
/// WB Club.
/// </para>
/// <para>
/// A promo code does not apply when the seller's discounts together exceed
/// <see cref="PromoCodeRules.MaxSellerDiscountForPromoCode"/>. They are compounded, not added, and not rounded: 30 % and then 20 % are
/// 44 % together. So a larger discount of the seller can raise what a buyer with a code pays.
/// </para>
/// <para>
/// Each price is the exact price rounded to the kopeck, half a kopeck up; the steps build on the exact prices, not on the rounded ones.
/// </para>
/// <para>
/// Source: the order and the limit come from a report of February 2026 on WB's promo codes, the WB Club discount on the discounted price
/// from <see href="https://dev.wildberries.ru/openapi/work-with-products#tag/Ceny-i-skidki"/>. That WB Club counts as a loyalty discount,
/// and that the two do not add up, are assumptions.
/// </para>
/// <para>An instance has no state and may be shared between threads.</para>
/// </remarks>
public sealed class DiscountStacking
{
    private readonly PromoCodeRules _rules;

    /// <summary>Creates the calculation.</summary>
    /// <param name="rules">WB's rules; the defaults of <see cref="PromoCodeRules"/> when <see langword="null"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rules make no sense. The exception names the property.</exception>
    public DiscountStacking(PromoCodeRules? rules = null)
    {
        _rules = rules ?? new PromoCodeRules();
        _rules.ThrowIfMeaningless();
    }

    /// <summary>Quotes the price of one unit for one buyer.</summary>
    /// <param name="input">The full price in roubles and the discounts in percent.</param>
    /// <returns>What the buyer pays, step by step, and what became of the promo code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The price is negative, a discount is outside 0 to 100 percent, or the promo code is outside
    /// <see cref="PromoCodeRules.MinPercent"/> to <see cref="PromoCodeRules.MaxPercent"/>. The exception names the property.
    /// </exception>
    public PriceQuote Quote(PriceInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Validate(input);

        decimal full = RoundToKopeck(input.Price);
        decimal left = 1m;
        List<PriceStep> steps = new(capacity: 3);
        AddStep(PriceStepKind.SellerDiscount, input.SellerDiscount);
        AddStep(PriceStepKind.SellerPromotion, input.SellerPromotionDiscount);

        (PriceStepKind Kind, decimal Percent) best = input.LoyaltyDiscount >= input.WbClubDiscount
            ? (PriceStepKind.Loyalty, input.LoyaltyDiscount)
            : (PriceStepKind.WbClub, input.WbClubDiscount);
        PromoCodeOutcome outcome = Judge(input.PromoCode, left, best.Kind, best.Percent);
        if (outcome == PromoCodeOutcome.Applied)
        {
            best = (PriceStepKind.PromoCode, input.PromoCode.GetValueOrDefault());
        }

        AddStep(best.Kind, best.Percent);
        return new PriceQuote { Price = full, Steps = steps, PromoCodeOutcome = outcome };

        void AddStep(PriceStepKind kind, decimal percent)
        {
            if (percent == 0m)
            {
                return;
            }

            left *= 1m - (percent / 100m);
            steps.Add(new PriceStep
            {
                Kind = kind,
                BasePrice = steps is [.., PriceStep last] ? last.PriceAfter : full,
                Percent = percent,
                PriceAfter = RoundToKopeck(input.Price * left),
            });
        }
    }

    private PromoCodeOutcome Judge(decimal? promoCode, decimal leftBySeller, PriceStepKind rival, decimal rivalPercent)
    {
        if (promoCode is not { } percent)
        {
            return PromoCodeOutcome.NotGiven;
        }

        // From the percentages, not from the prices: exact for every price, zero included.
        if (1m - leftBySeller > _rules.MaxSellerDiscountForPromoCode / 100m)
        {
            return PromoCodeOutcome.SellerDiscountTooHigh;
        }

        // All three are taken off the same price, so the larger percentage is the larger discount.
        if (percent > rivalPercent)
        {
            return PromoCodeOutcome.Applied;
        }

        return rival == PriceStepKind.WbClub ? PromoCodeOutcome.WbClubIsBetter : PromoCodeOutcome.LoyaltyIsBetter;
    }

    private void Validate(PriceInput input)
    {
        if (input.Price < 0m)
        {
            throw OutOfRange(nameof(input.Price), input.Price, "The price in roubles must be zero or more.");
        }

        ThrowUnlessPercent(input.SellerDiscount, 0m, 100m, nameof(input.SellerDiscount));
        ThrowUnlessPercent(input.SellerPromotionDiscount, 0m, 100m, nameof(input.SellerPromotionDiscount));
        ThrowUnlessPercent(input.LoyaltyDiscount, 0m, 100m, nameof(input.LoyaltyDiscount));
        ThrowUnlessPercent(input.WbClubDiscount, 0m, 100m, nameof(input.WbClubDiscount));
        if (input.PromoCode is { } promoCode)
        {
            ThrowUnlessPercent(promoCode, _rules.MinPercent, _rules.MaxPercent, nameof(input.PromoCode));
        }
    }

    private static void ThrowUnlessPercent(decimal value, decimal min, decimal max, string property)
    {
        if (value < min || value > max)
        {
            throw OutOfRange(
                property, value, string.Create(CultureInfo.InvariantCulture, $"The percentage must be from {min:0.##} to {max:0.##}."));
        }
    }

    private static ArgumentOutOfRangeException OutOfRange(string property, decimal value, string limit) => new(property, value, limit);

    private static decimal RoundToKopeck(decimal price) => decimal.Round(price, 2, MidpointRounding.AwayFromZero);
}
