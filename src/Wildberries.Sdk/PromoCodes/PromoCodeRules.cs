using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>WB's rules for the promo codes of sellers, as numbers that can be changed when WB changes them.</summary>
/// <remarks>
/// WB's API documents say nothing about these rules. The defaults come from one report of February 2026 on WB's promo codes, which
/// draws on <see href="https://seller.wildberries.ru/instructions/ru/ru/material/seller-promocodes"/>; they were not checked against WB.
/// </remarks>
public sealed record PromoCodeRules
{
    /// <summary>
    /// The largest discount of the seller, in percent of the full price, with which a promo code still applies: at exactly this
    /// discount it does, above it it does not. The seller's discount and the seller's own promotion count together.
    /// </summary>
    /// <value>45 percent by default. Source: a report of February 2026 on WB's promo codes.</value>
    public decimal MaxSellerDiscountForPromoCode { get; init; } = 45m;

    /// <summary>The smallest discount that a promo code can have, in percent.</summary>
    /// <value>3 percent by default. Source: a report of February 2026 on WB's promo codes.</value>
    public decimal MinPercent { get; init; } = 3m;

    /// <summary>The largest discount that a promo code can have, in percent.</summary>
    /// <value>50 percent by default. Source: a report of February 2026 on WB's promo codes.</value>
    public decimal MaxPercent { get; init; } = 50m;

    /// <summary>How many decimals the discount of a promo code can have.</summary>
    /// <value>2 by default, from the data model that the report of February 2026 drafts. 0 to 10.</value>
    public int PercentDecimals { get; init; } = 2;

    /// <summary>For how many days a promo code works at least.</summary>
    /// <value>1 day by default. Source: a report of February 2026 on WB's promo codes.</value>
    public int MinDays { get; init; } = 1;

    /// <summary>For how many days a promo code works at most.</summary>
    /// <value>31 days by default. Source: a report of February 2026 on WB's promo codes.</value>
    public int MaxDays { get; init; } = 31;

    /// <summary>How many days from today a new promo code starts at the earliest; days are days in Moscow.</summary>
    /// <value>1 by default, which is tomorrow. Source: a report of February 2026 on WB's promo codes.</value>
    public int MinDaysAhead { get; init; } = 1;

    /// <summary>
    /// How many months from today a new promo code starts at the latest, that day included. Where a month is too short, its last day
    /// counts: three months from 30 November is the last of February.
    /// </summary>
    /// <value>3 months by default. Source: a report of February 2026 on WB's promo codes.</value>
    public int MaxMonthsAhead { get; init; } = 3;

    /// <summary>How many months ago a code that stands in WB's portal already may have started: one that is older is a slip of the pen.</summary>
    /// <value>12 by default: what WB's sales reports are mostly asked for. The SDK's own rule, not WB's.</value>
    public int MaxMonthsSinceStart { get; init; } = 12;

    /// <summary>How many promo codes of a seller work at any one time at most.</summary>
    /// <value>10 by default. Source: a report of February 2026 on WB's promo codes.</value>
    public int MaxActiveCodes { get; init; } = 10;

    /// <summary>How many characters of Unicode a code has at most.</summary>
    /// <value>50 by default, from the data model that the report of February 2026 drafts; WB's own limit is not known.</value>
    public int MaxCodeLength { get; init; } = 50;

    /// <summary>Checks a promo code by itself. <see cref="PromoCodePortfolio.Validate"/> also looks at the seller's other codes.</summary>
    /// <param name="code">The code, taken for a new one: its start must lie ahead.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/>: the system's.</param>
    /// <param name="isInPortal">Whether the seller made the code in WB's portal before: then it may have started, at most <see cref="MaxMonthsSinceStart"/> ago.</param>
    /// <returns>Every rule that the code breaks, in the order of <see cref="PromoCodeRule"/>; empty if it breaks none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">These rules make no sense. The exception names the property.</exception>
    public IReadOnlyList<PromoCodeViolation> Validate(PromoCode code, TimeProvider? timeProvider = null, bool isInPortal = false)
    {
        ArgumentNullException.ThrowIfNull(code);
        ThrowIfMeaningless();

        List<PromoCodeViolation> violations = [];
        if (string.IsNullOrWhiteSpace(code.SellerId))
            Add(PromoCodeRule.Seller, PromoCodeFault.SellerMissing, nameof(code.SellerId));

        if (string.IsNullOrEmpty(code.Code))
            Add(PromoCodeRule.CodeText, PromoCodeFault.CodeMissing, nameof(code.Code), MaxCodeLength);
        else if (Argument.Characters(code.Code) is var length && length > MaxCodeLength)
            Add(PromoCodeRule.CodeText, PromoCodeFault.CodeTooLong, nameof(code.Code), length, MaxCodeLength);
        else if (code.Code.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            Add(PromoCodeRule.CodeText, PromoCodeFault.CodeHasSpaces, nameof(code.Code));
        else if (Argument.TextFault(code.Code) is not null)
            Add(PromoCodeRule.CodeText, PromoCodeFault.CodeMalformed, nameof(code.Code));

        if (code.Percent < MinPercent || code.Percent > MaxPercent)
            Add(PromoCodeRule.PercentRange, PromoCodeFault.PercentOutOfRange, nameof(code.Percent), code.Percent, MinPercent, MaxPercent);

        if (decimal.Round(code.Percent, PercentDecimals) != code.Percent)
            Add(PromoCodeRule.PercentDecimals, PromoCodeFault.PercentTooPrecise, nameof(code.Percent), code.Percent, PercentDecimals);

        if (code.Days < MinDays || code.Days > MaxDays)
            Add(PromoCodeRule.Duration, PromoCodeFault.DaysOutOfRange, nameof(code.Days), code.Days, MinDays, MaxDays);

        DateOnly today = MoscowTime.Today(timeProvider ?? TimeProvider.System);
        (DateOnly first, DateOnly last) = (isInPortal ? today.AddMonths(-MaxMonthsSinceStart) : EarliestStart(today), LatestStart(today));
        if (code.Start < first || code.Start > last)
        {
            PromoCodeFault fault = isInPortal ? PromoCodeFault.PortalStartOutOfRange : PromoCodeFault.StartOutOfRange;
            Add(PromoCodeRule.Start, fault, nameof(code.Start), code.Start, first, last);
        }

        if (code.NmIds is { } nmIds)
        {
            if (nmIds.Count == 0)
                Add(PromoCodeRule.Products, PromoCodeFault.ProductsMissing, nameof(code.NmIds));
            else if (nmIds.Any(id => id <= 0))
                Add(PromoCodeRule.Products, PromoCodeFault.ProductInvalid, nameof(code.NmIds), nmIds.First(id => id <= 0));
            else if (nmIds.Distinct().Count() < nmIds.Count)
                Add(PromoCodeRule.Products, PromoCodeFault.ProductRepeated, nameof(code.NmIds));
        }

        if ((code.Purposes & ~PromoCodePurposes.All) != 0)
            Add(PromoCodeRule.Purposes, PromoCodeFault.PurposeUnknown, nameof(code.Purposes), (int)code.Purposes);

        return violations;

        void Add(PromoCodeRule rule, PromoCodeFault fault, string property, params object[] values) =>
            violations.Add(PromoCodeTexts.Violation(rule, fault, property, values));
    }

    internal DateOnly EarliestStart(DateOnly today) => today.AddDays(MinDaysAhead);

    internal DateOnly LatestStart(DateOnly today) => today.AddMonths(MaxMonthsAhead);

    internal void ThrowIfMeaningless()
    {
        Refusal.ThrowUnlessPercent(MaxSellerDiscountForPromoCode, 0m, 100m);
        Refusal.ThrowUnlessPercent(MaxPercent, 0m, 100m);
        Refusal.ThrowUnlessPercent(MinPercent, 0m, MaxPercent);
        Refusal.ThrowUnlessBetween(PercentDecimals, 0, 10);
        Refusal.ThrowUnlessBetween(MinDays, 1, MaxDays);
        Refusal.ThrowUnlessBetween(MinDaysAhead, 0, 1_000);
        Refusal.ThrowUnlessBetween(MaxMonthsAhead, 0, 1_000);
        Refusal.ThrowUnlessBetween(MaxMonthsSinceStart, 0, 1_000);
        Refusal.ThrowUnlessBetween(MaxActiveCodes, 1, int.MaxValue);
        Refusal.ThrowUnlessBetween(MaxCodeLength, 1, int.MaxValue);
    }
}
