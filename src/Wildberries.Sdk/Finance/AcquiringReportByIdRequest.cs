using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Finance;

/// <summary>Which rows of one report on what taking payments cost to get, and what of them.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.</remarks>
public sealed record AcquiringReportByIdRequest
{
    /// <summary>How many rows the answer may hold: 1 to 100,000.</summary>
    /// <value>The default is <see langword="null"/>, which WB takes for 100,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1 or above 100,000.</exception>
    [JsonPropertyName("limit")]
    public int? Limit
    {
        get;
        init => field = Argument.Limit(value, FinanceLimits.MaxRows);
    }

    /// <summary>The row after which the answer begins: <c>RrdId</c> of the last row of the page before.</summary>
    /// <value>The default is <see langword="null"/>: from the first row on.</value>
    [JsonPropertyName("rrdId")]
    public long? RrdId { get; init; }

    /// <summary>Which members the rows should have.</summary>
    /// <value>The default is <see langword="null"/>: all.</value>
    /// <exception cref="ArgumentException">One has no name that WB could know.</exception>
    [JsonPropertyName("fields")]
    public IReadOnlyList<AcquiringReportField>? Fields
    {
        get;
        init => field = ReportFields.Checked(value, FinanceJsonContext.Default.AcquiringReportRow);
    }
}
