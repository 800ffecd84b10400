using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>When the buyer wants an order delivered: a day and a time of day. Times are texts such as <c>11:30</c>.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record DeliveryDate : WildberriesModel
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("id")]
    public long OrderId { get; init; }

    /// <summary>The day that the buyer has chosen.</summary>
    [JsonPropertyName("dDate")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? Day { get; init; }

    /// <summary>From when on that day.</summary>
    [JsonPropertyName("dTimeFrom")]
    public string? TimeFrom { get; init; }

    /// <summary>Until when on that day.</summary>
    [JsonPropertyName("dTimeTo")]
    public string? TimeTo { get; init; }

    /// <summary>The day before the buyer changed it; WB tells it for a day after the change.</summary>
    [JsonPropertyName("dDateOld")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? PreviousDay { get; init; }

    /// <summary>From when on the previous day; WB tells it for a day after the change.</summary>
    [JsonPropertyName("dTimeFromOld")]
    public string? PreviousTimeFrom { get; init; }

    /// <summary>Until when on the previous day; WB tells it for a day after the change.</summary>
    [JsonPropertyName("dTimeToOld")]
    public string? PreviousTimeTo { get; init; }
}
