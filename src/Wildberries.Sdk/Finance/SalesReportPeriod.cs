using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Finance;

/// <summary>How often reports on sales are drawn up.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<SalesReportPeriod>))]
public readonly record struct SalesReportPeriod : IExtensibleEnum<SalesReportPeriod, string>
{
    private SalesReportPeriod(string value) => Value = value;

    /// <summary>Every week.</summary>
    public static SalesReportPeriod Weekly { get; } = new("weekly");

    /// <summary>Every day.</summary>
    public static SalesReportPeriod Daily { get; } = new("daily");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static SalesReportPeriod From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
