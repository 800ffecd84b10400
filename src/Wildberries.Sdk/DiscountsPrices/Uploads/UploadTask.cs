using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>An upload that WB has accepted, now or earlier.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record UploadTask : WildberriesModel
{
    /// <summary>The upload's id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>Whether WB had this very upload already (it answers 208 then); the id is that of the earlier one.</summary>
    [JsonPropertyName("alreadyExists")]
    public bool AlreadyExists { get; init; }
}
