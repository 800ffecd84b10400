using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>What is special about an order.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record FbsOrderOptions : WildberriesModel
{
    /// <summary>Whether a business bought it.</summary>
    [JsonPropertyName("isB2B")]
    public bool IsB2B { get; init; }
}
