namespace Wildberries.Sdk.Errors;

/// <summary>
/// What became of a failed call at WB, as far as anybody can know. It answers the question that a failed write leaves: may it be sent again? All attempts of
/// the call count: if WB may have taken one of them, it is <see cref="Unknown"/>, whatever WB said to the next.
/// </summary>
public enum Delivery
{
    /// <summary>
    /// WB may have carried the call out, or not: the request was on its way and no answer came (a timeout, a broken connection), or one that does not say
    /// (408, 5xx, a redirect). Look at the state at WB before you send a write again.
    /// </summary>
    Unknown = 0,

    /// <summary>WB never got the call: the SDK refused it, no connection came about, or it was not written. It can be sent again.</summary>
    NotSent = 1,

    /// <summary>
    /// WB got the call and says that it has not carried it out: nearly every 4XX. After a 429 send it again later; after the others it has to be another call.
    /// </summary>
    Refused = 2,

    /// <summary>
    /// WB answered with success, but its answer broke off, could not be understood, or is not what was waited for. A write has most probably been carried out
    /// (a proxy's page can look like success too): look at the state at WB, and do not send it again blindly.
    /// </summary>
    Answered = 3,
}
