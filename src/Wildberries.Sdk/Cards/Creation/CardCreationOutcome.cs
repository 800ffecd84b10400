namespace Wildberries.Sdk.Cards;

/// <summary>What became of a card that was to be created.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.</remarks>
public enum CardCreationOutcome
{
    /// <summary>
    /// WB has it or may have it, and nobody can say what became of it: the answer was lost, or WB showed neither the card nor an error in time. It is not sent again; look later with
    /// <see cref="CardCreator.WaitForCardsAsync"/>.
    /// </summary>
    Unknown = 0,

    /// <summary>It was not sent: the call ended before, or its group was not sent for the reason that the row says.</summary>
    NotSent = 1,

    /// <summary>WB took it, and has not shown yet what became of it.</summary>
    Processing = 2,

    /// <summary>WB shows the card: <see cref="CardCreationRow.NmId"/> is its number.</summary>
    Created = 3,

    /// <summary>A card with this article was there before, maybe in the trash; nothing was sent. <see cref="CardCreationRow.NmId"/> is its number.</summary>
    Exists = 4,

    /// <summary>There is no such card, and WB, or the check, says why not.</summary>
    Refused = 5,
}
