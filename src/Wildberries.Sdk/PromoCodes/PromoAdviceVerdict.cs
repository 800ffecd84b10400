namespace Wildberries.Sdk.PromoCodes;

/// <summary>Whether one promo code is advised in a chat, or why not.</summary>
public sealed record PromoAdviceVerdict
{
    /// <summary>The code.</summary>
    public required PromoCode Code { get; init; }

    /// <summary>The rule by which it was judged; <see langword="null"/> if none is about such a chat.</summary>
    public PromoAdviceRule? Rule { get; init; }

    /// <summary>The answer.</summary>
    public required PromoAdviceOutcome Outcome { get; init; }

    /// <summary>What the buyer would pay for the product with the code; <see langword="null"/> if it did not come to that.</summary>
    public PriceQuote? Quote { get; init; }
}
