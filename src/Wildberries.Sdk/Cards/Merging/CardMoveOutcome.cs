namespace Wildberries.Sdk.Cards;

/// <summary>What became of a card that was to be merged or separated.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public enum CardMoveOutcome
{
    /// <summary>It was sent, and WB did not show it where it was to go in time: look at its <see cref="Card.ImtId"/> before you move it again.</summary>
    Unknown = 0,

    /// <summary>It was not sent: the call ended before.</summary>
    NotSent = 1,

    /// <summary>It was where it was to go: nothing was sent.</summary>
    Unchanged = 2,

    /// <summary>WB shows it where it was to go.</summary>
    Moved = 3,

    /// <summary>There is no such card, or WB does not take it there; the row says why.</summary>
    Refused = 4,
}
