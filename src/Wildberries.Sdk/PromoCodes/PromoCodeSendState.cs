namespace Wildberries.Sdk.PromoCodes;

/// <summary>How far the sending of a promo code has come.</summary>
public enum PromoCodeSendState
{
    /// <summary>
    /// Written down before the message was sent, and not completed: it is being sent right now, or nobody knows whether it was.
    /// <see cref="PromoCodeSender.ReconcileAsync"/> finds out.
    /// </summary>
    Pending,

    /// <summary>WB has taken the message.</summary>
    Sent,

    /// <summary>The message was not sent, or WB refused it. The same key can begin it again.</summary>
    Failed,
}
