using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Directories;

/// <summary>What the values of a characteristic are.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<CharacteristicType>))]
public readonly record struct CharacteristicType : IExtensibleEnum<CharacteristicType, int>
{
    private CharacteristicType(int value) => Value = value;

    /// <summary>WB does not use the characteristic.</summary>
    public static CharacteristicType Unused { get; } = new(0);

    /// <summary>A list of texts, at most <see cref="SubjectCharacteristic.MaxCount"/>.</summary>
    public static CharacteristicType Texts { get; } = new(1);

    /// <summary>One number, whole or with a fraction, in <see cref="SubjectCharacteristic.UnitName"/>.</summary>
    public static CharacteristicType Number { get; } = new(4);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static CharacteristicType From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
