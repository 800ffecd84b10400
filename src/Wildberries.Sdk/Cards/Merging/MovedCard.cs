namespace Wildberries.Sdk.Cards;

/// <summary>A card on its way to another group.</summary>
/// <param name="nmId">The card's number.</param>
internal sealed class MovedCard(long nmId)
{
    public long NmId => nmId;

    /// <summary>The card as it was read; <see langword="null"/>: it was not found.</summary>
    public Card? Card { get; set; }

    public CardMoveOutcome Outcome { get; private set; } = CardMoveOutcome.NotSent;

    /// <summary>Whether it was sent, and nobody knows yet where it is.</summary>
    public bool IsOpen => Outcome == CardMoveOutcome.Unknown;

    /// <summary>Whether it can be sent.</summary>
    public bool IsReady => this is { Outcome: CardMoveOutcome.NotSent, Reason: null };

    private string? Reason { get; set; }

    private long? ImtId { get; set; }

    public void Refuse(string reason) => (Outcome, Reason) = (CardMoveOutcome.Refused, reason);

    public void Unchanged() => Outcome = CardMoveOutcome.Unchanged;

    public void NotSent(string? reason) => (Outcome, Reason) = (CardMoveOutcome.NotSent, reason);

    public void Unknown(string reason) => (Outcome, Reason) = (CardMoveOutcome.Unknown, reason);

    public void Moved(long imtId) => (Outcome, ImtId, Reason) = (CardMoveOutcome.Moved, imtId, null);

    public CardMoveRow ToRow() => new()
    {
        NmId = nmId,
        Outcome = Outcome,
        ImtIdBefore = Card?.ImtId,
        ImtId = ImtId ?? Card?.ImtId,
        Reason = Reason,
    };
}
