using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert.Retired;

/// <summary>A product of a campaign.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.</remarks>
public sealed record RetiredProduct : WildberriesModel
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nm")]
    public long NmId { get; init; }

    /// <summary>Whether it is shown.</summary>
    [JsonPropertyName("active")]
    public bool? Active { get; init; }
}
