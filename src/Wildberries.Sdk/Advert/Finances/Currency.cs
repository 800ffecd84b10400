using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The currency of the seller's advertising account, by ISO 4217. Amounts are in it, or in its hundredths where a name says so.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<Currency>))]
public readonly record struct Currency : IExtensibleEnum<Currency, string>
{
    private Currency(string value) => Value = value;

    /// <summary>Russian roubles; the hundredths are kopecks.</summary>
    public static Currency Rub { get; } = new("RUB");

    /// <summary>Uzbek sums; the hundredths are tiyins.</summary>
    public static Currency Uzs { get; } = new("UZS");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static Currency From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
