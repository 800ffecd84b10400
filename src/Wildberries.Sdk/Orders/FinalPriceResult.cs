using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>What the buyer has to pay for an order, or why WB does not tell.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record FinalPriceResult : WildberriesModel
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("orderId")]
    public long OrderId { get; init; }

    /// <summary>
    /// The price; <see langword="null"/>: there is none, and <c>finalPrice</c> of the order holds. One without values is being made
    /// (<see cref="IsPending"/>).
    /// </summary>
    [JsonPropertyName("data")]
    public FinalPrice? Price { get; init; }

    /// <summary>Whether WB could not tell; <see cref="Errors"/> say why.</summary>
    [JsonPropertyName("isError")]
    public bool IsError { get; init; }

    /// <summary>Why WB could not tell.</summary>
    [JsonPropertyName("errors")]
    public IReadOnlyList<OrderError> Errors { get => field ?? []; init; } = [];

    /// <summary>Whether WB is still making the price: ask again, it takes about three minutes at most.</summary>
    [JsonIgnore]
    public bool IsPending => !IsError && Price is { IsEmpty: true };
}
