using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>What became of a payment into the advertising account.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<PaymentStatus>))]
public readonly record struct PaymentStatus : IExtensibleEnum<PaymentStatus, int>
{
    private PaymentStatus(int value) => Value = value;

    /// <summary>It failed.</summary>
    public static PaymentStatus Failed { get; } = new(0);

    /// <summary>It was made.</summary>
    public static PaymentStatus Processed { get; } = new(1);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static PaymentStatus From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
