namespace Wildberries.Sdk.PromoCodes;

/// <summary>What the price of one unit for one buyer depends on. Prices are in roubles, discounts in percent (30 means 30 %).</summary>
public sealed record PriceInput
{
    /// <summary>The full price before any discount, in roubles; zero or more.</summary>
    public required decimal Price { get; init; }

    /// <summary>The seller's discount, in percent of <see cref="Price"/>, 0 to 100; 0 when there is none.</summary>
    /// <remarks>
    /// The <c>discount</c> of WB's goods list. Source:
    /// <see href="https://dev.wildberries.ru/openapi/work-with-products#tag/Ceny-i-skidki"/>.
    /// </remarks>
    public decimal SellerDiscount { get; init; }

    /// <summary>
    /// The discount of the seller's own promotion, in percent of what the seller's discount left, 0 to 100; 0 when there is none.
    /// </summary>
    public decimal SellerPromotionDiscount { get; init; }

    /// <summary>The discount of the promo code that the buyer has, in percent; <see langword="null"/> when the buyer has none.</summary>
    /// <value>From <see cref="PromoCodeRules.MinPercent"/> to <see cref="PromoCodeRules.MaxPercent"/>.</value>
    public decimal? PromoCode { get; init; }

    /// <summary>The buyer's loyalty discount, in percent of what the seller's discounts left, 0 to 100; 0 when there is none.</summary>
    public decimal LoyaltyDiscount { get; init; }

    /// <summary>The WB Club discount, in percent of what the seller's discounts left, 0 to 100; 0 for a buyer outside the club.</summary>
    /// <remarks>
    /// The <c>clubDiscount</c> of WB's goods list. Source:
    /// <see href="https://dev.wildberries.ru/openapi/work-with-products#tag/Ceny-i-skidki"/>.
    /// </remarks>
    public decimal WbClubDiscount { get; init; }
}
