namespace Wildberries.Sdk.PromoCodes;

/// <summary>The discount that a step of a price takes off.</summary>
public enum PriceStepKind
{
    /// <summary>The seller's discount.</summary>
    SellerDiscount,

    /// <summary>The seller's own promotion.</summary>
    SellerPromotion,

    /// <summary>The promo code.</summary>
    PromoCode,

    /// <summary>The buyer's loyalty discount.</summary>
    Loyalty,

    /// <summary>The WB Club discount.</summary>
    WbClub,
}
