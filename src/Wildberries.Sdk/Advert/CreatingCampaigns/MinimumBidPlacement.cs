using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Where a product is shown, as the method for minimum bids spells it: <c>recommendation</c> without an s.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/creatingCampaigns"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<MinimumBidPlacement>))]
public readonly record struct MinimumBidPlacement : IExtensibleEnum<MinimumBidPlacement, string>
{
    private MinimumBidPlacement(string value) => Value = value;

    /// <summary>In the search and in the recommendations: <see cref="Placement.Combined"/>.</summary>
    public static MinimumBidPlacement Combined { get; } = new("combined");

    /// <summary>In the search: <see cref="Placement.Search"/>.</summary>
    public static MinimumBidPlacement Search { get; } = new("search");

    /// <summary>In the recommendations: <see cref="Placement.Recommendations"/>.</summary>
    public static MinimumBidPlacement Recommendation { get; } = new("recommendation");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static MinimumBidPlacement From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <summary>Says the same as the other methods spell it; a placement that WB adds is carried over as it is.</summary>
    /// <param name="placement">The placement.</param>
    /// <returns>What the method for minimum bids takes.</returns>
    public static MinimumBidPlacement FromPlacement(Placement placement) =>
        placement == Placement.Recommendations ? Recommendation : new MinimumBidPlacement(placement.Value);

    /// <summary>The placement as the other methods spell it; a placement that WB adds is carried over as it is.</summary>
    /// <returns>The placement.</returns>
    public Placement ToPlacement() => this == Recommendation ? Placement.Recommendations : Placement.From(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
