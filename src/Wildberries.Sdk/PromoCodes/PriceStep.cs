using System.Globalization;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>One discount on the way from the full price to what the buyer pays. Prices are in roubles, rounded to the kopeck.</summary>
public sealed record PriceStep
{
    /// <summary>The discount.</summary>
    public required PriceStepKind Kind { get; init; }

    /// <summary>The price before this step, in roubles.</summary>
    public required decimal BasePrice { get; init; }

    /// <summary>The discount in percent of the price before this step.</summary>
    public required decimal Percent { get; init; }

    /// <summary>The price after this step, in roubles.</summary>
    public required decimal PriceAfter { get; init; }

    /// <summary>What this step takes off, in roubles: the difference of the two prices.</summary>
    public decimal Amount => BasePrice - PriceAfter;

    /// <summary>At whose expense the discount is.</summary>
    /// <remarks>
    /// The seller pays for the discounts, the promotion and the promo code. Two answers are assumptions: the seller sets the WB Club
    /// discount (in WB's pricing API) and so pays for it; the loyalty discount is WB's. WB's sales report also knows a loyalty
    /// discount of the seller (<c>loyaltyDiscount</c>), which this step does not tell apart.
    /// </remarks>
    public DiscountFunding FundedBy => Kind == PriceStepKind.Loyalty ? DiscountFunding.Wildberries : DiscountFunding.Seller;

    /// <summary>The price after the step and the discount, such as <c>700 (seller 30 %)</c>, the same in every culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{PriceAfter:0.##} ({Label} {Percent:0.############################} %)");

    private string Label => Kind switch
    {
        PriceStepKind.SellerDiscount => "seller",
        PriceStepKind.SellerPromotion => "seller promotion",
        PriceStepKind.PromoCode => "promo code",
        PriceStepKind.Loyalty => "loyalty",
        PriceStepKind.WbClub => "WB Club",
        _ => Kind.ToString(),
    };
}
