using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Finance;

/// <summary>Which reports on sales to list.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.</remarks>
public sealed record SalesReportListRequest
{
    /// <summary>The first day, in Moscow.</summary>
    [JsonPropertyName("dateFrom")]
    public required DateOnly DateFrom { get; init; }

    /// <summary>The last day, in Moscow.</summary>
    [JsonPropertyName("dateTo")]
    public required DateOnly DateTo { get; init; }

    /// <summary>How many reports the answer may hold: 1 to 1,000.</summary>
    /// <value>The default is <see langword="null"/>, which WB takes for 1,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1 or above 1,000.</exception>
    [JsonPropertyName("limit")]
    public int? Limit
    {
        get;
        init => field = Argument.Limit(value, FinanceLimits.MaxReports);
    }

    /// <summary>How many reports to skip.</summary>
    /// <value>The default is <see langword="null"/>: none.</value>
    [JsonPropertyName("offset")]
    public int? Offset { get; init; }

    /// <summary>Whether the reports of weeks or those of days are meant.</summary>
    /// <value>The default is <see langword="null"/>, which WB takes for <see cref="SalesReportPeriod.Weekly"/>.</value>
    [JsonPropertyName("period")]
    public SalesReportPeriod? Period { get; init; }
}
