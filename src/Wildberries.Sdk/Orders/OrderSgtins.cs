using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Orders;

/// <summary>The Chestny ZNAK codes of an order.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers"/>.</remarks>
public sealed record OrderSgtins
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("orderId")]
    public long OrderId { get; init; }

    /// <summary>The codes, 1 to 24, each of 16 to 135 characters, with their group separators (U+001D).</summary>
    /// <exception cref="ArgumentException">There are more than 24.</exception>
    [JsonPropertyName("sgtins")]
    public IReadOnlyList<string> Sgtins
    {
        get => field ?? [];
        init => field = value is null ? [] : Argument.List(value, 0, OrderLimits.MaxSgtins);
    }

    /// <summary>The order, without the code.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"OrderSgtins {{ OrderId = {OrderId} }}";
}
