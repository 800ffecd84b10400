using System.Text;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A draft of a supply.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts"/>.</remarks>
public sealed record SupplyDraft : WildberriesModel
{
    /// <summary>The id of the draft.</summary>
    [JsonPropertyName("draftId")]
    public string DraftId { get => field ?? ""; init; } = "";

    /// <summary>The phone number of the user who created it, partly hidden by WB.</summary>
    [JsonPropertyName("phone")]
    public string? Phone { get; init; }

    /// <summary>When it was created.</summary>
    [JsonPropertyName("createdAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    [JsonPropertyName("updatedAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>How many barcodes it has.</summary>
    [JsonPropertyName("skuQuantity")]
    public int SkuCount { get; init; }

    /// <summary>How many units it has.</summary>
    [JsonPropertyName("itemQuantity")]
    public int ItemCount { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append(System.Globalization.CultureInfo.InvariantCulture, $"DraftId = {DraftId}, SkuCount = {SkuCount}, ItemCount = {ItemCount}");
        return true;
    }
}
