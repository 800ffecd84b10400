using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>The language of names in an answer.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/fees"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<Locale>))]
public readonly record struct Locale : IExtensibleEnum<Locale, string>
{
    private Locale(string value) => Value = value;

    /// <summary>Russian, which WB takes when no language is given.</summary>
    public static Locale Russian { get; } = new("ru");

    /// <summary>English.</summary>
    public static Locale English { get; } = new("en");

    /// <summary>Chinese; the tariff constructor does not have it.</summary>
    public static Locale Chinese { get; } = new("zh");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static Locale From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
