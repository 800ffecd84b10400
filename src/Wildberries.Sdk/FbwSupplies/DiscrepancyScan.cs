using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A unit that was scanned at acceptance.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation"/>.</remarks>
public sealed record DiscrepancyScan : WildberriesModel
{
    /// <summary>The number of the scan.</summary>
    [JsonPropertyName("scanId")]
    public long ScanId { get; init; }

    /// <summary>The barcode that was declared.</summary>
    [JsonPropertyName("declaredSku")]
    public string? DeclaredSku { get; init; }

    /// <summary>When it was scanned.</summary>
    [JsonPropertyName("scanTime")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ScannedAt { get; init; }

    /// <summary>What kind of discrepancy it is.</summary>
    [JsonPropertyName("discrepancyLabel")]
    public DiscrepancyType Type { get; init; }

    /// <summary>The barcode that was scanned.</summary>
    [JsonPropertyName("actualSku")]
    public string? ActualSku { get; init; }
}
