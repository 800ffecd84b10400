using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>Which supplies to list; each member that is left out allows all.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation"/>.</remarks>
public sealed record FbwSupplyFilter : ICheckedRequest
{
    /// <summary>Periods by one or several kinds of date.</summary>
    [JsonPropertyName("dates")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FbwSupplyDateFilter>? Dates { get; init; }

    /// <summary>The statuses.</summary>
    [JsonPropertyName("statusIDs")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FbwSupplyStatus>? Statuses { get; init; }

    void ICheckedRequest.Check(TimeProvider clock, string name)
    {
        foreach (FbwSupplyDateFilter date in Dates ?? [])
        {
            ArgumentNullException.ThrowIfNull(date, name);
            if (date is { From: { } from, Till: { } till })
                Argument.Period(from, till, name);
        }
    }
}
