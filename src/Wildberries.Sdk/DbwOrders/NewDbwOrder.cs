using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.DbwOrders;

/// <summary>An order that waits for the seller to confirm it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.</remarks>
public sealed record NewDbwOrder : WildberriesModel
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The order's unique id: the same as <c>srid</c> in reports.</summary>
    [JsonPropertyName("rid")]
    public string? Rid { get; init; }

    /// <summary>What orders of one basket have in common.</summary>
    [JsonPropertyName("orderUid")]
    public string? OrderUid { get; init; }

    /// <summary>What orders of one basket that came to one warehouse have in common.</summary>
    [JsonPropertyName("groupId")]
    public string? GroupId { get; init; }

    /// <summary>When the order was made.</summary>
    [JsonPropertyName("createdAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The seller's warehouse that the order came to.</summary>
    [JsonPropertyName("warehouseId")]
    public long WarehouseId { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long NmId { get; init; }

    /// <summary>The number of the product's size at WB.</summary>
    [JsonPropertyName("chrtId")]
    public long ChrtId { get; init; }

    /// <summary>The seller's article.</summary>
    [JsonPropertyName("article")]
    public string? Article { get; init; }

    /// <summary>The colour, for example <c>RAL 3017</c>; of products that are tinted to order only.</summary>
    [JsonPropertyName("colorCode")]
    public string? ColorCode { get; init; }

    /// <summary>The product's barcodes.</summary>
    [JsonPropertyName("skus")]
    public IReadOnlyList<string> Skus { get => field ?? []; init; } = [];

    /// <summary>How large the product is.</summary>
    [JsonPropertyName("cargoType")]
    public CargoType CargoType { get; init; }

    /// <summary>The kinds of label identifiers that the order can have; what is not here cannot be set. An IMEI is required of smartphones (subject 515).</summary>
    [JsonPropertyName("requiredMeta")]
    public IReadOnlyList<MarkingCodeKind> RequiredMarkings { get => field ?? []; init; } = [];

    /// <summary>The price after the seller's discount, without that of WB Club, in hundredths of <see cref="CurrencyCode"/>; for your information.</summary>
    [JsonPropertyName("salePrice")]
    public decimal? SalePriceHundredths { get; init; }

    /// <summary>The price after all discounts but that of WB Wallet, in hundredths of <see cref="CurrencyCode"/>; for your information.</summary>
    [JsonPropertyName("price")]
    public decimal? PriceHundredths { get; init; }

    /// <summary>The price after all discounts but that of WB Wallet, in hundredths of <see cref="ConvertedCurrencyCode"/>; for your information.</summary>
    [JsonPropertyName("convertedPrice")]
    public decimal? ConvertedPriceHundredths { get; init; }

    /// <summary>The currency of the sale, by its number in ISO 4217: 643 is the rouble.</summary>
    [JsonPropertyName("currencyCode")]
    public int? CurrencyCode { get; init; }

    /// <summary>The currency of the seller's country, by its number in ISO 4217.</summary>
    [JsonPropertyName("convertedCurrencyCode")]
    public int? ConvertedCurrencyCode { get; init; }

    /// <summary>Whether the product was not in stock when it was ordered: such an order may be cancelled without a fine.</summary>
    [JsonPropertyName("isZeroOrder")]
    public bool IsZeroOrder { get; init; }

    /// <summary>What is special about the order.</summary>
    [JsonPropertyName("options")]
    public OrderOptions? Options { get; init; }

    /// <summary>Where it is to be delivered. Personal data.</summary>
    [JsonPropertyName("address")]
    public OrderAddress? Address { get; init; }

    /// <summary>The buyer's comment, at most 300 characters. Personal data.</summary>
    [JsonPropertyName("comment")]
    public string? Comment { get; init; }

    /// <summary>What the order is about, without the buyer's address and comment.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() =>
        $"NewDbwOrder {{ Id = {Id}, Rid = {Rid}, WarehouseId = {WarehouseId}, NmId = {NmId}, ChrtId = {ChrtId}, Article = {Article}, CreatedAt = {CreatedAt:O} }}";
}
