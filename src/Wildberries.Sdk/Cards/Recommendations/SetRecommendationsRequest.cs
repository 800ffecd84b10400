using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>What is to be recommended beside products.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/recommendations/operation/postV1RecommendationsSet"/>.</remarks>
public sealed record SetRecommendationsRequest
{
    private const int MaxProducts = 5000;

    private const int MaxRecommended = 20;

    /// <summary>The products, 1 to 5,000, each with at most 20 recommendations.</summary>
    /// <exception cref="ArgumentException">
    /// There is none, or there are more than 5,000; or one has no number or that of another, more than 20 recommendations, or one without a number or at a position
    /// that is not 0 to 20. The message names it.
    /// </exception>
    [JsonPropertyName("recList")]
    public required IReadOnlyList<RecommendationList> Products { get; init => field = Check(value); }

    /// <summary>
    /// <see langword="true"/>: they take the place of those that are there; <see langword="null"/> or <see langword="false"/>: they are added to them.
    /// </summary>
    [JsonPropertyName("replace")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Replace { get; init; }

    private static List<RecommendationList> Check(IReadOnlyList<RecommendationList>? products, [CallerMemberName] string name = "")
    {
        Argument.List(products, 1, MaxProducts, name);
        return Argument.Rows(
            products!, product => FormattableString.Invariant($"product {product.NmId}"), FaultOf, product => product.NmId, "product", name);
    }

    private static string? FaultOf(RecommendationList product)
    {
        if (product.NmId <= 0)
            return "its number is not positive";
        if (product.Recommendations.Count > MaxRecommended)
            return FormattableString.Invariant($"it has {product.Recommendations.Count} recommendations; WB takes at most {MaxRecommended}");
        foreach (Recommendation recommendation in product.Recommendations)
        {
            if (recommendation is null)
                return "a recommendation is null";
            if (recommendation.NmId <= 0)
                return "the number of a recommended product is not positive";
            if (recommendation.Position is < 0 or > MaxRecommended)
                return FormattableString.Invariant($"the recommended product {recommendation.NmId} has the position {recommendation.Position}; WB takes 0 to 20");
        }

        return null;
    }
}
