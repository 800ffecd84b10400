namespace Wildberries.Sdk.PromoCodes;

/// <summary>What became of one promo code when a price was quoted.</summary>
public sealed record PromoCodeVerdict
{
    /// <summary>The code; <see langword="null"/> for the one that was given by its discount only (<see cref="PriceInput.PromoCode"/>).</summary>
    public PromoCode? Code { get; init; }

    /// <summary>The code's discount, in percent.</summary>
    public required decimal Percent { get; init; }

    /// <summary>Whether the code won, or why not.</summary>
    public required PromoCodeOutcome Outcome { get; init; }
}
