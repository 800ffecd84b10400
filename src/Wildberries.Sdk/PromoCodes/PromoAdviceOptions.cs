namespace Wildberries.Sdk.PromoCodes;

/// <summary>When to advise a promo code, and when not.</summary>
public sealed record PromoAdviceOptions
{
    /// <summary>The rules. The first that suits the chat and has a code that fits decides.</summary>
    /// <value>
    /// By default the table of a report of February 2026 on WB's promo codes. Retention first: a displeased buyer with a defect, a wrong item
    /// or a complaint about quality gets at least 10 %, with a return or refund at least 15 %. Then conversion: questions before a purchase,
    /// about sizes or availability, at least 5 %. Then loyalty: a pleased buyer's thanks, at least 5 %.
    /// </value>
    public IReadOnlyList<PromoAdviceRule> Rules { get; init; } =
    [
        Rule(ChatIntent.Defect, Sentiment.Negative, PromoCodePurposes.Retention, 10m),
        Rule(ChatIntent.WrongItem, Sentiment.Negative, PromoCodePurposes.Retention, 10m),
        Rule(ChatIntent.QualityComplaint, Sentiment.Negative, PromoCodePurposes.Retention, 10m),
        Rule(ChatIntent.ReturnRefund, Sentiment.Negative, PromoCodePurposes.Retention, 15m),
        Rule(ChatIntent.PrePurchase, Sentiment.Neutral, PromoCodePurposes.Conversion, 5m),
        Rule(ChatIntent.Sizing, Sentiment.Neutral, PromoCodePurposes.Conversion, 5m),
        Rule(ChatIntent.Availability, Sentiment.Neutral, PromoCodePurposes.Conversion, 5m),
        Rule(ChatIntent.PositiveFeedback, Sentiment.Positive, PromoCodePurposes.Loyalty, 5m),
    ];

    /// <summary>How long a chat that got a promo code is advised no other.</summary>
    /// <value>30 days by default: a choice of ours, WB has no such rule. A code that a chat has got is never advised there again.</value>
    public TimeSpan QuietPeriod { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The margin that a code must leave the seller, in percent of the seller's price.</summary>
    /// <value>0 percent by default: no code that loses money is advised.</value>
    public decimal MinMarginPercent { get; init; }

    private static PromoAdviceRule Rule(ChatIntent intent, Sentiment sentiment, PromoCodePurposes purpose, decimal minPercent) => new()
    {
        Intent = intent,
        Sentiment = sentiment,
        Purpose = purpose,
        MinPercent = minPercent,
    };
}
