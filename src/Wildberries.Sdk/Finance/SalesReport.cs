using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Finance;

/// <summary>The totals of one report on sales: a week or a day, and one kind of report. Sums are in <see cref="Currency"/>.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.</remarks>
public sealed record SalesReport : WildberriesModel
{
    /// <summary>The report's id. Ids of daily reports need all 64 bits.</summary>
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

    /// <summary>What kind of report it is.</summary>
    [JsonPropertyName("reportType")]
    public SalesReportType ReportType { get; init; }

    /// <summary>Sales.</summary>
    [JsonPropertyName("retailAmountSum")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? RetailAmount { get; init; }

    /// <summary>What is due to the seller for the products.</summary>
    [JsonPropertyName("forPaySum")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? ForPay { get; init; }

    /// <summary>The agreed discount, in percent.</summary>
    [JsonPropertyName("avgSalePercent")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? AverageSalePercent { get; init; }

    /// <summary>What logistics cost.</summary>
    [JsonPropertyName("deliveryServiceSum")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? DeliveryService { get; init; }

    /// <summary>What storage cost.</summary>
    [JsonPropertyName("paidStorageSum")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? PaidStorage { get; init; }

    /// <summary>What WB's work at acceptance cost.</summary>
    [JsonPropertyName("paidAcceptanceSum")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? PaidAcceptance { get; init; }

    /// <summary>Other deductions and payments.</summary>
    [JsonPropertyName("deductionSum")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? Deduction { get; init; }

    /// <summary>All fines.</summary>
    [JsonPropertyName("penaltySum")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? Penalty { get; init; }

    /// <summary>Corrections of WB's fee.</summary>
    [JsonPropertyName("additionalPaymentSum")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? AdditionalPayment { get; init; }

    /// <summary>What was withheld for points of the loyalty programme.</summary>
    [JsonPropertyName("cashbackAmountSum")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? CashbackAmount { get; init; }

    /// <summary>What was made up for discounts of the loyalty programme.</summary>
    [JsonPropertyName("cashbackDiscountSum")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? CashbackDiscount { get; init; }

    /// <summary>What taking part in the loyalty programme cost.</summary>
    [JsonPropertyName("cashbackCommissionChangeSum")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? CashbackCommissionChange { get; init; }

    /// <summary>What a one-off change of the payment date cost.</summary>
    [JsonPropertyName("paymentSchedule")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? PaymentSchedule { get; init; }

    /// <summary>What is paid to the seller in the end.</summary>
    [JsonPropertyName("bankPaymentSum")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? BankPayment { get; init; }
}
