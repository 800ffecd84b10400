namespace Wildberries.Sdk.PromoCodes;

/// <summary>At whose expense a discount is.</summary>
public enum DiscountFunding
{
    /// <summary>The seller gets less.</summary>
    Seller,

    /// <summary>Wildberries makes up for it.</summary>
    Wildberries,
}
