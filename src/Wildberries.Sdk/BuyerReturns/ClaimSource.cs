using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.BuyerReturns;

/// <summary>Where a buyer made a claim.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersReturns"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<ClaimSource>))]
public readonly record struct ClaimSource : IExtensibleEnum<ClaimSource, int>
{
    private ClaimSource(int value) => Value = value;

    /// <summary>On the site or in the app, among the buyer's purchases.</summary>
    public static ClaimSource BuyerPortal { get; } = new(1);

    /// <summary>In a chat with the seller.</summary>
    public static ClaimSource Chat { get; } = new(3);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static ClaimSource From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
