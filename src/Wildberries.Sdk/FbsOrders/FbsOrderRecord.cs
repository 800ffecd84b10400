using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>
/// An order of the list or of the archive: what both tell, in one form. The list tells the time, the address and the buyer's comment
/// (<see cref="Order"/>), the archive the last status, the label identifiers and the sticker's number (<see cref="Archived"/>). The status of an order of the list
/// has to be asked for: <see cref="FbsOrdersApiExtensions.GetStatusesAsync"/>.
/// </summary>
public sealed record FbsOrderRecord : IOrderRecord
{
    /// <summary>The number of the assembly order.</summary>
    public required long Id { get; init; }

    /// <summary>The unique id of the order: the same as <c>srid</c> in reports.</summary>
    public string? Rid { get; init; }

    /// <summary>What orders of one basket have in common.</summary>
    public string? OrderUid { get; init; }

    /// <summary>When the order was made; <see langword="null"/> in the archive, which tells the day only.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The day on which the order was made: of <see cref="CreatedAt"/> by UTC, in the archive as WB tells it.</summary>
    public DateOnly? CreatedOn { get; init; }

    /// <summary>The supply that it is or was in; <see langword="null"/>: none.</summary>
    public string? SupplyId { get; init; }

    /// <summary>The seller's warehouse.</summary>
    public long WarehouseId { get; init; }

    /// <summary>The product's number at WB.</summary>
    public long NmId { get; init; }

    /// <summary>The size's number at WB.</summary>
    public long ChrtId { get; init; }

    /// <summary>The seller's own article.</summary>
    public string? Article { get; init; }

    /// <summary>The code of the colour, for products that are tinted to order.</summary>
    public string? ColorCode { get; init; }

    /// <summary>The barcodes of the size.</summary>
    public IReadOnlyList<string> Skus { get; init; } = [];

    /// <summary>The price after all discounts but that of WB Wallet, in hundredths of <see cref="CurrencyCode"/>: 101400 is 1,014.00.</summary>
    public decimal? PriceHundredths { get; init; }

    /// <summary>The same price in hundredths of <see cref="ConvertedCurrencyCode"/>.</summary>
    public decimal? ConvertedPriceHundredths { get; init; }

    /// <summary>The currency of the sale: the number by ISO 4217, for example 643 (RUB).</summary>
    public int? CurrencyCode { get; init; }

    /// <summary>The currency of the seller's country: the number by ISO 4217.</summary>
    public int? ConvertedCurrencyCode { get; init; }

    /// <summary>What WB takes for accepting the order, in kopecks; <see langword="null"/> until it was accepted.</summary>
    public decimal? ScanPriceKopecks { get; init; }

    /// <summary>How large the product is.</summary>
    public CargoType CargoType { get; init; }

    /// <summary>Whether the order leaves the country.</summary>
    public CrossBorderType CrossBorderType { get; init; }

    /// <summary>Whether the stock was zero when the order was made.</summary>
    public bool IsZeroOrder { get; init; }

    /// <summary>Whether a business bought it.</summary>
    public bool IsB2B { get; init; }

    /// <summary>The order as the list tells it; <see langword="null"/>: it comes from the archive.</summary>
    public FbsOrder? Order { get; init; }

    /// <summary>The order as the archive tells it; <see langword="null"/>: it comes from the list.</summary>
    public ArchivedFbsOrder? Archived { get; init; }

    /// <summary>The order, without what the buyer wrote and where it goes.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() =>
        $"FbsOrderRecord {{ Id = {Id}, Rid = {Rid}, NmId = {NmId}, WarehouseId = {WarehouseId}, SupplyId = {SupplyId}, IsArchived = {Archived is not null} }}";

    internal static FbsOrderRecord Of(FbsOrder order) => new()
    {
        Id = order.Id,
        Rid = order.Rid,
        OrderUid = order.OrderUid,
        CreatedAt = order.CreatedAt,
        CreatedOn = order.CreatedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null,
        SupplyId = order.SupplyId,
        WarehouseId = order.WarehouseId,
        NmId = order.NmId,
        ChrtId = order.ChrtId,
        Article = order.Article,
        ColorCode = order.ColorCode,
        Skus = order.Skus,
        PriceHundredths = order.PriceHundredths,
        ConvertedPriceHundredths = order.ConvertedPriceHundredths,
        CurrencyCode = order.CurrencyCode,
        ConvertedCurrencyCode = order.ConvertedCurrencyCode,
        ScanPriceKopecks = order.ScanPriceKopecks,
        CargoType = order.CargoType,
        CrossBorderType = order.CrossBorderType,
        IsZeroOrder = order.IsZeroOrder,
        IsB2B = order.Options?.IsB2B ?? false,
        Order = order,
    };

    internal static FbsOrderRecord Of(ArchivedFbsOrder order) => new()
    {
        Id = order.Id,
        Rid = order.Rid,
        OrderUid = order.OrderUid,
        CreatedOn = order.CreatedOn,
        SupplyId = order.SupplyId,
        WarehouseId = order.WarehouseId,
        NmId = order.Product?.NmId ?? 0,
        ChrtId = order.Product?.ChrtId ?? 0,
        Article = order.Product?.Article,
        ColorCode = order.ColorCode,
        Skus = order.Product?.Skus ?? [],
        PriceHundredths = order.Prices?.PriceHundredths,
        ConvertedPriceHundredths = order.Prices?.ConvertedPriceHundredths,
        CurrencyCode = order.Prices?.CurrencyCode,
        ConvertedCurrencyCode = order.Prices?.ConvertedCurrencyCode,
        ScanPriceKopecks = order.ScanPriceKopecks,
        CargoType = CargoTypeOf(order.CargoType),
        CrossBorderType = order.CrossBorderType == ArchivedCrossBorderType.CrossBorder ? CrossBorderType.CrossBorder : CrossBorderType.Local,
        IsZeroOrder = order.IsZeroOrder,
        IsB2B = order.Options?.IsB2B ?? false,
        Archived = order,
    };

    // What WB adds to the archive's words has no number: the archived order has the word.
    private static CargoType CargoTypeOf(ArchivedCargoType type)
    {
        if (type == ArchivedCargoType.Small)
            return CargoType.Small;
        if (type == ArchivedCargoType.Oversized)
            return CargoType.Oversized;
        return type == ArchivedCargoType.Large ? CargoType.Large : default;
    }
}
