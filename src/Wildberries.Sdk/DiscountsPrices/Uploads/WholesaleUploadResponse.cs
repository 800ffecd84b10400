using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>
/// What WB answers to an upload of wholesale discounts: 200 with a result for each product, or 208 for an upload that it had
/// already.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record WholesaleUploadResponse : WildberriesModel
{
    /// <summary>The upload's id; <see langword="null"/> with 208, for which WB documents none.</summary>
    [JsonPropertyName("id")]
    public long? Id { get; init; }

    /// <summary>Whether WB had this very upload already, as 200 says it. <see cref="IsDuplicate"/> covers 208, too.</summary>
    [JsonPropertyName("alreadyExists")]
    public bool? AlreadyExists { get; init; }

    /// <summary>A result for each product.</summary>
    [JsonPropertyName("results")]
    public IReadOnlyList<WholesaleResult> Results
    {
        get => field ?? [];
        init;
    }

    /// <summary>With 208: 208.</summary>
    [JsonPropertyName("status")]
    public int? Status { get; init; }

    /// <summary>With 208: its title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>With 208: what WB says about it.</summary>
    [JsonPropertyName("detail")]
    public string? Detail { get; init; }

    /// <summary>With 208: the id of the request, for WB's support.</summary>
    [JsonPropertyName("requestId")]
    public string? RequestId { get; init; }

    /// <summary>With 208: the WB service that answered.</summary>
    [JsonPropertyName("origin")]
    public string? Origin { get; init; }

    /// <summary>Whether WB had this very upload already, whichever way it says so.</summary>
    [JsonIgnore]
    public bool IsDuplicate => AlreadyExists == true || Status == 208;
}
