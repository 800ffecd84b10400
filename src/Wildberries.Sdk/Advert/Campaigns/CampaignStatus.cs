using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The status of an advertising campaign. WB changes it once a minute.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<CampaignStatus>))]
public readonly record struct CampaignStatus : IExtensibleEnum<CampaignStatus, int>
{
    private CampaignStatus(int value) => Value = value;

    /// <summary>Deleted; it is gone for good within ten minutes.</summary>
    public static CampaignStatus Deleting { get; } = new(-1);

    /// <summary>Ready to be started.</summary>
    public static CampaignStatus Ready { get; } = new(4);

    /// <summary>Over.</summary>
    public static CampaignStatus Completed { get; } = new(7);

    /// <summary>Cancelled.</summary>
    public static CampaignStatus Cancelled { get; } = new(8);

    /// <summary>Active.</summary>
    public static CampaignStatus Active { get; } = new(9);

    /// <summary>Paused.</summary>
    public static CampaignStatus Paused { get; } = new(11);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static CampaignStatus From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
