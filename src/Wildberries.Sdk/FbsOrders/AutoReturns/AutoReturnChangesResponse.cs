using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>What became of a change, size by size.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.</remarks>
public sealed record AutoReturnChangesResponse : WildberriesModel
{
    /// <summary>The sizes.</summary>
    [JsonPropertyName("results")]
    public IReadOnlyList<AutoReturnChange> Items { get => field ?? []; init; } = [];
}
