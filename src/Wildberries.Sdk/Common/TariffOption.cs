using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>An option of the tariff constructor that stands outside of packages.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerInformation"/>.</remarks>
public sealed record TariffOption : WildberriesModel
{
    /// <summary>The option's id.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>The option's code, for example <c>priority-support</c>.</summary>
    [JsonPropertyName("slug")]
    public string? Slug { get; init; }

    /// <summary>The option's name in the language that was asked for.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Whether it works.</summary>
    [JsonPropertyName("status")]
    public TariffOptionStatus Status { get; init; }

    /// <summary>When it was switched on.</summary>
    [JsonPropertyName("activatedAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>The end of the shortest term: until then it cannot be switched off.</summary>
    [JsonPropertyName("expiresAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// The price of the option, in percent of turnover; <see langword="null"/> where <see cref="Promotion"/> has the price.
    /// </summary>
    [JsonPropertyName("commissionRate")]
    public decimal? CommissionRate { get; init; }

    /// <summary>The shortest term, in days.</summary>
    [JsonPropertyName("periodDuration")]
    public int? PeriodDuration { get; init; }

    /// <summary>The offer under which it was switched on; <see langword="null"/> if there was none or it has ended.</summary>
    [JsonPropertyName("promotion")]
    public TariffPromotion? Promotion { get; init; }
}
