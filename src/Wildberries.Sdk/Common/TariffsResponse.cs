using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>The outer shell of WB's tariff answers.</summary>
/// <typeparam name="TTariffs">The tariffs: of boxes, of pallets or of returns.</typeparam>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/stockRates"/>.</remarks>
public sealed record TariffsResponse<TTariffs> : WildberriesModel
    where TTariffs : class
{
    /// <summary>The inner shell.</summary>
    [JsonPropertyName("response")]
    public TariffsResponseBody<TTariffs>? Response { get; init; }

    /// <summary>The tariffs themselves, out of both shells.</summary>
    [JsonIgnore]
    public TTariffs? Data => Response?.Data;
}
