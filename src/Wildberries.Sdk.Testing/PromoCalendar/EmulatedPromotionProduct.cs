namespace Wildberries.Sdk.Testing;

/// <summary>A product that was offered for a promotion.</summary>
public sealed record EmulatedPromotionProduct
{
    /// <summary>The product's number at WB.</summary>
    public required long NmId { get; init; }

    /// <summary>The price.</summary>
    public required decimal Price { get; init; }

    /// <summary>The price during the promotion.</summary>
    public required decimal PlanPrice { get; init; }

    /// <summary>The discount in percent.</summary>
    public int Discount { get; init; }

    /// <summary>The discount in percent that WB recommends.</summary>
    public int PlanDiscount { get; init; }

    /// <summary>The currency of the prices.</summary>
    public string CurrencyCode { get; init; } = "RUB";

    /// <summary>Whether there is stock.</summary>
    public bool HasStock { get; init; } = true;

    /// <summary>Whether it takes part.</summary>
    public bool InAction { get; init; }
}
