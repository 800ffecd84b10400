using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A product in a draft.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts"/>.</remarks>
public sealed record SupplyDraftItem : WildberriesModel
{
    /// <summary>The barcode.</summary>
    [JsonPropertyName("sku")]
    public string? Sku { get; init; }

    /// <summary>The colour.</summary>
    [JsonPropertyName("color")]
    public string? Color { get; init; }

    /// <summary>How many units.</summary>
    [JsonPropertyName("quantity")]
    public int Quantity { get; init; }

    /// <summary>The brand.</summary>
    [JsonPropertyName("brandName")]
    public string? BrandName { get; init; }

    /// <summary>A picture.</summary>
    [JsonPropertyName("imgSrc")]
    public string? ImageUrl { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long? NmId { get; init; }

    /// <summary>The subject.</summary>
    [JsonPropertyName("subjectName")]
    public string? SubjectName { get; init; }

    /// <summary>The size as the seller calls it.</summary>
    [JsonPropertyName("techSize")]
    public string? TechSize { get; init; }

    /// <summary>The title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The seller's article.</summary>
    [JsonPropertyName("vendorCode")]
    public string? VendorCode { get; init; }
}
