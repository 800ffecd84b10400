using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

/// <summary>Of which campaigns to get the budgets.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
public sealed record BudgetsRequest
{
    /// <summary>The campaigns: 1 to 50.</summary>
    /// <exception cref="ArgumentException">There are none, or more than 50.</exception>
    [JsonPropertyName("advertIds")]
    public required IReadOnlyList<long> AdvertIds
    {
        get;
        init => field = Argument.List(value, 1, AdvertLimits.MaxCampaigns);
    }
}
