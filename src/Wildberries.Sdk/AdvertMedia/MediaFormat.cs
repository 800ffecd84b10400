using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>What the banner of a media campaign is.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<MediaFormat>))]
public readonly record struct MediaFormat : IExtensibleEnum<MediaFormat, int>
{
    private MediaFormat(int value) => Value = value;

    /// <summary>A banner.</summary>
    public static MediaFormat Banner { get; } = new(1);

    /// <summary>A menu that opens over the page.</summary>
    public static MediaFormat Menu { get; } = new(2);

    /// <summary>A letter to buyers.</summary>
    public static MediaFormat Mail { get; } = new(3);

    /// <summary>A post in a social network.</summary>
    public static MediaFormat SocialNetwork { get; } = new(4);

    /// <summary>A push message of the app.</summary>
    public static MediaFormat Push { get; } = new(5);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static MediaFormat From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
