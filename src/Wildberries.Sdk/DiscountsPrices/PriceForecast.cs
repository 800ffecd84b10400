namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>What an upload would probably do to one product, told from its present price.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record PriceForecast
{
    /// <summary>The row's place among those that were given, from 0 on.</summary>
    public int Index { get; init; }

    /// <summary>The product's number at WB.</summary>
    public long NmId { get; init; }

    /// <summary>What would happen.</summary>
    public PriceEffect Effect { get; init; }

    /// <summary>
    /// The price before discounts as it is, of the dearest size; <see langword="null"/> if the product has no price. In <see cref="Currency"/>.
    /// </summary>
    public decimal? OldPrice { get; init; }

    /// <summary>The seller's discount as it is, in percent; <see langword="null"/> if WB does not know the product.</summary>
    public int? OldDiscount { get; init; }

    /// <summary>
    /// The price after the seller's discount as it is, of the dearest size; <see langword="null"/> if the product has no price.
    /// In <see cref="Currency"/>.
    /// </summary>
    public decimal? OldDiscountedPrice { get; init; }

    /// <summary>
    /// The price after the seller's discount as it would be, of the dearest size; <see langword="null"/> if the product has no price and gets none.
    /// In <see cref="Currency"/>.
    /// </summary>
    public decimal? NewDiscountedPrice { get; init; }

    /// <summary>The currency of the prices, by ISO 4217: <c>RUB</c>.</summary>
    public string? Currency { get; init; }

    /// <summary>
    /// The change that sets price and discount back to what they are now; keep it before you upload. <see langword="null"/> where one change cannot do that: the
    /// product is unknown, has no price yet, or has sizes of different prices.
    /// </summary>
    public PriceChange? Undo { get; init; }

    internal static PriceForecast Of(int index, PriceChange change, ProductPrices? product, decimal quarantineRatio)
    {
        var forecast = new PriceForecast { Index = index, NmId = change.NmId };
        if (product is null)
            return forecast with { Effect = PriceEffect.UnknownProduct };

        decimal? oldPrice = product.Sizes.Max(size => size?.Price);
        decimal? before = Discounted(oldPrice, product.Discount ?? 0);
        decimal? after = Discounted(change.Price ?? oldPrice, change.Discount ?? product.Discount ?? 0);

        // Where each size has its own price WB keeps no quarantine.
        bool held = product.EditableSizePrice != true && before > 0 && after * quarantineRatio <= before;
        return forecast with
        {
            Effect = IsSet(change, product) ? PriceEffect.Unchanged : held ? PriceEffect.Quarantined : PriceEffect.Changed,
            OldPrice = oldPrice,
            OldDiscount = product.Discount ?? 0,
            OldDiscountedPrice = before,
            NewDiscountedPrice = after,
            Currency = product.Currency,
            Undo = UndoOf(product, change.NmId, oldPrice),
        };
    }

    /// <summary>Whether a product has the price and the discount that a change asks for.</summary>
    internal static bool IsSet(PriceChange change, ProductPrices product) =>
        (change.Price is null || (product.Sizes.Count > 0 && product.Sizes.All(size => size?.Price == change.Price)))
        && (change.Discount is null || change.Discount == (product.Discount ?? 0));

    private static PriceChange? UndoOf(ProductPrices product, long nmId, decimal? price)
    {
        if (!(price > 0) || decimal.Truncate(price.Value) != price)
            return null;
        var undo = new PriceChange { NmId = nmId, Price = price, Discount = product.Discount ?? 0 };
        return IsSet(undo, product) ? undo : null;
    }

    private static decimal? Discounted(decimal? price, int discount) => price * (100 - discount) / 100;
}
