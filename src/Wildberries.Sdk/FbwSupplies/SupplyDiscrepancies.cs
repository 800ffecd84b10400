using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>What the warehouse found in a supply that was declared otherwise.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation"/>.</remarks>
public sealed record SupplyDiscrepancies : WildberriesModel
{
    /// <summary>The bar code of the package.</summary>
    [JsonPropertyName("packageCode")]
    public string? PackageCode { get; init; }

    /// <summary>The video of the acceptance.</summary>
    [JsonPropertyName("videoUrl")]
    public string? VideoUrl { get; init; }

    /// <summary>When the video begins.</summary>
    [JsonPropertyName("videoStartsAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? VideoStartsAt { get; init; }

    /// <summary>Whether there is no video.</summary>
    [JsonPropertyName("videoUnavailable")]
    public bool? IsVideoUnavailable { get; init; }

    /// <summary>The discrepancies.</summary>
    [JsonPropertyName("items")]
    public IReadOnlyList<SupplyDiscrepancy> Items { get => field ?? []; init; } = [];
}
