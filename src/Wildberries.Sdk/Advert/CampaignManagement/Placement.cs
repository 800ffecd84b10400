using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Where a product is shown.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<Placement>))]
public readonly record struct Placement : IExtensibleEnum<Placement, string>
{
    private Placement(string value) => Value = value;

    /// <summary>In the search; for campaigns with <see cref="BidType.Manual"/>.</summary>
    public static Placement Search { get; } = new("search");

    /// <summary>In the recommendations; for campaigns with <see cref="BidType.Manual"/>.</summary>
    public static Placement Recommendations { get; } = new("recommendations");

    /// <summary>In both; for the bids of campaigns with <see cref="BidType.Unified"/>, not for their creation.</summary>
    public static Placement Combined { get; } = new("combined");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static Placement From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
