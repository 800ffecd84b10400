namespace Wildberries.Sdk.Testing;

/// <summary>A top-up of the emulated seller's advertising account.</summary>
public sealed record EmulatedAdvertPayment
{
    /// <summary>The id.</summary>
    public required long Id { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The sum, in roubles.</summary>
    public required long Sum { get; init; }

    /// <summary>How it was paid: 0 from the account, 1 from the balance, 3 by card.</summary>
    public required int Type { get; init; }
}
