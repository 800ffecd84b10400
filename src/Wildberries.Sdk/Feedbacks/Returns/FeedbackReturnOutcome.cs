namespace Wildberries.Sdk.Feedbacks;

/// <summary>What became of asking a product back.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
public enum FeedbackReturnOutcome
{
    /// <summary>Nobody can say: the answer was lost, and the review does not show it. Look at the review again later; to call again is safe, for it looks first.</summary>
    Unknown = 0,

    /// <summary>WB has taken it now.</summary>
    Requested = 1,

    /// <summary>The product was asked back before; nothing was sent.</summary>
    AlreadyRequested = 2,

    /// <summary>It cannot be asked back, or there is no such review: the review says so and nothing was sent, or WB has refused it.</summary>
    Refused = 3,
}
