namespace Wildberries.Sdk.PromoCodes;

/// <summary>What a seller offers a promo code for.</summary>
[Flags]
public enum PromoCodePurposes
{
    /// <summary>Nothing: the advice never offers such a code, the seller can.</summary>
    None = 0,

    /// <summary>To thank a content buyer.</summary>
    Loyalty = 1,

    /// <summary>To compensate a dissatisfied buyer.</summary>
    Retention = 2,

    /// <summary>To help a buyer who hesitates before a purchase.</summary>
    Conversion = 4,

    /// <summary>All of them.</summary>
    All = Loyalty | Retention | Conversion,
}
