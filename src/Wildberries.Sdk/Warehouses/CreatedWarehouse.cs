using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Warehouses;

/// <summary>The answer to the creation of a warehouse.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
public sealed record CreatedWarehouse : WildberriesModel
{
    /// <summary>The number of the new warehouse.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }
}
