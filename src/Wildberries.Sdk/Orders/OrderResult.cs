using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>What became of one of the orders that an operation was asked to change.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record OrderResult : WildberriesModel
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("orderId")]
    public long OrderId { get; init; }

    /// <summary>Whether WB refused it; <see cref="Errors"/> say why. <see langword="null"/>: WB does not say, or it cannot be read.</summary>
    [JsonPropertyName("isError")]
    public bool? IsError { get; init; }

    /// <summary>Why WB refused it.</summary>
    [JsonPropertyName("errors")]
    public IReadOnlyList<OrderError> Errors { get => field ?? []; init; } = [];
}
