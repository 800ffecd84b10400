using System.Globalization;
using CsCheck;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class PromoCodeSalesReportTests
{
    private const string TenId = "6f9619ff-8b86-d011-b42d-00cf4fc964ff";
    private const string FiveId = "0b7c3c9e-2f0f-4c55-9d0a-4b8ac1d9a001";

    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly PromoCode Ten = Code("TEN", 10m, TenId);
    private static readonly PromoCode Five = Code("FIVE", 5m, FiveId);

    // Per unit: 300 bought, 20 % commission, 50 delivery, 2 % acquiring, 6 % of revenue as tax.
    private static readonly UnitCosts Costs = new() { UnitCost = 300m, CommissionPercent = 20m, Logistics = 50m, AcquiringPercent = 2m, TaxPercent = 6m };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sales_are_told_by_code_and_day()
    {
        PromoCodeSalesReport report = await ReadAsync(
            _ => Costs,
            Row(TenId, 900m, 10m),
            Row(TenId, 900m, 10m, units: 2),
            Row(TenId, 1_800m, 10m, day: 1),
            Row(FiveId, 950m, 5m));

        Assert.Equal(
            [("FIVE", Monday), ("TEN", Monday), ("TEN", Monday.AddDays(1))],
            report.Days.Select(day => (day.Code!.Code, day.FirstDay)).OrderBy(day => day.Item2).ThenBy(day => day.Item1));
        Assert.All(report.Days, day => Assert.Equal(day.FirstDay, day.LastDay));
        Assert.Equal([Monday, Monday, Monday.AddDays(1)], report.Days.Select(day => day.FirstDay));

        PromoCodeSales ten = report.Days.Single(day => day.Code == Ten && day.FirstDay == Monday);
        Assert.Equal((3, 0, 3), (ten.UnitsSold, ten.UnitsReturned, ten.Units));
        Assert.Equal(2_700m, ten.Revenue);
        Assert.Equal(300m, ten.Discount);
        Assert.Equal(3 * (900m - 300m - 180m - 50m - 18m - 54m), ten.Profit);

        // All days together, the largest first.
        Assert.Equal([Ten, Five], report.Codes.Select(code => code.Code));
        PromoCodeSales total = report.Codes[0];
        Assert.Equal((4, 4_500m, 500m), (total.UnitsSold, total.Revenue, total.Discount));
        Assert.Equal((Monday, Monday.AddDays(1)), (total.FirstDay, total.LastDay));
        Assert.Equal(950m, report.Codes[1].Revenue);
        Assert.Equal(50m, report.Codes[1].Discount);
        Assert.Empty(report.Unknown);
    }

    [Fact]
    public async Task A_return_takes_its_sums_off_on_its_own_day_but_leaves_the_sale_counted()
    {
        PromoCodeSalesReport report = await ReadAsync(
            _ => Costs, Row(TenId, 900m, 10m, units: 3), Row(TenId, 900m, 10m, units: 2, day: 5, document: "Возврат"));
        PromoCodeSales back = report.Days[^1];
        Assert.Equal((Monday.AddDays(5), 0, 2, -2), (back.FirstDay, back.UnitsSold, back.UnitsReturned, back.Units));
        Assert.Equal((-1_800m, -200m), (back.Revenue, back.Discount));
        Assert.Equal(-2 * 298m, back.Profit);
        PromoCodeSales total = Assert.Single(report.Codes);
        Assert.Equal((3, 2, 1), (total.UnitsSold, total.UnitsReturned, total.Units));
        Assert.Equal((900m, 100m, 298m), (total.Revenue, total.Discount, total.Profit));
    }

    [Fact]
    public async Task An_order_counts_once_for_a_code_on_its_first_day()
    {
        PromoCodeSalesReport report = await ReadAsync(
            null,
            Row(TenId, 900m, 10m, units: 3, day: 2) with { OrderUid = "basket", Srid = "1" },
            Row(TenId, 900m, 10m, day: 1) with { OrderUid = " basket ", Srid = "2" },
            Row(TenId.ToUpperInvariant(), 900m, 10m, day: 3) with { OrderUid = "basket", Srid = "3" },
            Row(TenId, 900m, 10m, day: 3) with { OrderUid = "", Srid = "4" },
            Row(TenId, 900m, 10m, day: 3) with { OrderUid = null, Srid = "4" },
            Row(TenId, 900m, 10m, units: 2, day: 3),
            Row(TenId, 900m, 10m, day: 3) with { OrderUid = " ", Srid = "" },
            Row(FiveId, 950m, 5m, day: 2) with { OrderUid = "basket" },
            Row("unknown", 950m, 5m) with { OrderUid = "other" },
            Row("unknown", 950m, 5m, units: 2) with { OrderUid = "other" });
        Assert.Equal(
            [(Monday.AddDays(1), 1), (Monday.AddDays(2), 0), (Monday.AddDays(3), 3)],
            report.Days.Where(day => day.Code == Ten).Select(day => (day.FirstDay, day.Orders)));
        Assert.Equal([(Ten, 4), (Five, 1)], report.Codes.Select(code => (code.Code!, code.Orders)));
        Assert.Equal((1, 3), (report.Unknown[0].Orders, report.Unknown[0].UnitsSold));
    }

    [Fact]
    public async Task A_return_is_no_order_and_takes_none_back()
    {
        PromoCodeSalesReport report = await ReadAsync(
            null,
            Row(TenId, 900m, 10m, units: 2, document: "Возврат") with { OrderUid = "basket" },
            Row(TenId, 900m, 10m, day: 1) with { OrderUid = "basket" },
            Row(TenId, 900m, 10m, day: 2, document: "Возврат"),
            Row(FiveId, 950m, 5m, document: "Возврат") with { OrderUid = "another" });
        Assert.Equal([0, 1, 0], report.Days.Where(day => day.Code == Ten).Select(day => day.Orders));
        Assert.Equal([1, 0], report.Codes.OrderByDescending(code => code.Orders).Select(code => code.Orders));
    }

    [Fact]
    public async Task What_no_code_has_the_id_of_is_reported_and_not_lost()
    {
        const string Unknown = "11111111-2222-3333-4444-555555555555";
        PromoCodeSalesReport report = await ReadAsync(
            _ => Costs,
            Row(Unknown, 90m, 10m),
            Row(Unknown.ToUpperInvariant(), 90m, 10m, day: 2),
            Row("another", 450m, 10m),
            Row("", 95m, 5m),
            Row(null, 95m, null) with { SellerPromoPercent = 5m },
            Row(TenId, 900m, 10m));
        Assert.Equal(["another", "", Unknown], report.Unknown.Select(sales => sales.WildberriesId));
        Assert.All(report.Unknown, sales => Assert.Null(sales.Code));
        Assert.Equal((2, 180m, 20m), (report.Unknown[2].UnitsSold, report.Unknown[2].Revenue, report.Unknown[2].Discount));
        Assert.Equal((Monday, Monday.AddDays(2)), (report.Unknown[2].FirstDay, report.Unknown[2].LastDay));
        Assert.Equal((2, 190m, 10m), (report.Unknown[1].UnitsSold, report.Unknown[1].Revenue, report.Unknown[1].Discount));
        Assert.Equal([Ten], report.Codes.Select(code => code.Code));
        Assert.Single(report.Days);
    }

    [Fact]
    public async Task Rows_without_a_promo_code_and_rows_that_sell_nothing_count_nothing()
    {
        PromoCodeSalesReport report = await ReadAsync(
            _ => Costs,
            Row(null, 900m, null),
            Row("", 900m, 0m),
            Row(TenId, 0m, 0m, units: 0, document: ""),
            Row(TenId, 900m, 10m) with { DocumentType = null },
            Row(TenId, 900m, 10m) with { Quantity = null },
            new SalesReportRow());
        Assert.Empty(report.Days.Concat(report.Codes).Concat(report.Unknown));
    }

    [Theory]
    [InlineData(" 6F9619FF-8B86-D011-B42D-00CF4FC964FF ")]
    [InlineData("6f9619ff-8b86-d011-b42d-00cf4fc964ff")]
    public async Task An_id_is_the_same_in_upper_and_lower_case_and_with_spaces_around_it(string entered)
    {
        PromoCode code = Code("TEN", 10m, entered);
        PromoCodeSalesReport report = await PromoCodeSalesReport.ReadAsync(Rows(Row(TenId, 900m, 10m)), [code], cancellationToken: Cancel);
        Assert.Same(code, Assert.Single(report.Codes).Code);
    }

    [Fact]
    public async Task Codes_without_an_id_are_passed_over_and_an_id_belongs_to_one_code()
    {
        PromoCode[] codes = [Code("A", 5m, null), Code("B", 5m, " "), Ten];
        PromoCodeSalesReport report = await PromoCodeSalesReport.ReadAsync(
            Rows(Row(TenId, 900m, 10m), Row("", 95m, 5m)), codes, cancellationToken: Cancel);
        Assert.Equal([Ten], report.Codes.Select(code => code.Code));
        Assert.Single(report.Unknown);
        await Assert.ThrowsAsync<ArgumentException>(() => PromoCodeSalesReport.ReadAsync(
            Rows(), [Ten, Code("C", 5m, TenId.ToUpperInvariant())], cancellationToken: Cancel));
    }

    [Fact]
    public async Task Without_the_costs_of_a_product_there_is_no_profit_of_its_code()
    {
        PromoCodeSalesReport report = await ReadAsync(
            nmId => nmId == 1 ? Costs : null,
            Row(TenId, 900m, 10m),
            Row(TenId, 900m, 10m, day: 1) with { NmId = 2 },
            Row(FiveId, 950m, 5m),
            Row(FiveId, 950m, 5m, day: 3) with { NmId = null });
        Assert.Equal([298m, null], report.Days.Where(day => day.Code == Ten).Select(day => day.Profit));
        Assert.All(report.Codes, code => Assert.Null(code.Profit));
        PromoCodeSalesReport none = await ReadAsync(null, Row(TenId, 900m, 10m));
        Assert.Null(Assert.Single(none.Codes).Profit);
    }

    [Fact]
    public async Task Costs_are_asked_for_once_a_product()
    {
        List<long> asked = [];
        await ReadAsync(
            nmId =>
            {
                asked.Add(nmId);
                return Costs;
            },
            Row(TenId, 900m, 10m),
            Row(TenId, 900m, 10m),
            Row(TenId, 900m, 10m) with { NmId = 2 });
        Assert.Equal([1, 2], asked);
    }

    [Fact]
    public async Task The_day_is_that_of_the_operation_else_that_of_the_sale_in_Moscow_else_the_reports_last()
    {
        SalesReportRow row = Row(TenId, 900m, 10m) with
        {
            OperationDate = null,
            SoldAt = new DateTimeOffset(2026, 3, 4, 21, 0, 0, TimeSpan.Zero),
            DateTo = new DateOnly(2026, 3, 8),
        };
        PromoCodeSalesReport report = await ReadAsync(null, row, row with { SoldAt = row.SoldAt.Value.AddTicks(-1) }, row with { SoldAt = null });
        Assert.Equal([new(2026, 3, 4), new(2026, 3, 5), new DateOnly(2026, 3, 8)], report.Days.Select(day => day.FirstDay));
    }

    [Theory]
    [InlineData(900, 10.0, 100)]
    [InlineData(850, 15.0, 150)]
    [InlineData(500, 50.0, 500)]
    [InlineData(333.33, 3.0, 10.31)]
    [InlineData(1000, 100.0, 0)]
    public async Task The_discount_is_what_the_percentage_took_off_before(double price, double percent, double discount)
    {
        PromoCodeSalesReport report = await ReadAsync(null, Row(TenId, (decimal)price, (decimal)percent));
        Assert.Equal((decimal)discount, Assert.Single(report.Codes).Discount);
    }

    [Fact]
    public async Task The_percentage_is_the_rows_own_else_that_of_the_code()
    {
        PromoCodeSalesReport report = await ReadAsync(
            null,
            Row(TenId, 500m, 50m),
            Row(TenId, 500m, null, day: 1) with { SellerPromoPercent = 50m },
            Row(TenId, 900m, null, day: 2),

            // WB writes 0 where it has none.
            Row(TenId, 500m, 0m, day: 3) with { SellerPromoPercent = 50m },
            Row(TenId, 900m, 0m, day: 4) with { SellerPromoPercent = 0m });
        Assert.Equal([500m, 500m, 100m, 500m, 100m], report.Days.Select(day => day.Discount));
    }

    [Fact]
    public async Task The_reading_can_be_cancelled() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => PromoCodeSalesReport.ReadAsync(Endless(Cancel), [Ten], cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public async Task Days_codes_and_unknown_ids_add_up_to_the_rows() =>
        await Gen.Select(Gen.Int[0, 2].Select(i => new[] { TenId, FiveId, "unknown" }[i]), Gen.Int[1, 5], Gen.Int[0, 6], Gen.Bool, Gen.Int[1, 500_000])
            .Select((id, units, day, isReturn, kopecks) => Row(id, kopecks / 100m, 10m, units, day, isReturn ? "Возврат" : "Продажа"))
            .List[0, 60]
            .SampleAsync(
                async rows =>
                {
                    PromoCodeSalesReport report = await PromoCodeSalesReport.ReadAsync(Rows([.. rows]), [Ten, Five], _ => Costs, Cancel);
                    decimal revenue = rows.Sum(row => Sign(row) * row.Quantity!.Value * row.RetailPriceWithDiscount!.Value);
                    int sold = rows.Where(row => Sign(row) > 0).Sum(row => row.Quantity!.Value);
                    PromoCodeSales[] all = [.. report.Codes, .. report.Unknown];
                    return all.Sum(sales => sales.Revenue) == revenue
                        && all.Sum(sales => sales.UnitsSold) == sold
                        && report.Codes.All(code =>
                        {
                            PromoCodeSales[] days = [.. report.Days.Where(day => day.Code == code.Code)];
                            return days.Sum(day => day.Revenue) == code.Revenue
                                && days.Sum(day => day.Discount) == code.Discount
                                && days.Sum(day => day.Profit) == code.Profit
                                && days.Sum(day => day.Units) == code.Units
                                && days[0].FirstDay == code.FirstDay
                                && days[^1].LastDay == code.LastDay;
                        });
                },
                iter: TestCodes.Cases / 5);

    [Fact]
    public async Task The_text_is_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ru-RU");
            PromoCodeSalesReport report = await ReadAsync(_ => Costs, Row(TenId, 900.5m, 10m), Row("other", 900m, 10m));
            Assert.Equal(
                "TEN 2026-03-02 to 2026-03-02: 1 sold, 0 returned, revenue 900.5, discount 100.06, profit 298.36", report.Codes[0].ToString());
            Assert.StartsWith("other 2026-03-02", report.Unknown[0].ToString(), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static int Sign(SalesReportRow row) => row.DocumentType == "Возврат" ? -1 : 1;

    private static Task<PromoCodeSalesReport> ReadAsync(Func<long, UnitCosts?>? costs, params SalesReportRow[] rows) =>
        PromoCodeSalesReport.ReadAsync(Rows(rows), [Ten, Five], costs, Cancel);

    private static async IAsyncEnumerable<SalesReportRow> Rows(params SalesReportRow[] rows)
    {
        await Task.CompletedTask;
        long id = 0;
        foreach (SalesReportRow row in rows)
            yield return row with { RrdId = ++id };
    }

    private static async IAsyncEnumerable<SalesReportRow> Endless(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return new SalesReportRow();
        }
    }

    private static SalesReportRow Row(
        string? id, decimal price, decimal? percent, int units = 1, int day = 0, string document = "Продажа") => new()
        {
            PromoCodeId = id,
            PromoCodeDiscountPercent = percent,
            DocumentType = document,
            Quantity = units,
            RetailPriceWithDiscount = price,
            OperationDate = Monday.AddDays(day),
            NmId = 1,
        };

    private static PromoCode Code(string text, decimal percent, string? id) => new()
    {
        SellerId = "seller",
        Code = text,
        Percent = percent,
        Start = new DateOnly(2026, 3, 1),
        Days = 31,
        WildberriesId = id,
    };
}
