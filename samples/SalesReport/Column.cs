using Wildberries.Sdk.Finance;

namespace SalesToFile;

/// <summary>A column of the file. Add yours to <see cref="All"/>: what is not there is not asked for either.</summary>
/// <param name="Field">The member of WB's rows; its name is the heading unless that is Russian.</param>
/// <param name="Russian">The heading in Russian, as in WB's own reports.</param>
/// <param name="Value">The value in a row.</param>
internal sealed record Column(SalesReportField Field, string Russian, Func<SalesReportRow, object?> Value)
{
    public static IReadOnlyList<Column> All { get; } =
    [
        new(SalesReportField.ReportId, "Номер отчёта", row => row.ReportId),
        new(SalesReportField.RrdId, "Номер строки", row => row.RrdId),
        new(SalesReportField.OperationDate, "Дата операции", row => row.OperationDate),
        new(SalesReportField.OperationName, "Обоснование для оплаты", row => row.OperationName),
        new(SalesReportField.DocumentType, "Тип документа", row => row.DocumentType),
        new(SalesReportField.NmId, "Артикул WB", row => row.NmId),
        new(SalesReportField.VendorCode, "Артикул продавца", row => row.VendorCode),
        new(SalesReportField.Title, "Название", row => row.Title),
        new(SalesReportField.TechSize, "Размер", row => row.TechSize),
        new(SalesReportField.Sku, "Баркод", row => row.Sku),
        new(SalesReportField.Quantity, "Количество", row => row.Quantity),
        new(SalesReportField.RetailPrice, "Розничная цена", row => row.RetailPrice),
        new(SalesReportField.RetailAmount, "Вайлдберриз реализовал товар", row => row.RetailAmount),
        new(SalesReportField.CommissionPercent, "Комиссия, %", row => row.CommissionPercent),
        new(SalesReportField.ForPay, "К перечислению за товар", row => row.ForPay),
        new(SalesReportField.DeliveryService, "Доставка", row => row.DeliveryService),
        new(SalesReportField.PaidStorage, "Хранение", row => row.PaidStorage),
        new(SalesReportField.Penalty, "Штрафы", row => row.Penalty),
        new(SalesReportField.Deduction, "Удержания", row => row.Deduction),
        new(SalesReportField.PaidAcceptance, "Операции на приёмке", row => row.PaidAcceptance),
        new(SalesReportField.Currency, "Валюта", row => row.Currency),
        new(SalesReportField.OrderedAt, "Дата заказа", row => InMoscow(row.OrderedAt)),
        new(SalesReportField.SoldAt, "Дата продажи", row => InMoscow(row.SoldAt)),
        new(SalesReportField.Srid, "Srid", row => row.Srid),
    ];

    private static DateTime? InMoscow(DateTimeOffset? time) => time?.ToOffset(TimeSpan.FromHours(3)).DateTime;
}
