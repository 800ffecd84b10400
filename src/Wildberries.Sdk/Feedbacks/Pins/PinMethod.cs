using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>What pays for a pin.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<PinMethod>))]
public readonly record struct PinMethod : IExtensibleEnum<PinMethod, string>
{
    private PinMethod(string value) => Value = value;

    /// <summary>The Jam subscription.</summary>
    public static PinMethod Subscription { get; } = new("subscription");

    /// <summary>The option of the tariff constructor for pinned reviews.</summary>
    public static PinMethod Tariff { get; } = new("tariff");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static PinMethod From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
