using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>How the seller paid into the advertising account.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<PaymentSource>))]
public readonly record struct PaymentSource : IExtensibleEnum<PaymentSource, int>
{
    private PaymentSource(int value) => Value = value;

    /// <summary>From the account.</summary>
    public static PaymentSource Account { get; } = new(0);

    /// <summary>From the balance that is settled against coming sales.</summary>
    public static PaymentSource Net { get; } = new(1);

    /// <summary>By card.</summary>
    public static PaymentSource Card { get; } = new(3);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static PaymentSource From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
