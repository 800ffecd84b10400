using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>Which cards by their pictures.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<CardPhotoFilter>))]
public readonly record struct CardPhotoFilter : IExtensibleEnum<CardPhotoFilter, int>
{
    private CardPhotoFilter(int value) => Value = value;

    /// <summary>All cards.</summary>
    public static CardPhotoFilter Any { get; } = new(-1);

    /// <summary>What WB takes if nothing is said: since 16 June all cards, before that those without pictures. <see cref="Any"/> is always all.</summary>
    public static CardPhotoFilter Unspecified { get; } = new(0);

    /// <summary>Cards with pictures.</summary>
    public static CardPhotoFilter WithPhotos { get; } = new(1);

    /// <summary>Cards without pictures.</summary>
    public static CardPhotoFilter WithoutPhotos { get; } = new(2);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static CardPhotoFilter From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
