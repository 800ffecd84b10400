namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>What an upload would probably do to an article.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/work-with-products#tag/Ceny-i-skidki"/>.</remarks>
public enum PriceEffect
{
    /// <summary>Its price or discount would change.</summary>
    Changed = 0,

    /// <summary>It has this price and this discount already.</summary>
    Unchanged = 1,

    /// <summary>Its price would fall so far that WB would hold it back in quarantine and go on selling at the old one.</summary>
    Quarantined = 2,

    /// <summary>The seller has no such article.</summary>
    UnknownArticle = 3,
}
