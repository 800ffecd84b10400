using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.DbwOrders;

/// <summary>The courier who comes for an order. Personal data: only the times are in texts for logs.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.</remarks>
public sealed record CourierContacts : WildberriesModel
{
    /// <summary>The courier's full name.</summary>
    [JsonPropertyName("fullName")]
    public string? FullName { get; init; }

    /// <summary>The courier's telephone number.</summary>
    [JsonPropertyName("phone")]
    public string? Phone { get; init; }

    /// <summary>The number of the car.</summary>
    [JsonPropertyName("carNumber")]
    public string? CarNumber { get; init; }

    /// <summary>The courier comes after this time.</summary>
    [JsonPropertyName("pTimeFrom")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ArrivesFrom { get; init; }

    /// <summary>The courier comes before this time.</summary>
    [JsonPropertyName("pTimeTo")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ArrivesTo { get; init; }

    /// <summary>The times, without who the courier is.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"CourierContacts {{ ArrivesFrom = {ArrivesFrom:O}, ArrivesTo = {ArrivesTo:O} }}";
}
