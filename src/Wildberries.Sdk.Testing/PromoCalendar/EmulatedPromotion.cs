namespace Wildberries.Sdk.Testing;

/// <summary>A promotion of the emulated calendar.</summary>
public sealed record EmulatedPromotion
{
    /// <summary>The id.</summary>
    public required long Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>When it starts.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>What it is about.</summary>
    public string Description { get; init; } = "";

    /// <summary>What it brings.</summary>
    public IReadOnlyList<string> Advantages { get; init; } = [];

    /// <summary>Whether it is automatic: its products can neither be listed nor added.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Whether the seller may take part. Otherwise it is listed only where all promotions are asked for.</summary>
    public bool IsAvailable { get; init; } = true;

    /// <summary>The products that were offered for it, as they were when the promotion was added.</summary>
    public IReadOnlyList<EmulatedPromotionProduct> Products { get; init; } = [];
}
