using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>Why WB refused to do something with an order, with the label identifiers that did not pass its check.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record CheckedOrderError : WildberriesModel
{
    /// <summary>What kind of refusal it is, in the numbers of HTTP: 400, 404, 409, 422.</summary>
    [JsonPropertyName("code")]
    public int Code { get; init; }

    /// <summary>WB's word for the reason.</summary>
    [JsonPropertyName("detail")]
    public OrderErrorReason Reason { get; init; }

    /// <summary>The label identifiers that did not pass, if <see cref="Reason"/> is <see cref="OrderErrorReason.MetaValidationFail"/>.</summary>
    [JsonPropertyName("metaDetails")]
    public IReadOnlyList<MarkingDetail> Markings { get => field ?? []; init; } = [];
}
