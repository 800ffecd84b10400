using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Finance;

/// <summary>
/// A member that rows of reports on what taking payments cost can have, for requests that ask for some only: those of <see cref="AcquiringReportRow"/>, and
/// <see cref="From"/> for one that WB has added since.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<AcquiringReportField>))]
public readonly record struct AcquiringReportField : IExtensibleEnum<AcquiringReportField, string>
{
    private AcquiringReportField(string value) => Value = value;

    /// <summary><see cref="AcquiringReportRow.ReportId"/>: <c>reportId</c>.</summary>
    public static AcquiringReportField ReportId { get; } = new("reportId");

    /// <summary><see cref="AcquiringReportRow.RrdId"/>: <c>rrdId</c>.</summary>
    public static AcquiringReportField RrdId { get; } = new("rrdId");

    /// <summary><see cref="AcquiringReportRow.Currency"/>: <c>currency</c>.</summary>
    public static AcquiringReportField Currency { get; } = new("currency");

    /// <summary><see cref="AcquiringReportRow.NmId"/>: <c>nmId</c>.</summary>
    public static AcquiringReportField NmId { get; } = new("nmId");

    /// <summary><see cref="AcquiringReportRow.DocumentType"/>: <c>documentType</c>.</summary>
    public static AcquiringReportField DocumentType { get; } = new("documentType");

    /// <summary><see cref="AcquiringReportRow.RetailAmount"/>: <c>retailAmount</c>.</summary>
    public static AcquiringReportField RetailAmount { get; } = new("retailAmount");

    /// <summary><see cref="AcquiringReportRow.SaleDate"/>: <c>saleDate</c>.</summary>
    public static AcquiringReportField SaleDate { get; } = new("saleDate");

    /// <summary><see cref="AcquiringReportRow.AcquiringDate"/>: <c>acqDate</c>.</summary>
    public static AcquiringReportField AcquiringDate { get; } = new("acqDate");

    /// <summary><see cref="AcquiringReportRow.ShkId"/>: <c>shkId</c>.</summary>
    public static AcquiringReportField ShkId { get; } = new("shkId");

    /// <summary><see cref="AcquiringReportRow.AcquiringFee"/>: <c>acquiringFee</c>.</summary>
    public static AcquiringReportField AcquiringFee { get; } = new("acquiringFee");

    /// <summary><see cref="AcquiringReportRow.AcquiringFeeVat"/>: <c>acquiringFeeVat</c>.</summary>
    public static AcquiringReportField AcquiringFeeVat { get; } = new("acquiringFeeVat");

    /// <summary><see cref="AcquiringReportRow.AcquiringBank"/>: <c>acquiringBank</c>.</summary>
    public static AcquiringReportField AcquiringBank { get; } = new("acquiringBank");

    /// <summary><see cref="AcquiringReportRow.Tin"/>: <c>tin</c>.</summary>
    public static AcquiringReportField Tin { get; } = new("tin");

    /// <summary><see cref="AcquiringReportRow.TaxRegistrationReasonCode"/>: <c>taxRegistrationReasonCode</c>.</summary>
    public static AcquiringReportField TaxRegistrationReasonCode { get; } = new("taxRegistrationReasonCode");

    /// <summary><see cref="AcquiringReportRow.InvoiceNumber"/>: <c>invoiceNumber</c>.</summary>
    public static AcquiringReportField InvoiceNumber { get; } = new("invoiceNumber");

    /// <summary><see cref="AcquiringReportRow.InvoiceDate"/>: <c>invoiceDate</c>.</summary>
    public static AcquiringReportField InvoiceDate { get; } = new("invoiceDate");

    /// <summary><see cref="AcquiringReportRow.Srid"/>: <c>srid</c>.</summary>
    public static AcquiringReportField Srid { get; } = new("srid");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static AcquiringReportField From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
