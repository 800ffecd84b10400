namespace Wildberries.Sdk.PromoCodes;

/// <summary>Which sends to list. Everything that is given must hold.</summary>
public sealed record PromoCodeSendQuery
{
    /// <summary>The seller.</summary>
    public required string SellerId { get; init; }

    /// <summary>The code's id; <see langword="null"/>: any.</summary>
    public Guid? PromoCodeId { get; init; }

    /// <summary>The chat's id; <see langword="null"/>: any.</summary>
    public string? ChatId { get; init; }

    /// <summary>How far it has come; <see langword="null"/>: any.</summary>
    public PromoCodeSendState? State { get; init; }

    /// <summary>Written down at this time or later; <see langword="null"/>: from the beginning.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Written down before this time; <see langword="null"/>: to the end.</summary>
    public DateTimeOffset? Before { get; init; }
}
