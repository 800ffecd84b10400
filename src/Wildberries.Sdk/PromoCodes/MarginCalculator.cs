namespace Wildberries.Sdk.PromoCodes;

/// <summary>Works out what a seller keeps of one unit, and how large a promo code may be.</summary>
/// <remarks>
/// All shares are taken of the seller's price, which a promo code lowers: the seller alone pays for it. Nothing is rounded. An instance has
/// no state and may be shared between threads.
/// </remarks>
public sealed class MarginCalculator
{
    private readonly UnitCosts _costs;
    private readonly PromoCodeRules _rules;
    private readonly DiscountStacking _stacking;

    /// <summary>Creates the calculation for one product.</summary>
    /// <param name="costs">What a sale costs.</param>
    /// <param name="rules">WB's rules; the defaults of <see cref="PromoCodeRules"/> when <see langword="null"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A sum is negative, a share is outside 0 to 100 percent (the commission: -100 to 100), or the rules make no sense. The exception
    /// names the property.
    /// </exception>
    public MarginCalculator(UnitCosts costs, PromoCodeRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(costs);
        Refusal.ThrowIfNegative(costs.UnitCost);
        Refusal.ThrowUnlessPercent(costs.CommissionPercent, -100m, 100m);
        Refusal.ThrowIfNegative(costs.Logistics);
        Refusal.ThrowUnlessPercent(costs.AcquiringPercent, 0m, 100m);
        Refusal.ThrowIfNegative(costs.Storage);
        Refusal.ThrowUnlessPercent(costs.TaxPercent, 0m, 100m);
        Refusal.ThrowUnlessPercent(costs.AdvertisingPercent, 0m, 100m);
        _costs = costs;
        _rules = rules ?? new PromoCodeRules();
        _stacking = new DiscountStacking(_rules);
    }

    /// <summary>The lowest seller's price that is no loss, in roubles, rounded up to the kopeck.</summary>
    /// <value><see langword="null"/> if every price is a loss: the shares together take all of it.</value>
    public decimal? BreakEvenPrice
    {
        get
        {
            // Tax on profit is none where there is no profit.
            decimal shares = _costs.CommissionPercent + _costs.AcquiringPercent + _costs.AdvertisingPercent
                + (_costs.TaxBase == TaxBase.Revenue ? _costs.TaxPercent : 0m);
            decimal sums = _costs.UnitCost + _costs.Logistics + _costs.Storage;
            return sums == 0m ? 0m
                : shares >= 100m ? null
                : decimal.Round(sums / (1m - (shares / 100m)), 2, MidpointRounding.ToPositiveInfinity);
        }
    }

    /// <summary>What the seller keeps at a price.</summary>
    /// <param name="price">The seller's price, in roubles; zero or more.</param>
    /// <returns>The costs, and what is left.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="price"/> is negative.</exception>
    public UnitMargin Calculate(decimal price)
    {
        Refusal.ThrowIfNegative(price);
        UnitMargin beforeTax = new()
        {
            Price = price,
            UnitCost = _costs.UnitCost,
            Commission = Share(price, _costs.CommissionPercent),
            Logistics = _costs.Logistics,
            Acquiring = Share(price, _costs.AcquiringPercent),
            Storage = _costs.Storage,
            Advertising = Share(price, _costs.AdvertisingPercent),
        };
        decimal taxed = _costs.TaxBase == TaxBase.Revenue ? price : Math.Max(0m, beforeTax.Profit);
        return beforeTax with { Tax = Share(taxed, _costs.TaxPercent) };
    }

    /// <summary>What the seller keeps when a buyer pays as quoted.</summary>
    /// <param name="quote">The quote; its <see cref="PriceQuote.SellerPrice"/> counts.</param>
    /// <returns>The costs, and what is left.</returns>
    public UnitMargin Calculate(PriceQuote quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        return Calculate(quote.SellerPrice);
    }

    /// <summary>The largest promo code, in percent, with which the seller keeps a margin when this buyer uses it.</summary>
    /// <param name="product">Price and other discounts; promo codes in it are passed over.</param>
    /// <param name="minMarginPercent">The margin wanted, in percent of the seller's price; 0, the default: no loss.</param>
    /// <returns>
    /// The percentage, with at most <see cref="PromoCodeRules.PercentDecimals"/> decimals; every larger one that a code can have leaves less
    /// than the wanted margin. <see langword="null"/> if even <see cref="PromoCodeRules.MinPercent"/> does, or if no code applies because
    /// the seller's discounts are too high.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A value of the product is out of range. The exception names the property.</exception>
    public decimal? FindMaxPromoPercent(PriceInput product, decimal minMarginPercent = 0m)
    {
        ArgumentNullException.ThrowIfNull(product);
        PriceInput bare = product with { PromoCodes = [] };

        // A larger code never raises the seller's price, and a lower price never raises the margin: so what holds, holds up to a bound.
        decimal step = new(1, 0, 0, false, (byte)_rules.PercentDecimals);
        decimal holds = decimal.Ceiling(_rules.MinPercent / step);
        decimal fails = decimal.Floor(_rules.MaxPercent / step) + 1m;
        if (holds >= fails || !Keeps(holds))
            return null;
        while (fails - holds > 1m)
        {
            decimal middle = decimal.Floor((holds + fails) / 2m);
            if (Keeps(middle))
                holds = middle;
            else
                fails = middle;
        }

        return holds * step;

        bool Keeps(decimal steps)
        {
            PriceQuote quote = _stacking.Quote(bare with { PromoCode = steps * step });
            return quote.PromoCodeOutcome != PromoCodeOutcome.SellerDiscountTooHigh && Calculate(quote).Keeps(minMarginPercent);
        }
    }

    private static decimal Share(decimal price, decimal percent) => price * percent / 100m;
}
