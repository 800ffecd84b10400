using System.Text.Json.Serialization;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>What WB answers to an upload of prices or discounts. It is accepted, not done: follow it by its id.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record UploadResponse : WildberriesModel, IEnvelope
{
    /// <summary>The upload.</summary>
    [JsonPropertyName("data")]
    public UploadTask? Data { get; init; }

    /// <summary>Whether WB reports an error.</summary>
    [JsonPropertyName("error")]
    public bool Error { get; init; }

    /// <summary>WB's text about the error; empty if there is none.</summary>
    [JsonPropertyName("errorText")]
    public string? ErrorText { get; init; }
}
