using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>Where products can be supplied to.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/informationForFormingSupplies"/>.</remarks>
public sealed record AcceptanceOptionsResponse : WildberriesModel
{
    /// <summary>The products, each with the warehouses that take it.</summary>
    [JsonPropertyName("result")]
    public IReadOnlyList<AcceptanceOption> Options { get => field ?? []; init; } = [];

    /// <summary>The id of the request if something went wrong.</summary>
    [JsonPropertyName("requestId")]
    public string? RequestId { get; init; }
}
