using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Statistics;

/// <summary>How far changed rows were given, as it stands in the store of states.</summary>
internal sealed record ChangedRowsState
{
    /// <summary>By this a state of orders is known for one.</summary>
    public const string OrdersFormat = "wildberries-sdk-changed-orders-1";

    /// <summary>By this a state of sales is known for one.</summary>
    public const string SalesFormat = "wildberries-sdk-changed-sales-1";

    [JsonPropertyName("format")]
    public string? Format { get; init; }

    /// <summary>The change that was given last: the next reading begins with it.</summary>
    [JsonPropertyName("from")]
    public DateTimeOffset? From { get; init; }

    /// <summary>Eight bytes of the digest of each row of that moment that was given.</summary>
    [JsonPropertyName("given")]
    public byte[] Given { get => field ?? []; init; } = [];
}
