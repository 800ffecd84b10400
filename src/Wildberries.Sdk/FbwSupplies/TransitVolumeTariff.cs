using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>The price of transit within a range of volumes.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/informationForFormingSupplies"/>.</remarks>
public sealed record TransitVolumeTariff : WildberriesModel
{
    /// <summary>From how many litres.</summary>
    [JsonPropertyName("from")]
    public int? From { get; init; }

    /// <summary>To how many litres; 0: without end.</summary>
    [JsonPropertyName("to")]
    public int? To { get; init; }

    /// <summary>Roubles a litre.</summary>
    [JsonPropertyName("value")]
    public decimal? Value { get; init; }
}
