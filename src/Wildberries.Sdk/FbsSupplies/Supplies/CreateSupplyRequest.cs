using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>A supply to be created.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record CreateSupplyRequest
{
    /// <summary>Its name, 1 to 128 characters; <see langword="null"/>: WB gives it one.</summary>
    /// <exception cref="ArgumentException">It is blank, or longer than 128 characters.</exception>
    [JsonPropertyName("name")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init => field = value is null ? null : Argument.Text(value, SupplyLimits.MaxName, nameof(Name)); }
}
