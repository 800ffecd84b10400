using System.Globalization;
using Wildberries.Sdk.DiscountsPrices;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>What the price of one unit for one buyer depends on. Prices are in roubles, discounts in percent (30 means 30 %).</summary>
public sealed record PriceInput
{
    /// <summary>The full price before any discount, in roubles; zero or more.</summary>
    public required decimal Price { get; init; }

    /// <summary>The seller's discount, in percent of <see cref="Price"/>, 0 to 100; 0 when there is none.</summary>
    /// <remarks>
    /// The <c>discount</c> of WB's products list. Source:
    /// <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
    /// </remarks>
    public decimal SellerDiscount { get; init; }

    /// <summary>
    /// The discount of the seller's own promotion, in percent of what the seller's discount left, 0 to 100; 0 when there is none.
    /// </summary>
    public decimal SellerPromotionDiscount { get; init; }

    /// <summary>The discount of the promo code that the buyer has, in percent; <see langword="null"/> when the buyer has none.</summary>
    /// <value>From <see cref="PromoCodeRules.MinPercent"/> to <see cref="PromoCodeRules.MaxPercent"/>.</value>
    /// <remarks>For more than one code, or to be told which won, use <see cref="PromoCodes"/>.</remarks>
    public decimal? PromoCode { get; init; }

    /// <summary>
    /// The promo codes that the buyer has; of them the best applies. Whether they are live and work for the product is not looked at: give
    /// those that do.
    /// </summary>
    public IReadOnlyList<PromoCode> PromoCodes
    {
        get => field ?? [];
        init;
    }

    /// <summary>The buyer's loyalty discount, in percent of what the seller's discounts left, 0 to 100; 0 when there is none.</summary>
    public decimal LoyaltyDiscount { get; init; }

    /// <summary>The WB Club discount, in percent of what the seller's discounts left, 0 to 100; 0 for a buyer outside the club.</summary>
    /// <remarks>
    /// The <c>clubDiscount</c> of WB's products list. Source:
    /// <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
    /// </remarks>
    public decimal WbClubDiscount { get; init; }

    /// <summary>Takes price and discounts from a row of WB's products list.</summary>
    /// <param name="product">The row. Its currency is passed over: the sums are in it, whichever it is.</param>
    /// <param name="sizeId">The size; <see langword="null"/>: any, if all sizes have one price.</param>
    /// <param name="isWbClub">Whether the buyer is a member of WB Club, so that the products' club discount counts.</param>
    /// <returns>Price, seller's discount and, for a member, WB Club discount.</returns>
    /// <exception cref="ArgumentException">The row has no such size, no price, or no size is named and the prices differ.</exception>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
    public static PriceInput FromProduct(ProductPrices product, long? sizeId = null, bool isWbClub = false)
    {
        ArgumentNullException.ThrowIfNull(product);
        decimal[] prices = [.. product.Sizes.Where(size => sizeId is null || size.SizeId == sizeId).Select(size => size.Price).OfType<decimal>().Distinct()];
        return prices switch
        {
            [decimal price] => new PriceInput
            {
                Price = price,
                SellerDiscount = product.Discount ?? 0,
                WbClubDiscount = isWbClub ? product.ClubDiscount ?? 0 : 0,
            },
            [] => throw new ArgumentException(
                sizeId is null
                    ? string.Create(CultureInfo.InvariantCulture, $"Product {product.NmId} has no size with a price.")
                    : string.Create(CultureInfo.InvariantCulture, $"Product {product.NmId} has no size {sizeId} with a price."),
                nameof(product)),
            _ => throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The sizes of product {product.NmId} have {prices.Length} prices; name one size."),
                nameof(sizeId)),
        };
    }
}
