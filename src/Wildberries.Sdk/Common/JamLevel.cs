using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>The level of a Jam subscription.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerInformation"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<JamLevel>))]
public readonly record struct JamLevel : IExtensibleEnum<JamLevel, string>
{
    private JamLevel(string value) => Value = value;

    /// <summary>Standard.</summary>
    public static JamLevel Standard { get; } = new("standard");

    /// <summary>Advanced.</summary>
    public static JamLevel Advanced { get; } = new("advanced");

    /// <summary>Premium.</summary>
    public static JamLevel Premium { get; } = new("premium");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static JamLevel From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
