using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Warehouses;

/// <summary>The contacts of a warehouse.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
public sealed record WarehouseContacts : WildberriesModel
{
    /// <summary>The contacts.</summary>
    [JsonRequired]
    [JsonPropertyName("contacts")]
    public IReadOnlyList<WarehouseContact> Contacts { get => field ?? []; init; } = [];
}
