namespace Wildberries.Sdk.PromoCodes;

/// <summary>What is known about a chat when a promo code is to be advised.</summary>
public sealed record ChatContext
{
    /// <summary>What the buyer wants.</summary>
    public required ChatIntent Intent { get; init; }

    /// <summary>In what mood the buyer writes.</summary>
    public required Sentiment Sentiment { get; init; }

    /// <summary>
    /// WB's number of the product that the chat is about; <see langword="null"/>: not known, then only codes for the whole
    /// assortment fit.
    /// </summary>
    public long? NmId { get; init; }

    /// <summary>
    /// The product's price and discounts (<see cref="PriceInput.FromProduct"/>); promo codes in it are passed over. <see langword="null"/>:
    /// not known, then whether a code applies is not looked at; and if <see cref="Costs"/> are given, no code is advised
    /// (<see cref="PromoAdviceOutcome.PriceUnknown"/>), since nobody knows what one would leave the seller.
    /// </summary>
    public PriceInput? Price { get; init; }

    /// <summary>What a sale of the product costs the seller; <see langword="null"/>: not known, then the margin is not looked at.</summary>
    public UnitCosts? Costs { get; init; }

    /// <summary>The promo codes that were sent to this chat before.</summary>
    public IReadOnlyList<PromoOffer> Offers
    {
        get => field ?? [];
        init;
    }
}
