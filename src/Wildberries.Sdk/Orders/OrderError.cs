using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>Why WB refused to do something with an order.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record OrderError : WildberriesModel
{
    /// <summary>What kind of refusal it is, in the numbers of HTTP: 400, 404, 409, 422.</summary>
    [JsonPropertyName("code")]
    public int Code { get; init; }

    /// <summary>WB's word for the reason.</summary>
    [JsonPropertyName("detail")]
    public OrderErrorReason Reason { get; init; }
}
