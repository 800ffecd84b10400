using System.Globalization;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>What a buyer pays for one unit, and how it comes about. Prices are in roubles, rounded to the kopeck.</summary>
public sealed record PriceQuote
{
    /// <summary>The full price before any discount, in roubles.</summary>
    public required decimal Price { get; init; }

    /// <summary>The discounts that lower the price, in their order; empty when there is none.</summary>
    /// <remarks>The amounts of all steps and <see cref="FinalPrice"/> add up to <see cref="Price"/> exactly.</remarks>
    public IReadOnlyList<PriceStep> Steps { get; init; } = [];

    /// <summary>What became of the promo code, and why; of several codes, of the best.</summary>
    public PromoCodeOutcome PromoCodeOutcome =>
        PromoCodes.Any(code => code.Outcome == PromoCodeOutcome.Applied) ? PromoCodeOutcome.Applied
        : PromoCodes is [PromoCodeVerdict first, ..] ? first.Outcome
        : PromoCodeOutcome.NotGiven;

    /// <summary>What became of each promo code, and why, in the order in which they were given; empty if none was.</summary>
    public IReadOnlyList<PromoCodeVerdict> PromoCodes { get; init; } = [];

    /// <summary>What the buyer pays, in roubles.</summary>
    public decimal FinalPrice => Steps is [.., PriceStep last] ? last.PriceAfter : Price;

    /// <summary>
    /// The seller's price, in roubles: the full price less the discounts at the seller's expense. What WB pays out and takes is
    /// reckoned from it.
    /// </summary>
    public decimal SellerPrice =>
        Price - Steps.Where(step => step.FundedBy == DiscountFunding.Seller).Sum(step => step.Amount);

    /// <summary>Whether a promo code lowered the price.</summary>
    public bool PromoCodeApplied => PromoCodeOutcome == PromoCodeOutcome.Applied;

    /// <summary>
    /// The price step by step, such as <c>1000 -> 700 (seller 30 %) -> 630 (promo code 10 %)</c>, the same in every culture.
    /// </summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Join(" -> ", Steps.Select(step => step.ToString()).Prepend(Price.ToString("0.##", CultureInfo.InvariantCulture)));
}
