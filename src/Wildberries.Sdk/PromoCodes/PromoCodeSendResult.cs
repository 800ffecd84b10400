using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>What came of a call of <see cref="PromoCodeSender.SendAsync"/>.</summary>
public sealed record PromoCodeSendResult
{
    /// <summary>What came of it.</summary>
    public required PromoCodeSendOutcome Outcome { get; init; }

    /// <summary>
    /// What is written down about the sending; where the code was sent in the chat before, about that sending. <see langword="null"/> if the
    /// call was refused for another reason.
    /// </summary>
    public PromoCodeSend? Send { get; init; }

    /// <summary>Why the call was refused; <see langword="null"/> if it was not.</summary>
    public PromoCodeSendRefusal? Refusal { get; init; }

    /// <summary>
    /// Whether the key stands for a message that was sent before, or perhaps was: then this call has sent nothing, and tells what came of that
    /// one.
    /// </summary>
    public bool IsRepeat { get; init; }

    /// <summary>What the call to WB threw, if it threw in this call.</summary>
    public WildberriesApiException? Error { get; init; }
}
