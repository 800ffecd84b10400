using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>What a media campaign is paid from. The numbers are not those of <see cref="Advert.DepositSource"/>.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<MediaFundsSource>))]
public readonly record struct MediaFundsSource : IExtensibleEnum<MediaFundsSource, int>
{
    private MediaFundsSource(int value) => Value = value;

    /// <summary>The balance that is settled against coming sales.</summary>
    public static MediaFundsSource Net { get; } = new(1);

    /// <summary>The account that the seller pays into.</summary>
    public static MediaFundsSource Account { get; } = new(2);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static MediaFundsSource From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
