namespace Wildberries.Sdk.Cards;

/// <summary>What became of a card that was to be changed.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public enum CardEditOutcome
{
    /// <summary>
    /// It was sent, and nobody can say what became of it; the row says why: WB did not show the change in time, or shows the card otherwise than it was sent, because
    /// somebody else, or WB, has changed it meanwhile. Read the card before you change it again.
    /// </summary>
    Unknown = 0,

    /// <summary>It was not sent: in a dry run, or because the call ended before. A row of a card that was edited has its changes.</summary>
    NotSent = 1,

    /// <summary>The edit changed nothing of what WB writes, so that the card was not sent.</summary>
    Unchanged = 2,

    /// <summary>It was sent, and WB shows every member that was changed as it was sent.</summary>
    Changed = 3,

    /// <summary>WB does not take it, or there is no such card, or the edit asks for what an update cannot do; the row says which.</summary>
    Refused = 4,
}
