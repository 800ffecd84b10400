using Wildberries.Sdk.Finance;

namespace SalesToFile;

/// <summary>A column of the file. Add yours to <see cref="All"/>: what is not there is not asked for either.</summary>
/// <param name="Name">WB's name of the member, by which it is asked for.</param>
/// <param name="Russian">The heading in Russian, as in WB's own reports.</param>
/// <param name="Value">The value in a row.</param>
internal sealed record Column(string Name, string Russian, Func<SalesReportRow, object?> Value)
{
    public static IReadOnlyList<Column> All { get; } =
    [
        new("reportId", "Номер отчёта", row => row.ReportId),
        new("rrdId", "Номер строки", row => row.RrdId),
        new("rrDate", "Дата операции", row => row.OperationDate),
        new("sellerOperName", "Обоснование для оплаты", row => row.OperationName),
        new("docTypeName", "Тип документа", row => row.DocumentType),
        new("nmId", "Артикул WB", row => row.NmId),
        new("vendorCode", "Артикул продавца", row => row.VendorCode),
        new("title", "Название", row => row.Title),
        new("techSize", "Размер", row => row.TechSize),
        new("sku", "Баркод", row => row.Sku),
        new("quantity", "Количество", row => row.Quantity),
        new("retailPrice", "Розничная цена", row => row.RetailPrice),
        new("retailAmount", "Вайлдберриз реализовал товар", row => row.RetailAmount),
        new("commissionPercent", "Комиссия, %", row => row.CommissionPercent),
        new("forPay", "К перечислению за товар", row => row.ForPay),
        new("deliveryService", "Доставка", row => row.DeliveryService),
        new("paidStorage", "Хранение", row => row.PaidStorage),
        new("penalty", "Штрафы", row => row.Penalty),
        new("deduction", "Удержания", row => row.Deduction),
        new("paidAcceptance", "Операции на приёмке", row => row.PaidAcceptance),
        new("currency", "Валюта", row => row.Currency),
        new("orderDt", "Дата заказа", row => InMoscow(row.OrderedAt)),
        new("saleDt", "Дата продажи", row => InMoscow(row.SoldAt)),
        new("srid", "Srid", row => row.Srid),
    ];

    private static DateTime? InMoscow(DateTimeOffset? time) => time?.ToOffset(TimeSpan.FromHours(3)).DateTime;
}
