using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

/// <summary>A new name for a campaign.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record RenameCampaignRequest
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advertId")]
    public required long AdvertId { get; init; }

    /// <summary>The name, at most 100 characters.</summary>
    /// <exception cref="ArgumentException">It is empty, or longer than 100 characters.</exception>
    [JsonPropertyName("name")]
    public required string Name
    {
        get;
        init => field = Argument.Text(value, AdvertLimits.MaxName, nameof(Name));
    }
}
