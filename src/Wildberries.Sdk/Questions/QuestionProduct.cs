using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Questions;

/// <summary>The product that a question is about.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.</remarks>
public sealed record QuestionProduct : WildberriesModel
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long? NmId { get; init; }

    /// <summary>The number of the group of merged cards that it belongs to; a card that is not merged has one, too.</summary>
    [JsonPropertyName("imtId")]
    public long? ImtId { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("productName")]
    public string? Name { get; init; }

    /// <summary>The seller's own number of it.</summary>
    [JsonPropertyName("supplierArticle")]
    public string? VendorCode { get; init; }

    /// <summary>The seller's name.</summary>
    [JsonPropertyName("supplierName")]
    public string? SupplierName { get; init; }

    /// <summary>Its brand.</summary>
    [JsonPropertyName("brandName")]
    public string? BrandName { get; init; }
}
