using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>How a media campaign is paid for.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<MediaCampaignType>))]
public readonly record struct MediaCampaignType : IExtensibleEnum<MediaCampaignType, int>
{
    private MediaCampaignType(int value) => Value = value;

    /// <summary>For days.</summary>
    public static MediaCampaignType ByDays { get; } = new(1);

    /// <summary>For views.</summary>
    public static MediaCampaignType ByViews { get; } = new(2);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static MediaCampaignType From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
