using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>What the seller has switched on in the tariff constructor.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerInformation"/>.</remarks>
public sealed record TariffConstructorOptions : WildberriesModel
{
    /// <summary>How many options outside of packages work.</summary>
    [JsonPropertyName("activeOptionCount")]
    public int ActiveOptionCount { get; init; }

    /// <summary>How many packages work.</summary>
    [JsonPropertyName("activePackageCount")]
    public int ActivePackageCount { get; init; }

    /// <summary>The commission for all options and packages together, in percent of turnover.</summary>
    [JsonPropertyName("totalCommissionRate")]
    public decimal TotalCommissionRate { get; init; }

    /// <summary>The packages, each with its options.</summary>
    [JsonPropertyName("packages")]
    public IReadOnlyList<TariffPackage> Packages
    {
        get => field ?? [];
        init;
    }

    /// <summary>The options outside of packages.</summary>
    [JsonPropertyName("options")]
    public IReadOnlyList<TariffOption> Options
    {
        get => field ?? [];
        init;
    }
}
