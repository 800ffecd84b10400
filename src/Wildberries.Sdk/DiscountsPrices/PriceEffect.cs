namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>What an upload would probably do to a product.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public enum PriceEffect
{
    /// <summary>Its price or discount would change.</summary>
    Changed = 0,

    /// <summary>It has this price and this discount already.</summary>
    Unchanged = 1,

    /// <summary>Its price would fall so far that WB would hold it back in quarantine and go on selling at the old one.</summary>
    Quarantined = 2,

    /// <summary>The seller has no such product.</summary>
    UnknownProduct = 3,
}
