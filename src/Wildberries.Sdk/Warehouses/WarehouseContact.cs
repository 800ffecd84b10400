using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Warehouses;

/// <summary>Whom WB's courier calls at a warehouse of the seller.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
public sealed record WarehouseContact : WildberriesModel
{
    /// <summary>Who it is and when to call, at most 1,000 characters.</summary>
    [JsonPropertyName("comment")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Comment { get; init; }

    /// <summary>The telephone number with <c>+</c> and the code of Russia or Kazakhstan (7), Armenia (374), Belarus (375) or Kyrgyzstan (996).</summary>
    [JsonPropertyName("phone")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Phone { get; init; }

    /// <summary>Nothing: both members are about a person.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => "WarehouseContact { }";
}
