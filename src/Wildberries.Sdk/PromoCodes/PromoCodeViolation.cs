namespace Wildberries.Sdk.PromoCodes;

/// <summary>What is wrong with a promo code.</summary>
public sealed record PromoCodeViolation
{
    /// <summary>The rule that is broken.</summary>
    public required PromoCodeRule Rule { get; init; }

    /// <summary>The property of <see cref="PromoCode"/> that breaks it, for example <c>Percent</c>.</summary>
    public required string Property { get; init; }

    /// <summary>The fault and the limit, in English, the same in every culture.</summary>
    public required string Message { get; init; }

    /// <summary>The property and the message.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Property}: {Message}";
}
