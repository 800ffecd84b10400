using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The budgets of campaigns.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
public sealed record BudgetsResponse : WildberriesModel
{
    /// <summary>The budgets.</summary>
    [JsonPropertyName("adverts")]
    public IReadOnlyList<CampaignBudget> Budgets { get => field ?? []; init; } = [];
}
