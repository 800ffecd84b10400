using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Warehouses;

/// <summary>What a warehouse is to be called, and which office it is to be bound to.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
public sealed record WarehouseRequest
{
    internal const int MaxName = 200;

    /// <summary>The name, 1 to 200 characters.</summary>
    /// <exception cref="ArgumentException">It is missing, blank or too long.</exception>
    [JsonPropertyName("name")]
    public required string Name { get; init => field = Argument.Text(value, MaxName, nameof(Name)); }

    /// <summary>The office of WB, which no other warehouse of the seller may have.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a positive number.</exception>
    [JsonPropertyName("officeId")]
    public required long OfficeId { get; init => field = Argument.Id(value, nameof(OfficeId)); }
}
