using System.Text.Json.Serialization;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>A page of the products of an upload that is not processed yet.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record UnprocessedUploadGoodsResponse : WildberriesModel, IEnvelope
{
    /// <summary>The page.</summary>
    [JsonPropertyName("data")]
    public UnprocessedUploadGoods? Data { get; init; }

    /// <summary>Whether WB reports an error.</summary>
    [JsonPropertyName("error")]
    public bool Error { get; init; }

    /// <summary>WB's text about the error; empty if there is none.</summary>
    [JsonPropertyName("errorText")]
    public string? ErrorText { get; init; }
}
