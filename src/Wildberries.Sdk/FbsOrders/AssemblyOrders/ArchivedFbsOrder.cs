using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>An assembly order that is older than three months.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record ArchivedFbsOrder : WildberriesModel
{
    /// <summary>The number of the assembly order.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The unique id of the order: the same as <c>srid</c> in reports.</summary>
    [JsonPropertyName("rid")]
    public string? Rid { get; init; }

    /// <summary>What orders of one basket have in common.</summary>
    [JsonPropertyName("orderUid")]
    public string? OrderUid { get; init; }

    /// <summary>The day on which the order was made; WB does not tell the time here.</summary>
    [JsonPropertyName("createdAt")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? CreatedOn { get; init; }

    /// <summary>The supply that the order was in; <see langword="null"/>: none.</summary>
    [JsonPropertyName("supplyId")]
    public string? SupplyId { get; init; }

    /// <summary>The last status.</summary>
    [JsonPropertyName("status")]
    public ArchivedOrderStatus? Status { get; init; }

    /// <summary>The seller's warehouse that the product was sent from.</summary>
    [JsonPropertyName("warehouseId")]
    public long WarehouseId { get; init; }

    /// <summary>The product.</summary>
    [JsonPropertyName("product")]
    public ArchivedOrderProduct? Product { get; init; }

    /// <summary>The code of the colour, for products that are tinted to order.</summary>
    [JsonPropertyName("colorCode")]
    public string? ColorCode { get; init; }

    /// <summary>The prices.</summary>
    [JsonPropertyName("priceInfo")]
    public ArchivedOrderPrices? Prices { get; init; }

    /// <summary>What WB took for accepting the order, in kopecks.</summary>
    [JsonPropertyName("scanPrice")]
    public decimal? ScanPriceKopecks { get; init; }

    /// <summary>How large the product is.</summary>
    [JsonPropertyName("cargoType")]
    public ArchivedCargoType CargoType { get; init; }

    /// <summary>Whether the order left the country.</summary>
    [JsonPropertyName("crossBorderType")]
    public ArchivedCrossBorderType CrossBorderType { get; init; }

    /// <summary>The parcel of an order that left the country; <see langword="null"/> for others.</summary>
    [JsonPropertyName("crossBorder")]
    public ArchivedOrderParcel? Parcel { get; init; }

    /// <summary>The number of the sticker.</summary>
    [JsonPropertyName("stickerId")]
    public long StickerId { get; init; }

    /// <summary>The label identifiers.</summary>
    [JsonPropertyName("metaDetails")]
    public IReadOnlyList<MarkingDetail> Markings { get => field ?? []; init; } = [];

    /// <summary>Whether the stock was zero when the order was made.</summary>
    [JsonPropertyName("isZeroOrder")]
    public bool IsZeroOrder { get; init; }

    /// <summary>What else was special about it.</summary>
    [JsonPropertyName("options")]
    public FbsOrderOptions? Options { get; init; }
}
