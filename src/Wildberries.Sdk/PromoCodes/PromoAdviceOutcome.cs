namespace Wildberries.Sdk.PromoCodes;

/// <summary>Whether a promo code is advised in a chat, or why not.</summary>
public enum PromoAdviceOutcome
{
    /// <summary>It is.</summary>
    Advised,

    /// <summary>No rule is about such a chat.</summary>
    NoRule,

    /// <summary>The chat got a code less than <see cref="PromoAdviceOptions.QuietPeriod"/> ago.</summary>
    OfferedLately,

    /// <summary>The chat has got this code before.</summary>
    OfferedBefore,

    /// <summary>The code does not work now: it is stopped, has ended or has not begun.</summary>
    NotLive,

    /// <summary>The code is for other products.</summary>
    OtherProduct,

    /// <summary>The seller keeps the code for other purposes.</summary>
    OtherPurpose,

    /// <summary>The discount is smaller than the rule asks for.</summary>
    TooSmall,

    /// <summary>
    /// The code would not lower the price: the seller's discounts are too high, another discount gives the buyer as much, or the code breaks
    /// WB's rules for percentages.
    /// </summary>
    DoesNotApply,

    /// <summary>
    /// The costs are given (<see cref="ChatContext.Costs"/>) and the price is not, so nobody knows what the code would leave the seller.
    /// </summary>
    PriceUnknown,

    /// <summary>The code would leave the seller less than <see cref="PromoAdviceOptions.MinMarginPercent"/>.</summary>
    MarginTooLow,

    /// <summary>The code would do, but another is enough and costs the seller less, or as much and lasts longer.</summary>
    AnotherIsEnough,
}
