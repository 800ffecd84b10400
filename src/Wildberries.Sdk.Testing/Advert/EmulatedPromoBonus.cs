namespace Wildberries.Sdk.Testing;

/// <summary>Promo bonuses of the emulated seller, which may pay a part of a campaign's budget.</summary>
public sealed record EmulatedPromoBonus
{
    /// <summary>What is left of them, in roubles.</summary>
    public required long Sum { get; init; }

    /// <summary>How much of one top-up they may pay, in percent.</summary>
    public required int Percent { get; init; }

    /// <summary>Until when they can be used.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
