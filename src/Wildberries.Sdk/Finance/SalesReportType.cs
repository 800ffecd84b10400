using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Finance;

/// <summary>What kind of report on sales it is.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<SalesReportType>))]
public readonly record struct SalesReportType : IExtensibleEnum<SalesReportType, int>
{
    private SalesReportType(int value) => Value = value;

    /// <summary>The main report.</summary>
    public static SalesReportType Main { get; } = new(1);

    /// <summary>The report on products that WB bought.</summary>
    public static SalesReportType Buyouts { get; } = new(2);

    /// <summary>The report on products that WB bought, for Georgia. WB has taken it off its list since.</summary>
    public static SalesReportType GeorgiaBuyouts { get; } = new(3);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static SalesReportType From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
