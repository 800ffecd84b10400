using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>What advertising has brought and cost: the figures that a campaign, a day, an app and a product have alike.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public abstract record CampaignFigures : WildberriesModel
{
    private protected CampaignFigures()
    {
    }

    /// <summary>How often products were seen.</summary>
    [JsonPropertyName("views")]
    public long Views { get; init; }

    /// <summary>How often they were clicked.</summary>
    [JsonPropertyName("clicks")]
    public long Clicks { get; init; }

    /// <summary>Clicks by views, in percent.</summary>
    [JsonPropertyName("ctr")]
    public decimal Ctr { get; init; }

    /// <summary>What a click cost on average, in whole units of the currency: roubles.</summary>
    [JsonPropertyName("cpc")]
    public decimal Cpc { get; init; }

    /// <summary>Orders by clicks, in percent.</summary>
    [JsonPropertyName("cr")]
    public decimal Cr { get; init; }

    /// <summary>How often products were put into the cart.</summary>
    [JsonPropertyName("atbs")]
    public long CartAdditions { get; init; }

    /// <summary>How many orders were made.</summary>
    [JsonPropertyName("orders")]
    public long Orders { get; init; }

    /// <summary>How many items were ordered.</summary>
    [JsonPropertyName("shks")]
    public long OrderedItems { get; init; }

    /// <summary>How many items were cancelled.</summary>
    [JsonPropertyName("canceled")]
    public long CanceledItems { get; init; }

    /// <summary>What was spent, in whole units of the currency: roubles.</summary>
    [JsonPropertyName("sum")]
    public decimal Sum { get; init; }

    /// <summary>What was ordered for, in whole units of the currency: roubles.</summary>
    [JsonPropertyName("sum_price")]
    public decimal OrdersSum { get; init; }
}
