using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>By what media campaigns are put in order.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<MediaCampaignOrder>))]
public readonly record struct MediaCampaignOrder : IExtensibleEnum<MediaCampaignOrder, string>
{
    private MediaCampaignOrder(string value) => Value = value;

    /// <summary>By the time when they were made.</summary>
    public static MediaCampaignOrder Created { get; } = new("create");

    /// <summary>By their ids.</summary>
    public static MediaCampaignOrder Id { get; } = new("id");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static MediaCampaignOrder From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
