namespace Wildberries.Sdk.PromoCodes;

/// <summary>What came of a call of <see cref="PromoCodeSender.SendAsync"/>.</summary>
public enum PromoCodeSendOutcome
{
    /// <summary>WB has taken the message.</summary>
    Sent,

    /// <summary>Nothing was sent and nothing was written down: <see cref="PromoCodeSendResult.Refusal"/> says why.</summary>
    Refused,

    /// <summary>
    /// The message was not sent, or WB refused it: <see cref="PromoCodeSendResult.Error"/> says why. The same message with the same key tries again.
    /// </summary>
    Failed,

    /// <summary>
    /// Nobody knows whether the message was sent, or another call is sending it right now. It is never sent again by itself:
    /// <see cref="PromoCodeSender.ReconcileAsync"/> finds out.
    /// </summary>
    Unknown,
}
