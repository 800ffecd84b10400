using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The type of an advertising campaign.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<CampaignType>))]
public readonly record struct CampaignType : IExtensibleEnum<CampaignType, int>
{
    private CampaignType(int value) => Value = value;

    /// <summary>With one bid for all placements, made the old way; WB makes no more of them.</summary>
    public static CampaignType Legacy { get; } = new(8);

    /// <summary>With one bid for all placements or a bid for each: <see cref="Campaign.BidType"/> tells.</summary>
    public static CampaignType Standard { get; } = new(9);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static CampaignType From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
