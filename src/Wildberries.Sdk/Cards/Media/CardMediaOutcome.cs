namespace Wildberries.Sdk.Cards;

/// <summary>What became of a file that a card was to get.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/mediaFiles"/>.</remarks>
public enum CardMediaOutcome
{
    /// <summary>It was sent, and nobody can say whether the card has it; the row says why. Look at the card before you send it again.</summary>
    Unknown = 0,

    /// <summary>
    /// It was not sent: an earlier file of the card failed, or another does not fit, or the call ended before. It can be sent later.
    /// </summary>
    NotSent = 1,

    /// <summary>
    /// WB took it, and if it was added, the card shows as many pictures as it should. That a picture was replaced, or a video added, WB does not show at once: there its
    /// answer counts.
    /// </summary>
    Uploaded = 2,

    /// <summary>It was not sent, because WB would not take it; the row says why.</summary>
    Unfit = 3,

    /// <summary>WB does not take it; the row has its words.</summary>
    Refused = 4,
}
