namespace Wildberries.Sdk.PromoCodes;

/// <summary>A rule that a promo code can break. Its numbers are in <see cref="PromoCodeRules"/>.</summary>
public enum PromoCodeRule
{
    /// <summary>A code belongs to a seller.</summary>
    Seller,

    /// <summary>
    /// The text to enter is there, has no spaces or control characters, and is no longer than <see cref="PromoCodeRules.MaxCodeLength"/>.
    /// </summary>
    CodeText,

    /// <summary>
    /// The discount is from <see cref="PromoCodeRules.MinPercent"/> to <see cref="PromoCodeRules.MaxPercent"/>.
    /// </summary>
    PercentRange,

    /// <summary>The discount has at most <see cref="PromoCodeRules.PercentDecimals"/> decimals.</summary>
    PercentDecimals,

    /// <summary>A code works for <see cref="PromoCodeRules.MinDays"/> to <see cref="PromoCodeRules.MaxDays"/> days.</summary>
    Duration,

    /// <summary>
    /// A new code starts from <see cref="PromoCodeRules.MinDaysAhead"/> days to <see cref="PromoCodeRules.MaxMonthsAhead"/> months from
    /// today. Pass over it to take in a code that runs in WB's portal already.
    /// </summary>
    Start,

    /// <summary>If products are chosen, there is one at least, each once, with a number above zero.</summary>
    Products,

    /// <summary>The purposes are among those of <see cref="PromoCodePurposes"/>.</summary>
    Purposes,

    /// <summary>
    /// At most <see cref="PromoCodeRules.MaxActiveCodes"/> codes of a seller work at any time.
    /// </summary>
    ActiveCodes,

    /// <summary>Codes of a seller that work at the same time differ in their text, upper and lower case being the same.</summary>
    UniqueCode,

    /// <summary>An id of WB's belongs to one code of a seller; upper and lower case are the same.</summary>
    UniqueWildberriesId,
}
