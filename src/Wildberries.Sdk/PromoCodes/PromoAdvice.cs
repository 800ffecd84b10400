using System.Globalization;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>The promo code to offer in a chat, and why.</summary>
public sealed record PromoAdvice
{
    /// <summary>The code.</summary>
    public required PromoCode Code { get; init; }

    /// <summary>The rule that led to it.</summary>
    public required PromoAdviceRule Rule { get; init; }

    /// <summary>What the buyer would pay for the product with the code; <see langword="null"/> if its price was not given.</summary>
    public PriceQuote? Quote { get; init; }

    /// <summary>What the seller is offering the code for.</summary>
    public PromoCodePurposes Purpose => Rule.Purpose;

    /// <summary>The reason in English, such as <c>Retention: defect_not_working, at least 10 %</c>, the same in every culture.</summary>
    public string Reason => string.Create(CultureInfo.InvariantCulture, $"{Purpose}: {Rule.Intent}, at least {Rule.MinPercent:0.##########} %");

    /// <summary>The code and the reason, the same in every culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Code} ({Reason})";
}
