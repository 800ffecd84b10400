using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Answers;

/// <summary>Which answers to list. Everything that is given must hold.</summary>
public sealed record AnswerQuery
{
    /// <summary>The seller.</summary>
    public required string SellerId { get; init; }

    /// <summary>Where the buyer was answered; <see langword="null"/>: anywhere.</summary>
    public AnswerChannel? Channel { get; init; }

    /// <summary>The id of the chat, review or question; <see langword="null"/>: any.</summary>
    public string? TargetId { get; init; }

    /// <summary>The id of the promo code that was sent (<see cref="PromoCodeSend.PromoCodeId"/>); <see langword="null"/>: answers with and without a code.</summary>
    public Guid? PromoCodeId { get; init; }

    /// <summary>How far it has come; <see langword="null"/>: any.</summary>
    public AnswerState? State { get; init; }

    /// <summary>Written down at this time or later; <see langword="null"/>: from the beginning.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Written down before this time; <see langword="null"/>: to the end.</summary>
    public DateTimeOffset? Before { get; init; }
}
