using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>One discrepancy: a barcode that was declared otherwise than it arrived.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation"/>.</remarks>
public sealed record SupplyDiscrepancy : WildberriesModel
{
    /// <summary>The barcode that was declared.</summary>
    [JsonPropertyName("declaredSku")]
    public string? DeclaredSku { get; init; }

    /// <summary>What kind of discrepancy it is.</summary>
    [JsonPropertyName("discrepancyType")]
    public DiscrepancyType Type { get; init; }

    /// <summary>How many units were declared.</summary>
    [JsonPropertyName("declaredAmount")]
    public int DeclaredQuantity { get; init; }

    /// <summary>How many units arrived.</summary>
    [JsonPropertyName("actualAmount")]
    public int ActualQuantity { get; init; }

    /// <summary>By how many units they differ.</summary>
    [JsonPropertyName("discrepancyQuantity")]
    public int Quantity { get; init; }

    /// <summary>The barcode that arrived.</summary>
    [JsonPropertyName("actualSku")]
    public string? ActualSku { get; init; }

    /// <summary>When which unit was scanned.</summary>
    [JsonPropertyName("skuScans")]
    public IReadOnlyList<DiscrepancyScan> Scans { get => field ?? []; init; } = [];
}
