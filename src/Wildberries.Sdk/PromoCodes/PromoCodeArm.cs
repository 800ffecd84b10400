namespace Wildberries.Sdk.PromoCodes;

/// <summary>One of two promo codes that are compared.</summary>
public sealed record PromoCodeArm
{
    /// <summary>The code.</summary>
    public required PromoCode Code { get; init; }

    /// <summary>In how many chats it was sent; zero or more.</summary>
    public required int Sends { get; init; }

    /// <summary>How many orders were made with it (<see cref="PromoCodeSales.Orders"/>), whoever the buyers are; zero or more.</summary>
    public required int Orders { get; init; }

    /// <summary>
    /// Orders for every 100 sends, not rounded; <see langword="null"/> without sends. It is no rate of conversion: an order need not come from a
    /// chat, one buyer can order many times, and so it can exceed 100.
    /// </summary>
    public decimal? OrdersPer100Sends => Sends == 0 ? null : 100m * Orders / Sends;
}
