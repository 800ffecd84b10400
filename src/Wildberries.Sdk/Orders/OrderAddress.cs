using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>Where an order goes: personal data of the buyer, unless it is a pickup point. Parts of it may be missing.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record OrderAddress : WildberriesModel
{
    /// <summary>The address in one line.</summary>
    [JsonPropertyName("fullAddress")]
    public string? FullAddress { get; init; }

    /// <summary>The longitude, in degrees.</summary>
    [JsonPropertyName("longitude")]
    public decimal? Longitude { get; init; }

    /// <summary>The latitude, in degrees.</summary>
    [JsonPropertyName("latitude")]
    public decimal? Latitude { get; init; }

    /// <summary>The name of the type, without the address.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => "OrderAddress { }";
}
