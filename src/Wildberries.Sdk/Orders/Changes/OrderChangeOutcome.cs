namespace Wildberries.Sdk.Orders;

/// <summary>What became of one order that was to be changed.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public enum OrderChangeOutcome
{
    /// <summary>
    /// Nobody can say: the answer was lost, or it does not name the order. Look at its status before you send it again; a check does that for you.
    /// </summary>
    Unknown = 0,

    /// <summary>WB has not got it: the call before it failed, or this one was refused unseen (a limit, a token). It can be sent again.</summary>
    NotSent = 1,

    /// <summary>WB has done it.</summary>
    Done = 2,

    /// <summary>There was nothing to do: the check has found the order where it should go. It was not sent.</summary>
    Unchanged = 3,

    /// <summary>
    /// WB has refused it, or the check has found that WB would: then it was not sent, and <see cref="OrderChange.ErrorCode"/> is <see langword="null"/>.
    /// </summary>
    Refused = 4,
}
