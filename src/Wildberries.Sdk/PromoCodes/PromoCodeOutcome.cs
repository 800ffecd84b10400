namespace Wildberries.Sdk.PromoCodes;

/// <summary>What became of a promo code when a price was quoted, and why.</summary>
public enum PromoCodeOutcome
{
    /// <summary>There was no promo code.</summary>
    NotGiven,

    /// <summary>The promo code lowered the price.</summary>
    Applied,

    /// <summary>
    /// The seller's discounts together exceed <see cref="PromoCodeRules.MaxSellerDiscountForPromoCode"/>; said also when another
    /// discount would have won anyway.
    /// </summary>
    SellerDiscountTooHigh,

    /// <summary>The loyalty discount gives the buyer as much or more, and needs no code.</summary>
    LoyaltyIsBetter,

    /// <summary>The WB Club discount gives the buyer as much or more, and needs no code.</summary>
    WbClubIsBetter,

    /// <summary>
    /// Another promo code gives the buyer as much or more, and one unit takes one code; of codes that give the same, the first wins.
    /// </summary>
    AnotherCodeIsBetter,
}
