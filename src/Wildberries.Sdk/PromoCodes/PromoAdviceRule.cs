namespace Wildberries.Sdk.PromoCodes;

/// <summary>When to offer a promo code in a chat, for what, and how large it must be at least.</summary>
public sealed record PromoAdviceRule
{
    /// <summary>What the buyer wants.</summary>
    public required ChatIntent Intent { get; init; }

    /// <summary>In what mood the buyer writes; <see langword="null"/>: in any.</summary>
    public Sentiment? Sentiment { get; init; }

    /// <summary>What the code is offered for: one purpose.</summary>
    public required PromoCodePurposes Purpose { get; init; }

    /// <summary>The smallest discount that is enough, in percent.</summary>
    public decimal MinPercent { get; init; }
}
