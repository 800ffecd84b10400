using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Whether a campaign has one bid for all placements or a bid for each.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<BidType>))]
public readonly record struct BidType : IExtensibleEnum<BidType, string>
{
    private BidType(string value) => Value = value;

    /// <summary>A bid for each placement.</summary>
    public static BidType Manual { get; } = new("manual");

    /// <summary>One bid for the search and the recommendations together.</summary>
    public static BidType Unified { get; } = new("unified");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static BidType From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
