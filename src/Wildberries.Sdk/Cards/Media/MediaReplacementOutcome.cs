namespace Wildberries.Sdk.Cards;

/// <summary>What became of a card whose media were to be replaced by links.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/mediaFiles"/>.</remarks>
public enum MediaReplacementOutcome
{
    /// <summary>The links were sent, and nobody can say what WB made of them; the row says why. Look at the card later.</summary>
    Unknown = 0,

    /// <summary>The links were not sent: the call ended before.</summary>
    NotSent = 1,

    /// <summary>The card shows as many pictures and videos as there are links, and it was changed since they were sent.</summary>
    Replaced = 2,

    /// <summary>The links were not sent, because WB would not take them; the row says why.</summary>
    Unfit = 3,

    /// <summary>WB does not take the links; the row has its words. The card is as it was.</summary>
    Refused = 4,

    /// <summary>The card was changed, but shows fewer files than there are links: WB could not save some.</summary>
    Incomplete = 5,

    /// <summary>
    /// WB answered without an error, and the card is as it was until <see cref="CardMediaOptions.Patience"/> was over. WB takes none of the files if one of them is not as
    /// it should be, and does not say so.
    /// </summary>
    NotTaken = 6,
}
