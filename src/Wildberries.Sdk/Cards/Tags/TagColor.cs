using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>The colour of a tag.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/labels"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<TagColor>))]
public readonly record struct TagColor : IExtensibleEnum<TagColor, string>
{
    private TagColor(string value) => Value = value;

    /// <summary>Grey.</summary>
    public static TagColor Gray { get; } = new("D1CFD7");

    /// <summary>Red.</summary>
    public static TagColor Red { get; } = new("FEE0E0");

    /// <summary>Violet.</summary>
    public static TagColor Violet { get; } = new("ECDAFF");

    /// <summary>Blue.</summary>
    public static TagColor Blue { get; } = new("E4EAFF");

    /// <summary>Green.</summary>
    public static TagColor Green { get; } = new("DEF1DD");

    /// <summary>Yellow.</summary>
    public static TagColor Yellow { get; } = new("FFECC7");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static TagColor From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
