using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>What a host answers to a connection check.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/connectionCheck"/>.</remarks>
public sealed record PingResponse : WildberriesModel
{
    /// <summary>When WB took the request.</summary>
    [JsonPropertyName("TS")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary><c>OK</c>.</summary>
    [JsonPropertyName("Status")]
    public string? Status { get; init; }
}
