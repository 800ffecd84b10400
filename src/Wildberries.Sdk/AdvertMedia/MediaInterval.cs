using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>The days from one to another, both included.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record MediaInterval : WildberriesModel
{
    /// <summary>The first day.</summary>
    [JsonPropertyName("begin")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? Begin { get; init; }

    /// <summary>The last day.</summary>
    [JsonPropertyName("end")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? End { get; init; }
}
