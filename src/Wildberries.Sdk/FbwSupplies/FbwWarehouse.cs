using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A WB warehouse that supplies can go to or through.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/informationForFormingSupplies"/>.</remarks>
public sealed record FbwWarehouse : WildberriesModel
{
    /// <summary>The warehouse's number.</summary>
    [JsonPropertyName("ID")]
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Its address.</summary>
    [JsonPropertyName("address")]
    public string? Address { get; init; }

    /// <summary>Its opening hours.</summary>
    [JsonPropertyName("workTime")]
    public string? WorkTime { get; init; }

    /// <summary>Whether supplies can go to it.</summary>
    [JsonPropertyName("isActive")]
    public bool? IsActive { get; init; }

    /// <summary>Whether supplies can go through it.</summary>
    [JsonPropertyName("isTransitActive")]
    public bool? IsTransitActive { get; init; }
}
