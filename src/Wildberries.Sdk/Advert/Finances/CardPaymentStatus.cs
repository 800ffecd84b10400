using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>What became of a payment by card. Empty for other payments.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<CardPaymentStatus>))]
public readonly record struct CardPaymentStatus : IExtensibleEnum<CardPaymentStatus, string>
{
    private CardPaymentStatus(string value) => Value = value;

    /// <summary>It was made: <c>success</c>, or <c>succeeded</c>, which is equal.</summary>
    public static CardPaymentStatus Success { get; } = new("success");

    /// <summary>It failed.</summary>
    public static CardPaymentStatus Failed { get; } = new("fail");

    /// <summary>The bank has not answered yet.</summary>
    public static CardPaymentStatus Pending { get; } = new("pending");

    /// <summary>WB does not know.</summary>
    public static CardPaymentStatus Unknown { get; } = new("unknown");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static CardPaymentStatus From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    // WB writes "success" in its text and "succeeded" in its example.
    private string Canonical => string.Equals(Value, "succeeded", StringComparison.Ordinal) ? Success.Value : Value;

    /// <summary>Whether both say the same: <c>success</c> and <c>succeeded</c> are the same.</summary>
    /// <param name="other">The other value.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(CardPaymentStatus other) => string.Equals(Canonical, other.Canonical, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Canonical, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
