using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A product, with the warehouses that take it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/informationForFormingSupplies"/>.</remarks>
public sealed record AcceptanceOption : WildberriesModel
{
    /// <summary>The barcode.</summary>
    [JsonPropertyName("barcode")]
    public string? Barcode { get; init; }

    /// <summary>What is wrong with it.</summary>
    [JsonPropertyName("error")]
    public AcceptanceOptionError? Error { get; init; }

    /// <summary>Whether something is wrong with it; <see langword="null"/>: nothing.</summary>
    [JsonPropertyName("isError")]
    public bool? IsError { get; init; }

    /// <summary>The warehouses; none where something is wrong.</summary>
    [JsonPropertyName("warehouses")]
    public IReadOnlyList<AcceptanceOptionWarehouse> Warehouses { get => field ?? []; init; } = [];
}
