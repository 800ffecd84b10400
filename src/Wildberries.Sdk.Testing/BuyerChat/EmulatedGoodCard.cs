namespace Wildberries.Sdk.Testing;

/// <summary>The order that an emulated chat is about.</summary>
public sealed record EmulatedGoodCard
{
    /// <summary>The product's number at WB.</summary>
    public required long NmId { get; init; }

    /// <summary>What the buyer paid, in hundredths of the currency: kopecks for roubles. WB sends it so, though its documents do not say so.</summary>
    public required long PriceHundredths { get; init; }

    /// <summary>The currency of the price.</summary>
    public string PriceCurrency { get; init; } = "RUB";

    /// <summary>The id of the order.</summary>
    public string Rid { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>The size; <c>0</c> for products without sizes.</summary>
    public string Size { get; init; } = "0";
}
