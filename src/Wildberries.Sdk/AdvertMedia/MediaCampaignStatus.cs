using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>The status of a media campaign, and of a banner.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<MediaCampaignStatus>))]
public readonly record struct MediaCampaignStatus : IExtensibleEnum<MediaCampaignStatus, int>
{
    private MediaCampaignStatus(int value) => Value = value;

    /// <summary>A draft.</summary>
    public static MediaCampaignStatus Draft { get; } = new(1);

    /// <summary>WB looks at it.</summary>
    public static MediaCampaignStatus Moderation { get; } = new(2);

    /// <summary>Refused; it can be sent to be looked at again.</summary>
    public static MediaCampaignStatus Rejected { get; } = new(3);

    /// <summary>Ready to be started.</summary>
    public static MediaCampaignStatus Ready { get; } = new(4);

    /// <summary>To be started at a time that is set.</summary>
    public static MediaCampaignStatus Planned { get; } = new(5);

    /// <summary>Shown.</summary>
    public static MediaCampaignStatus Active { get; } = new(6);

    /// <summary>Over.</summary>
    public static MediaCampaignStatus Completed { get; } = new(7);

    /// <summary>Cancelled.</summary>
    public static MediaCampaignStatus Cancelled { get; } = new(8);

    /// <summary>Paused by the seller.</summary>
    public static MediaCampaignStatus PausedBySeller { get; } = new(9);

    /// <summary>Paused: the limit of the day is used up.</summary>
    public static MediaCampaignStatus PausedByDailyLimit { get; } = new(10);

    /// <summary>Paused.</summary>
    public static MediaCampaignStatus Paused { get; } = new(11);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static MediaCampaignStatus From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
