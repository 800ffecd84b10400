using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Warehouses;

/// <summary>All contacts that a warehouse is to have.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
public sealed record WarehouseContactsRequest
{
    /// <summary>The contacts, at most 5; those that are there and not here are deleted.</summary>
    /// <exception cref="ArgumentException">
    /// There are more, a comment has more than 1,000 characters, or a telephone number is missing or is not one that WB takes; the message has neither.
    /// </exception>
    [JsonPropertyName("contacts")]
    public required IReadOnlyList<WarehouseContact> Contacts { get; init => field = ContactRows.Check(value); }
}
