using System.Globalization;
using System.Text.Json;
using Wildberries.Sdk.Finance;

namespace Wildberries.Sdk.Testing;

/// <summary>What a row of a financial report is made of; the same report and number give the same row, unless a test gave it.</summary>
internal readonly record struct FinanceRow
{
    private static readonly (long NmId, string Subject, string Title, string VendorCode, string Size, int Price)[] Products =
    [
        (182340115, "Пледы", "Плед вязаный", "PLED-150", "150х200", 2190),
        (204518733, "Джемперы", "Джемпер из шерсти", "JMP-46", "46", 3450),
        (168902447, "Кружки", "Кружка керамическая", "MUG-1", "0", 690),
        (155270981, "Подушки", "Подушка перьевая", "PIL-50", "50х70", 1780),
        (219006534, "Варежки", "Варежки из мериноса", "MIT-S", "S", 1290),
    ];

    private FinanceRow(EmulatedFinancialReport report, int index)
    {
        Report = report;
        RrdId = report.FirstRrdId + ((long)index * EmulatedFinance.RrdIdStep);

        // Any generator does, as long as it is the same on every machine.
        ulong mix = unchecked(((ulong)(uint)report.Seed << 32 | (uint)index) + 0x9E3779B97F4A7C15UL);
        mix = unchecked((mix ^ (mix >> 30)) * 0xBF58476D1CE4E5B9UL);
        mix = unchecked((mix ^ (mix >> 27)) * 0x94D049BB133111EBUL);
        mix ^= mix >> 31;

        (NmId, Subject, Title, VendorCode, Size, Price) = Products[mix % (ulong)Products.Length];
        uint kind = (uint)((mix >> 8) % 20);
        (Operation, Document) = kind switch
        {
            < 12 => ("Продажа", "Продажа"),
            < 14 => ("Возврат", "Возврат"),
            < 18 => ("Логистика", ""),
            18 => ("Хранение", ""),
            _ => ("Штраф", ""),
        };
        bool isGoods = Document.Length > 0;
        int percent = (int)((mix >> 16) % 40);
        Quantity = isGoods ? 1 : 0;
        SalePercent = percent;
        PriceWithDiscount = isGoods ? Price * (100 - percent) / 100m : 0;
        RetailAmount = isGoods ? decimal.Round(PriceWithDiscount * 0.92m, 2) : 0;
        AcquiringFee = decimal.Round(RetailAmount * 0.0406m, 2);
        AcquiringFeeVat = decimal.Round(AcquiringFee * 20 / 120, 2);
        ForPay = decimal.Round(RetailAmount * 0.74m, 2);
        Delivery = Operation == "Логистика" ? 45 + (int)((mix >> 24) % 9000) / 100m : 0;
        Storage = Operation == "Хранение" ? (int)((mix >> 24) % 90000) / 100m : 0;
        Penalty = Operation == "Штраф" ? 100 + (int)((mix >> 24) % 50000) / 100m : 0;
        HasPromoCode = (mix >> 40) % 10 == 0;
        PromoNumber = (int)((mix >> 48) % 1000);
        int days = report.DateTo.DayNumber - report.DateFrom.DayNumber + 1;
        Day = report.DateFrom.AddDays((int)((long)index * days / Math.Max(report.RowCount, 1)));
        Srid = string.Create(CultureInfo.InvariantCulture, $"{mix:x16}{RrdId:x16}");
    }

    private FinanceRow(SalesReportRow row)
    {
        Own = JsonSerializer.SerializeToElement(row, FinanceJsonContext.Default.SalesReportRow);
        RrdId = row.RrdId;
        Document = row.DocumentType ?? "";
        RetailAmount = row.RetailAmount ?? 0;
        ForPay = row.ForPay ?? 0;
        Delivery = row.DeliveryService ?? 0;
        Storage = row.PaidStorage ?? 0;
        Penalty = row.Penalty ?? 0;
        Acceptance = row.PaidAcceptance ?? 0;
        Deduction = row.Deduction ?? 0;
    }

    private FinanceRow(AcquiringReportRow row)
    {
        Own = JsonSerializer.SerializeToElement(row, FinanceJsonContext.Default.AcquiringReportRow);
        RrdId = row.RrdId;
        AcquiringFee = row.AcquiringFee ?? 0;
        AcquiringFeeVat = row.AcquiringFeeVat ?? 0;
    }

    /// <summary>The row as a test gave it; <see langword="null"/>: it is made of the members here.</summary>
    public JsonElement? Own { get; }

    public EmulatedFinancialReport Report { get; } = null!;

    public long RrdId { get; }

    public long NmId { get; }

    public string Subject { get; } = "";

    public string Title { get; } = "";

    public string VendorCode { get; } = "";

    public string Size { get; } = "";

    public int Price { get; }

    public string Operation { get; } = "";

    public string Document { get; } = "";

    public int Quantity { get; }

    public int SalePercent { get; }

    public decimal PriceWithDiscount { get; }

    public decimal RetailAmount { get; }

    public decimal AcquiringFee { get; }

    public decimal ForPay { get; }

    public decimal Delivery { get; }

    public decimal Storage { get; }

    public decimal Penalty { get; }

    public decimal AcquiringFeeVat { get; }

    public decimal Acceptance { get; }

    public decimal Deduction { get; }

    public bool HasPromoCode { get; }

    /// <summary>Which promo code, counted round among those there are.</summary>
    public int PromoNumber { get; }

    public DateOnly Day { get; }

    public string Srid { get; } = "";

    public static FinanceRow Of(SalesReportRow row) => new(row);

    public static FinanceRow Of(AcquiringReportRow row) => new(row);

    /// <summary>All rows of a report.</summary>
    public static IEnumerable<FinanceRow> Of(EmulatedFinancialReport report) => After(report, 0);

    /// <summary>The rows of a report with an id above the given one, in the order of ids.</summary>
    public static IEnumerable<FinanceRow> After(EmulatedFinancialReport report, long rrdId)
    {
        if (report.OwnRows is { } own)
        {
            foreach (FinanceRow row in own)
            {
                if (row.RrdId > rrdId)
                    yield return row;
            }

            yield break;
        }

        long first = rrdId < report.FirstRrdId ? 0 : ((rrdId - report.FirstRrdId) / EmulatedFinance.RrdIdStep) + 1;
        for (long i = first; i < report.RowCount; i++)
            yield return new FinanceRow(report, (int)i);
    }
}
