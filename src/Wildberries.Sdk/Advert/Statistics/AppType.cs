using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Where buyers saw a campaign.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<AppType>))]
public readonly record struct AppType : IExtensibleEnum<AppType, int>
{
    private AppType(int value) => Value = value;

    /// <summary>The site.</summary>
    public static AppType Site { get; } = new(1);

    /// <summary>The app for Android.</summary>
    public static AppType Android { get; } = new(32);

    /// <summary>The app for iOS.</summary>
    public static AppType Ios { get; } = new(64);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static AppType From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
