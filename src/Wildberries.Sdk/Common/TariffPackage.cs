using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>A package of options in the tariff constructor.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerInformation"/>.</remarks>
public sealed record TariffPackage : WildberriesModel
{
    /// <summary>The package's id. A UUID in text form.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>The package's code, for example <c>super-seller</c>.</summary>
    [JsonPropertyName("slug")]
    public string? Slug { get; init; }

    /// <summary>The package's name in the language that was asked for.</summary>
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

    /// <summary>The commission for the package, in percent of turnover.</summary>
    [JsonPropertyName("commissionRate")]
    public decimal? CommissionRate { get; init; }

    /// <summary>The shortest term, in days.</summary>
    [JsonPropertyName("periodDuration")]
    public int? PeriodDuration { get; init; }

    /// <summary>The options that the package holds.</summary>
    [JsonPropertyName("options")]
    public IReadOnlyList<TariffPackageOption> Options
    {
        get => field ?? [];
        init;
    }
}
