using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>Why SPOT data were refused.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<SpotErrorCode>))]
public readonly record struct SpotErrorCode : IExtensibleEnum<SpotErrorCode, string>
{
    private SpotErrorCode(string value) => Value = value;

    /// <summary>The document of the shipment (<c>ДОПП</c>) could not be made.</summary>
    public static SpotErrorCode DoppFailed { get; } = new("doppFailed");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static SpotErrorCode From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
