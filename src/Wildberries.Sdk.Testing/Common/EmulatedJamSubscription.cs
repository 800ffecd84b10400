namespace Wildberries.Sdk.Testing;

/// <summary>A seller's subscription to Jam, in WB's own values.</summary>
public sealed record EmulatedJamSubscription
{
    /// <summary>The state: <c>active</c> or <c>inactive</c>.</summary>
    public string State { get; init; } = "active";

    /// <summary>How it was bought: <c>constructor</c> or <c>jam</c>.</summary>
    public string ActivationSource { get; init; } = "jam";

    /// <summary>The level: <c>standard</c>, <c>advanced</c> or <c>premium</c>.</summary>
    public string Level { get; init; } = "standard";

    /// <summary>When it was first activated.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When the paid time ends.</summary>
    public required DateTimeOffset Till { get; init; }
}
