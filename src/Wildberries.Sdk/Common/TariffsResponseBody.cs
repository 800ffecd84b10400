using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>The inner shell of WB's tariff answers.</summary>
/// <typeparam name="TTariffs">The tariffs: of boxes, of pallets or of returns.</typeparam>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/stockRates"/>.</remarks>
public sealed record TariffsResponseBody<TTariffs> : WildberriesModel
    where TTariffs : class
{
    /// <summary>The tariffs.</summary>
    [JsonPropertyName("data")]
    public TTariffs? Data { get; init; }
}
