using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>What cannot be changed in a campaign.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
public sealed record CampaignRestrictions : WildberriesModel
{
    /// <summary>Whether products can be added and taken out.</summary>
    [JsonPropertyName("can_change_nms")]
    public bool? CanChangeProducts { get; init; }
}
