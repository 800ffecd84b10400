using System.Text.Json.Serialization;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>The state of an upload.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record UploadStateResponse : WildberriesModel, IEnvelope
{
    /// <summary>The state; <see langword="null"/> if WB has no such upload in this list.</summary>
    [JsonPropertyName("data")]
    public UploadState? Data { get; init; }

    /// <summary>Whether WB reports an error.</summary>
    [JsonPropertyName("error")]
    public bool Error { get; init; }

    /// <summary>WB's text about the error; empty if there is none.</summary>
    [JsonPropertyName("errorText")]
    public string? ErrorText { get; init; }
}
