using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>Where the seller bought a Jam subscription.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerInformation"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<JamActivationSource>))]
public readonly record struct JamActivationSource : IExtensibleEnum<JamActivationSource, string>
{
    private JamActivationSource(string value) => Value = value;

    /// <summary>In the tariff constructor.</summary>
    public static JamActivationSource Constructor { get; } = new("constructor");

    /// <summary>On the page of the Jam subscription itself.</summary>
    public static JamActivationSource Jam { get; } = new("jam");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static JamActivationSource From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
