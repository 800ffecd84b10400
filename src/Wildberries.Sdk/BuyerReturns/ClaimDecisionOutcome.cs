namespace Wildberries.Sdk.BuyerReturns;

/// <summary>What came of a decision about a claim.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersReturns"/>.</remarks>
public enum ClaimDecisionOutcome
{
    /// <summary>
    /// It was sent, and nobody can say whether WB has taken it; WB does not show it yet. It is not sent again: read the claim later, and decide anew if it is as before.
    /// </summary>
    Unknown = 0,

    /// <summary>WB has taken it. After an answer that was lost: WB shows the claim decided so.</summary>
    Decided = 1,

    /// <summary>
    /// The claim was decided since it was read: in the seller's account, by another program, or by a call whose answer was lost; or it was rejected before you read it, and you did not say
    /// that the rejection is to be replaced. This decision was not sent, or WB refused it.
    /// </summary>
    AlreadyDecided = 2,

    /// <summary>The claim does not allow it: it is closed, or out of time, or offers other actions. It was not sent.</summary>
    NotAllowed = 3,

    /// <summary>WB refused it, and <see cref="ClaimDecision.Reason"/> has WB's words.</summary>
    Refused = 4,
}
