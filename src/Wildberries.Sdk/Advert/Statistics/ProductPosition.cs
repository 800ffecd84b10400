using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The average position of a product on a day.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record ProductPosition : WildberriesModel
{
    /// <summary>The day.</summary>
    [JsonPropertyName("date")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? Date { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nm")]
    public long NmId { get; init; }

    /// <summary>The average position.</summary>
    [JsonPropertyName("avg_position")]
    public decimal AveragePosition { get; init; }
}
