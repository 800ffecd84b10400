using System.Globalization;

namespace Wildberries.Sdk.Testing;

/// <summary>A buyer's claim: what the buyer wants to give back, and what has been decided at the moment of asking.</summary>
public sealed record EmulatedClaim
{
    /// <summary>The claim's id; empty: a new UUID.</summary>
    public string Id { get; init; } = "";

    /// <summary>The product's number at WB.</summary>
    public required long NmId { get; init; }

    /// <summary>The product's name.</summary>
    public string ProductName { get; init; } = "Товар";

    /// <summary>What the buyer complains of.</summary>
    public string Text { get; init; } = "";

    /// <summary>What the buyer paid, in roubles.</summary>
    /// <value>The default is 1000.</value>
    public decimal Price { get; init; } = 1000;

    /// <summary>The order; empty: a new one.</summary>
    public string Srid { get; init; } = "";

    /// <summary>Whether it was made in a chat, and not among the buyer's purchases.</summary>
    public bool IsFromChat { get; init; }

    /// <summary>Whether the buyer had picked the product up in the seller's shop, which allows other decisions.</summary>
    public bool IsPickup { get; init; }

    /// <summary>The photos, at most 10: the bytes of WebP pictures, which are not looked at. Their links need no token.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Photos { get; init; } = [];

    /// <summary>The video: the bytes of an MP4, which are not looked at; <see langword="null"/>: there is none. Its link needs no token.</summary>
    public ReadOnlyMemory<byte>? Video { get; init; }

    /// <summary>What WB found when it compared IMEIs; <see langword="null"/>: it did not.</summary>
    public string? ImeiCheck { get; init; }

    /// <summary>
    /// What the seller can decide at the moment, in WB's words; <see langword="null"/> when the claim is made: what WB offers for its kind. Nothing: it is closed.
    /// </summary>
    public IReadOnlyList<string>? Actions { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; internal init; }

    /// <summary>What was decided, in WB's values: 0 nothing, 1 rejected, 2 approved.</summary>
    public int Status { get; internal init; }

    /// <summary>What becomes of the product, in WB's values: 0 undecided, 1 kept after a rejection, 5 kept and paid, 8 examined by WB, 10 to the seller.</summary>
    public int ProductStatus { get; internal init; }

    /// <summary>What the buyer was answered; <see langword="null"/>: nothing.</summary>
    public string? Answer { get; internal init; }

    /// <summary>When it was decided last; <see langword="null"/>: not yet.</summary>
    public DateTimeOffset? DecidedAt { get; internal init; }

    /// <summary>Whether it is in the archive, and not under review.</summary>
    public bool IsArchived { get; internal init; }

    /// <summary>The order in which they were made, where times are the same.</summary>
    internal int Number { get; init; }

    /// <summary>Where the photos are.</summary>
    internal IReadOnlyList<string> PhotoAddresses { get; init; } = [];

    /// <summary>Where the video is.</summary>
    internal string? VideoAddress { get; init; }

    /// <summary>The claim without what the buyer wrote.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"claim {Id} about {NmId}, status {Status}, at {CreatedAt:O}");
}
