using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>Which products a promotion lifts in the search.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<RankingCondition>))]
public readonly record struct RankingCondition : IExtensibleEnum<RankingCondition, string>
{
    private RankingCondition(string value) => Value = value;

    /// <summary>The seller's products that take part.</summary>
    public static RankingCondition ProductsInPromotion { get; } = new("productsInPromotion");

    /// <summary>Any of the seller's products that were offered for the promotion.</summary>
    public static RankingCondition CalculateProducts { get; } = new("calculateProducts");

    /// <summary>All of the seller's products.</summary>
    public static RankingCondition AllProducts { get; } = new("allProducts");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static RankingCondition From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
