using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Finance;

/// <summary>One payment in a report on what taking payments cost. Sums are in <see cref="Currency"/>.</summary>
/// <remarks>
/// Members that were not asked for (<c>fields</c>) are null, or 0.
/// Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.
/// </remarks>
public sealed record AcquiringReportRow : WildberriesModel
{
    private string? _earlierDocumentType;

    /// <summary>The id of the report that the row belongs to.</summary>
    [JsonPropertyName("reportId")]
    public long ReportId { get; set; }

    /// <summary>The row's id: where the next page goes on.</summary>
    [JsonPropertyName("rrdId")]
    public long RrdId { get; set; }

    /// <summary>The currency of the sums, for example <c>RUB</c>.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; set; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long? NmId { get; set; }

    /// <summary>The kind of document in Russian, for example <c>Продажа</c>.</summary>
    [JsonPropertyName("documentType")]
    public string? DocumentType { get => field ?? _earlierDocumentType; set; }

    // Its name until September 2026; both names are read, and the one of today is written.
    [JsonInclude]
    [JsonPropertyName("docTypeName")]
    internal string? EarlierDocumentType
    {
        get => null;
        set => _earlierDocumentType = value;
    }

    /// <summary>For how much WB sold the product.</summary>
    [JsonPropertyName("retailAmount")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? RetailAmount { get; set; }

    /// <summary>The day of the sale.</summary>
    [JsonPropertyName("saleDate")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? SaleDate { get; set; }

    /// <summary>The day of the payment.</summary>
    [JsonPropertyName("acqDate")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? AcquiringDate { get; set; }

    /// <summary>The number of the item's label.</summary>
    [JsonPropertyName("shkId")]
    public long? ShkId { get; set; }

    /// <summary>What taking the payment cost, VAT included.</summary>
    [JsonPropertyName("acquiringFee")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? AcquiringFee { get; set; }

    /// <summary>The VAT in it.</summary>
    [JsonPropertyName("acquiringFeeVat")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? AcquiringFeeVat { get; set; }

    /// <summary>The bank that took the payment.</summary>
    [JsonPropertyName("acquiringBank")]
    public string? AcquiringBank { get; set; }

    /// <summary>The bank's taxpayer number (INN).</summary>
    [JsonPropertyName("tin")]
    public string? Tin { get; set; }

    /// <summary>The bank's tax registration reason code (KPP).</summary>
    [JsonPropertyName("taxRegistrationReasonCode")]
    public string? TaxRegistrationReasonCode { get; set; }

    /// <summary>The number of the VAT invoice.</summary>
    [JsonPropertyName("invoiceNumber")]
    public string? InvoiceNumber { get; set; }

    /// <summary>The day of the VAT invoice.</summary>
    [JsonPropertyName("invoiceDate")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? InvoiceDate { get; set; }

    /// <summary>The id of the order; assembly orders have it as <c>rid</c>.</summary>
    [JsonPropertyName("srid")]
    public string? Srid { get; set; }
}
