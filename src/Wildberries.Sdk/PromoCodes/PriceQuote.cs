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

    /// <summary>What became of the promo code, and why.</summary>
    public required PromoCodeOutcome PromoCodeOutcome { get; init; }

    /// <summary>What the buyer pays, in roubles.</summary>
    public decimal FinalPrice => Steps is [.., PriceStep last] ? last.PriceAfter : Price;

    /// <summary>Whether the promo code lowered the price.</summary>
    public bool PromoCodeApplied => PromoCodeOutcome == PromoCodeOutcome.Applied;

    /// <summary>
    /// The price step by step, such as <c>1000 -> 700 (seller 30 %) -> 630 (promo code 10 %)</c>, the same in every culture.
    /// </summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Join(" -> ", Steps.Select(step => step.ToString()).Prepend(Price.ToString("0.##", CultureInfo.InvariantCulture)));
}
