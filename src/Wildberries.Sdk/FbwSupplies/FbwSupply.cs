using System.Text;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A supply to a WB warehouse in a list, or the order of one.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation"/>.</remarks>
public sealed record FbwSupply : WildberriesModel
{
    /// <summary>The phone number of the user who created it, partly hidden by WB.</summary>
    [JsonPropertyName("phone")]
    public string? Phone { get; init; }

    /// <summary>The supply's number; <see langword="null"/>: it is only an order yet, use <see cref="PreorderId"/>.</summary>
    [JsonPropertyName("supplyID")]
    public long? SupplyId { get; init; }

    /// <summary>The number of the order that it came from; 0 for virtual supplies.</summary>
    [JsonPropertyName("preorderID")]
    public long? PreorderId { get; init; }

    /// <summary>When it was created.</summary>
    [JsonPropertyName("createDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it is to be handed over; <see langword="null"/>: not planned.</summary>
    [JsonPropertyName("supplyDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? PlannedAt { get; init; }

    /// <summary>When it was in fact handed over; <see langword="null"/>: not yet.</summary>
    [JsonPropertyName("factDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? HandedOverAt { get; init; }

    /// <summary>When it was changed last; <see langword="null"/>: never.</summary>
    [JsonPropertyName("updatedDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>How far it has come.</summary>
    [JsonPropertyName("statusID")]
    public FbwSupplyStatus Status { get; init; }

    /// <summary>How its products are packed.</summary>
    [JsonPropertyName("boxTypeID")]
    public FbwSupplyBoxType? BoxType { get; init; }

    /// <summary>Whether it is a pallet of single boxes; <see langword="null"/> for other kinds than <see cref="FbwSupplyBoxType.Boxes"/>.</summary>
    [JsonPropertyName("isBoxOnPallet")]
    public bool? IsBoxOnPallet { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append(System.Globalization.CultureInfo.InvariantCulture, $"SupplyId = {SupplyId}, PreorderId = {PreorderId}, Status = {Status}");
        return true;
    }

    /// <summary>With what the supply is asked for: its own number, or that of the order while it is none yet (<see cref="IsPreorder"/>).</summary>
    [JsonIgnore]
    public long Id => SupplyId ?? PreorderId ?? 0;

    /// <summary>Whether this is an order of a supply only, and <see cref="Id"/> the order's number.</summary>
    [JsonIgnore]
    public bool IsPreorder => SupplyId is null;
}
