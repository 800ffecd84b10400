namespace Wildberries.Sdk.Orders;

/// <summary>
/// What the orders of <c>StreamOrdersAsync</c> have in common, whatever their kind: FBS, DBW, DBS and pickup orders can be read in one loop. It is for reading and not
/// for implementing: it may get more members.
/// </summary>
public interface IOrderRecord
{
    /// <summary>The order's id.</summary>
    long Id { get; }

    /// <summary>The order's unique id: the same as <c>srid</c> in reports.</summary>
    string? Rid { get; }

    /// <summary>When the order was made; <see langword="null"/> where WB does not tell the time, as in the archive of FBS orders.</summary>
    DateTimeOffset? CreatedAt { get; }

    /// <summary>The seller's warehouse that the order came to.</summary>
    long WarehouseId { get; }

    /// <summary>The product's number at WB.</summary>
    long NmId { get; }

    /// <summary>The number of the product's size at WB.</summary>
    long ChrtId { get; }

    /// <summary>The seller's article.</summary>
    string? Article { get; }

    /// <summary>The barcodes of the size.</summary>
    IReadOnlyList<string> Skus { get; }

    /// <summary>How large the product is.</summary>
    CargoType CargoType { get; }

    /// <summary>The price after all discounts but that of WB Wallet, in hundredths of <see cref="CurrencyCode"/>: 101400 is 1,014.00.</summary>
    decimal? PriceHundredths { get; }

    /// <summary>The same price in hundredths of <see cref="ConvertedCurrencyCode"/>.</summary>
    decimal? ConvertedPriceHundredths { get; }

    /// <summary>The currency of the sale, by its number in ISO 4217: 643 is the rouble.</summary>
    int? CurrencyCode { get; }

    /// <summary>The currency of the seller's country, by its number in ISO 4217.</summary>
    int? ConvertedCurrencyCode { get; }

    /// <summary>Whether the product was not in stock when it was ordered.</summary>
    bool IsZeroOrder { get; }
}
