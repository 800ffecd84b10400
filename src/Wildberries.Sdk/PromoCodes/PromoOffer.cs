namespace Wildberries.Sdk.PromoCodes;

/// <summary>A promo code that was sent to a chat before.</summary>
public sealed record PromoOffer
{
    /// <summary>The <see cref="PromoCode.Id"/> of the code.</summary>
    public required Guid PromoCodeId { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset OfferedAt { get; init; }
}
