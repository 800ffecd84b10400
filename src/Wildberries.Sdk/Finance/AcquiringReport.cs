using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Finance;

/// <summary>The totals of one report on what taking payments cost. Sums are in <see cref="Currency"/>.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.</remarks>
public sealed record AcquiringReport : WildberriesModel
{
    /// <summary>The report's id.</summary>
    [JsonPropertyName("reportId")]
    public long ReportId { get; init; }

    /// <summary>The seller's name in the report.</summary>
    [JsonPropertyName("sellerFinanceName")]
    public string? SellerName { get; init; }

    /// <summary>The first day that the report covers.</summary>
    [JsonPropertyName("dateFrom")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? DateFrom { get; init; }

    /// <summary>The last day that the report covers.</summary>
    [JsonPropertyName("dateTo")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? DateTo { get; init; }

    /// <summary>The day on which WB drew the report up.</summary>
    [JsonPropertyName("createDate")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? CreatedOn { get; init; }

    /// <summary>The currency of the sums, for example <c>RUB</c>.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>What taking payments cost, VAT included.</summary>
    [JsonPropertyName("acquiringFeeSum")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? AcquiringFee { get; init; }

    /// <summary>The VAT in it.</summary>
    [JsonPropertyName("acquiringFeeVatSum")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? AcquiringFeeVat { get; init; }
}
