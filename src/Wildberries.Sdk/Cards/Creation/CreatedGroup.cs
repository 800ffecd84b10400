using System.Text.Json;

namespace Wildberries.Sdk.Cards;

/// <summary>A group of new cards, which is sent as a whole or not at all.</summary>
/// <param name="group">The group.</param>
/// <param name="cards">Its cards.</param>
internal sealed class CreatedGroup(CardGroup group, IReadOnlyList<CreatedCard> cards)
{
    public CardGroup Group => group;

    public IReadOnlyList<CreatedCard> Cards => cards;

    /// <summary>How many bytes of a request it takes, with the comma.</summary>
    public int Size { get; } = JsonSerializer.SerializeToUtf8Bytes(group, CardsJsonContext.Default.CardGroup).Length + 1;

    /// <summary>Whether all its cards can be sent.</summary>
    public bool IsReady => Cards.All(card => card is { Outcome: CardCreationOutcome.NotSent, Reason: null });

    public void Each(Action<CreatedCard> act)
    {
        foreach (CreatedCard card in Cards)
            act(card);
    }

    /// <summary>Where one of the cards cannot be sent, the others are not.</summary>
    public void KeepTogether(string reason)
    {
        if (IsReady)
            return;
        foreach (CreatedCard card in Cards.Where(card => card is { Outcome: CardCreationOutcome.NotSent, Reason: null }))
            card.NotSent(reason);
    }
}
