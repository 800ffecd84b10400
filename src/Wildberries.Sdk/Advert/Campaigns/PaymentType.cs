using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>What a campaign pays for.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<PaymentType>))]
public readonly record struct PaymentType : IExtensibleEnum<PaymentType, string>
{
    private PaymentType(string value) => Value = value;

    /// <summary>For a thousand views.</summary>
    public static PaymentType Cpm { get; } = new("cpm");

    /// <summary>For a click.</summary>
    public static PaymentType Cpc { get; } = new("cpc");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static PaymentType From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
