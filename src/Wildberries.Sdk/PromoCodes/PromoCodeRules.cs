namespace Wildberries.Sdk.PromoCodes;

/// <summary>WB's rules for the promo codes of sellers, as numbers that can be changed when WB changes them.</summary>
/// <remarks>
/// WB's API documents say nothing about these rules. The defaults come from one report of February 2026 on WB's promo codes, which
/// draws on <see href="https://seller.wildberries.ru/instructions/ru/ru/material/seller-promocodes"/>; they were not checked against WB.
/// </remarks>
public sealed record PromoCodeRules
{
    /// <summary>
    /// The largest discount of the seller, in percent of the full price, with which a promo code still applies: at exactly this
    /// discount it does, above it it does not. The seller's discount and the seller's own promotion count together.
    /// </summary>
    /// <value>45 percent by default. Source: a report of February 2026 on WB's promo codes.</value>
    public decimal MaxSellerDiscountForPromoCode { get; init; } = 45m;

    /// <summary>The smallest discount that a promo code can have, in percent.</summary>
    /// <value>3 percent by default. Source: a report of February 2026 on WB's promo codes.</value>
    public decimal MinPercent { get; init; } = 3m;

    /// <summary>The largest discount that a promo code can have, in percent.</summary>
    /// <value>50 percent by default. Source: a report of February 2026 on WB's promo codes.</value>
    public decimal MaxPercent { get; init; } = 50m;
}
