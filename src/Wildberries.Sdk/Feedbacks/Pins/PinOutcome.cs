namespace Wildberries.Sdk.Feedbacks;

/// <summary>What became of one review that was to be pinned or unpinned.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
public enum PinOutcome
{
    /// <summary>
    /// Nobody can say: the answer was lost, or does not name the row, and the list of pins does not show it either. WB may still do it; the check before the next call finds what it
    /// has done.
    /// </summary>
    Unknown = 0,

    /// <summary>WB has not got it: the call before it failed, or this one was refused unseen (a limit, a token). It can be sent again.</summary>
    NotSent = 1,

    /// <summary>WB has done it.</summary>
    Done = 2,

    /// <summary>There was nothing to do: the review is pinned there already, or the pin is gone already.</summary>
    Unchanged = 3,

    /// <summary>WB has refused it, or the check has found that WB would: then it was not sent, and <see cref="PinChange.Errors"/> is empty.</summary>
    Refused = 4,
}
