using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.DbwOrders;

/// <summary>What is known of the courier of an order.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.</remarks>
public sealed record Courier : WildberriesModel
{
    /// <summary>Who comes and when; <see langword="null"/>: nobody was assigned yet.</summary>
    [JsonPropertyName("contacts")]
    public CourierContacts? Contacts { get; init; }

    /// <summary>Whether somebody should have been assigned by now; if nobody was, WB's support has to help.</summary>
    [JsonPropertyName("mustBeAssigned")]
    public bool MustBeAssigned { get; init; }

    /// <summary>When this was changed last; <see langword="null"/>: never.</summary>
    [JsonPropertyName("updatedAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Whether nobody was assigned although somebody should have been.</summary>
    [JsonIgnore]
    public bool IsMissing => MustBeAssigned && Contacts is null;
}
