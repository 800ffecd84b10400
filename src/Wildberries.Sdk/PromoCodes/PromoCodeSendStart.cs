namespace Wildberries.Sdk.PromoCodes;

/// <summary>
/// What a store answers to an intent to send. Exactly one caller of a key gets <see cref="IsStarted"/>, and one more each time the sending has
/// failed.
/// </summary>
public sealed record PromoCodeSendStart
{
    /// <summary>Whether the intent was written down by this call: only then may the message be sent.</summary>
    public bool IsStarted { get; init; }

    /// <summary>
    /// What is written down: this intent; or what the key stands for already; or, with <see cref="PromoCodeSendRefusal.AlreadySentInChat"/>,
    /// the earlier sending. <see langword="null"/> with any other refusal.
    /// </summary>
    public PromoCodeSend? Send { get; init; }

    /// <summary>Why nothing was written down; <see langword="null"/> if it was, or if the key stands for a sending already.</summary>
    public PromoCodeSendRefusal? Refusal { get; init; }
}
