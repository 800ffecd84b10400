namespace Wildberries.Sdk.PromoCodes;

/// <summary>Works out what a buyer pays when several discounts meet on one unit.</summary>
/// <remarks>
/// <para>
/// The order: the seller's discount; the seller's own promotion, on what the first left; then the best for the buyer of promo codes,
/// loyalty discount and WB Club discount, and only that one: a unit takes one code. When two give the same, the one that needs no code
/// wins, loyalty before WB Club.
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
/// from <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>. That WB Club counts as a loyalty discount,
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
    /// <returns>What the buyer pays, step by step, and what became of the promo codes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The price is negative, a discount is outside 0 to 100 percent, or a promo code is outside
    /// <see cref="PromoCodeRules.MinPercent"/> to <see cref="PromoCodeRules.MaxPercent"/>. The exception names the property.
    /// </exception>
    /// <exception cref="ArgumentException">One of the promo codes is <see langword="null"/>.</exception>
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
        PromoCodeVerdict[] verdicts = Judge(input, left, best.Kind, best.Percent);
        if (Array.Find(verdicts, verdict => verdict.Outcome == PromoCodeOutcome.Applied) is { } applied)
        {
            best = (PriceStepKind.PromoCode, applied.Percent);
        }

        AddStep(best.Kind, best.Percent);
        return new PriceQuote { Price = full, Steps = steps, PromoCodes = verdicts };

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

    private PromoCodeVerdict[] Judge(PriceInput input, decimal leftBySeller, PriceStepKind rival, decimal rivalPercent)
    {
        List<(PromoCode? Code, decimal Percent)> codes = [.. input.PromoCodes.Select(code => ((PromoCode?)code, code.Percent))];
        if (input.PromoCode is { } nameless)
        {
            codes.Insert(0, (null, nameless));
        }

        // All are taken off the same price, so the larger percentage is the larger discount.
        int best = codes.FindIndex(code => code.Percent == codes.Max(other => other.Percent));

        // From the percentages, not from the prices: exact for every price, zero included.
        bool isBlocked = 1m - leftBySeller > _rules.MaxSellerDiscountForPromoCode / 100m;
        PromoCodeOutcome? reason = isBlocked ? PromoCodeOutcome.SellerDiscountTooHigh
            : best >= 0 && codes[best].Percent > rivalPercent ? null
            : rival == PriceStepKind.WbClub ? PromoCodeOutcome.WbClubIsBetter
            : PromoCodeOutcome.LoyaltyIsBetter;
        return [.. codes.Select((code, i) => new PromoCodeVerdict
        {
            Code = code.Code,
            Percent = code.Percent,
            Outcome = reason ?? (i == best ? PromoCodeOutcome.Applied : PromoCodeOutcome.AnotherCodeIsBetter),
        })];
    }

    private void Validate(PriceInput input)
    {
        Refusal.ThrowIfNegative(input.Price);
        Refusal.ThrowUnlessPercent(input.SellerDiscount, 0m, 100m);
        Refusal.ThrowUnlessPercent(input.SellerPromotionDiscount, 0m, 100m);
        Refusal.ThrowUnlessPercent(input.LoyaltyDiscount, 0m, 100m);
        Refusal.ThrowUnlessPercent(input.WbClubDiscount, 0m, 100m);
        if (input.PromoCode is { } promoCode)
        {
            Refusal.ThrowUnlessPercent(promoCode, _rules.MinPercent, _rules.MaxPercent, nameof(input.PromoCode));
        }

        foreach (PromoCode code in input.PromoCodes)
        {
            decimal percent = code?.Percent ?? throw Refusal.Of(nameof(input.PromoCodes), "One of the promo codes is null.");
            Refusal.ThrowUnlessPercent(percent, _rules.MinPercent, _rules.MaxPercent, nameof(input.PromoCodes));
        }
    }

    private static decimal RoundToKopeck(decimal price) => decimal.Round(price, 2, MidpointRounding.AwayFromZero);
}
