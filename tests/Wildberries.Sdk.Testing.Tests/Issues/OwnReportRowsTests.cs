using System.Globalization;
using System.Text;
using System.Text.Json;
using Wildberries.Sdk.Finance;

namespace Wildberries.Sdk.Testing.Tests.Issues;

public sealed class OwnReportRowsTests
{
    private const long FirstRrdId = 1232610467;
    private const string Days = "\"dateFrom\":\"2026-08-01\",\"dateTo\":\"2026-08-31\"";

    private static readonly DateOnly Monday = new(2026, 8, 3);

    [Fact]
    public async Task Rows_come_as_they_were_given_and_the_report_fills_in_what_is_its_own()
    {
        await using Harness harness = await StartAsync();
        EmulatedFinancialReport report = harness.Emulator.Finance.AddSalesReport(
            Monday,
            Monday.AddDays(6),
            [
                new SalesReportRow { NmId = 182340115, OperationName = "Продажа", ForPay = 1620.60m },
                new SalesReportRow { RrdId = FirstRrdId + 50, Currency = "BYN", DateFrom = Monday.AddDays(1), ReportType = SalesReportType.From(2), ReportId = 1 },
                new SalesReportRow(),
            ]);
        string id = report.ReportId.ToString(CultureInfo.InvariantCulture), first = report.FirstRrdId.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(
            [
                "{\"reportId\":" + id + ",\"dateFrom\":\"2026-08-03\",\"dateTo\":\"2026-08-09\",\"currency\":\"RUB\",\"reportType\":1,\"rrdId\":" + first
                    + ",\"nmId\":182340115,\"sellerOperName\":\"Продажа\",\"forPay\":\"1620.60\"}",
                "{\"reportId\":" + id + ",\"dateFrom\":\"2026-08-04\",\"dateTo\":\"2026-08-09\",\"currency\":\"BYN\",\"reportType\":2,\"rrdId\":" + (FirstRrdId + 50).ToString(CultureInfo.InvariantCulture) + "}",
                "{\"reportId\":" + id + ",\"dateFrom\":\"2026-08-03\",\"dateTo\":\"2026-08-09\",\"currency\":\"RUB\",\"reportType\":1,\"rrdId\":" + (FirstRrdId + 53).ToString(CultureInfo.InvariantCulture) + "}",
            ],
            (await RowsAsync(harness, $"sales-reports/detailed/{id}", "{}")).Select(row => row.GetRawText()));
        Assert.Equal(3, report.RowCount);
        Assert.Equal(FirstRrdId, report.FirstRrdId);
    }

    [Fact]
    public async Task Acquiring_rows_are_given_in_the_same_way()
    {
        await using Harness harness = await StartAsync();
        harness.Emulator.Finance.AddAcquiringReport(
            Monday, Monday.AddDays(6), [new AcquiringReportRow { RrdId = 7, AcquiringFee = 10.5m, AcquiringFeeVat = 1.75m }, new AcquiringReportRow { AcquiringFee = 2 }]);
        List<JsonElement> rows = await RowsAsync(harness, "acquiring/detailed", $"{{{Days}}}");
        Assert.Equal([7, 10], rows.Select(row => row.GetProperty("rrdId").GetInt64()));
        Assert.All(rows, row => Assert.Equal("RUB", row.GetProperty("currency").GetString()));
        JsonElement report = Assert.Single(await RowsAsync(harness, "acquiring/list", $"{{{Days}}}"));
        Assert.Equal(("12.5", "1.75"), (report.GetProperty("acquiringFeeSum").GetString(), report.GetProperty("acquiringFeeVatSum").GetString()));
    }

    [Fact]
    public async Task Rows_beside_generated_ones_come_in_the_order_of_ids_page_after_page()
    {
        await using Harness harness = await StartAsync();
        EmulatedFinance finance = harness.Emulator.Finance;
        finance.AddSalesReport(Monday, Monday.AddDays(6), 3);
        finance.AddSalesReport(Monday.AddDays(7), Monday.AddDays(13), [new SalesReportRow { RrdId = 5 }, new SalesReportRow { RrdId = 9_007_199_254_740_993 }]);
        EmulatedFinancialReport last = finance.AddSalesReport(Monday.AddDays(14), Monday.AddDays(20), 1);
        var ids = new List<long>();
        while (await RowsAsync(harness, "sales-reports/detailed", string.Create(CultureInfo.InvariantCulture, $"{{{Days},\"limit\":2,\"rrdId\":{ids.LastOrDefault()}}}")) is { Count: > 0 } page)
            ids.AddRange(page.Select(row => row.GetProperty("rrdId").GetInt64()));
        Assert.Equal([5, FirstRrdId, FirstRrdId + 3, FirstRrdId + 6, 9_007_199_254_740_993, last.FirstRrdId], ids);
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_sent()
    {
        await using Harness harness = await StartAsync();
        harness.Emulator.Finance.AddSalesReport(Monday, Monday, [new SalesReportRow { NmId = 1, ForPay = 2, Srid = "a" }]);
        JsonElement row = Assert.Single(await RowsAsync(harness, "sales-reports/detailed", $"{{{Days},\"period\":\"daily\",\"fields\":[\"forPay\",\"srid\",\"kiz\"]}}"));
        Assert.Equal("""{"forPay":"2","srid":"a"}""", row.GetRawText());
    }

    [Fact]
    public async Task The_totals_are_those_of_the_rows()
    {
        await using Harness harness = await StartAsync();
        harness.Emulator.Finance.AddSalesReport(
            Monday,
            Monday.AddDays(6),
            [
                new SalesReportRow { DocumentType = "Продажа", RetailAmount = 100, ForPay = 80 },
                new SalesReportRow { DocumentType = "Возврат", RetailAmount = 30, ForPay = 20 },
                new SalesReportRow { DeliveryService = 1, PaidStorage = 2, Penalty = 4, PaidAcceptance = 8, Deduction = 16 },
            ],
            reportType: 2);
        JsonElement report = Assert.Single(await RowsAsync(harness, "sales-reports/list", $"{{{Days}}}"));
        Assert.Equal(
            ["70", "60", "1", "2", "4", "8", "16", "29"],
            ((string[])["retailAmountSum", "forPaySum", "deliveryServiceSum", "paidStorageSum", "penaltySum", "paidAcceptanceSum", "deductionSum", "bankPaymentSum"])
                .Select(name => report.GetProperty(name).GetString()));
        Assert.Equal(2, report.GetProperty("reportType").GetInt32());
    }

    [Fact]
    public async Task A_report_without_rows_is_one_too()
    {
        await using Harness harness = await StartAsync();
        Assert.Equal(0, harness.Emulator.Finance.AddSalesReport(Monday, Monday.AddDays(6), []).RowCount);
        Assert.Empty(await RowsAsync(harness, "sales-reports/detailed", $"{{{Days}}}"));
        Assert.Single(await RowsAsync(harness, "sales-reports/list", $"{{{Days}}}"));
    }

    [Fact]
    public async Task Rows_out_of_order_are_refused_and_no_report_is_left_behind()
    {
        await using Harness harness = await StartAsync();
        EmulatedFinance finance = harness.Emulator.Finance;
        ArgumentException order = Assert.Throws<ArgumentException>(
            "rows", () => finance.AddSalesReport(Monday, Monday, [new SalesReportRow { RrdId = 5 }, new SalesReportRow { RrdId = 5 }]));
        Assert.Contains("Row 1 has the id 5", order.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("rows", () => finance.AddSalesReport(Monday, Monday, [new SalesReportRow { RrdId = -1 }]));
        Assert.Throws<ArgumentException>("rows", () => finance.AddAcquiringReport(Monday, Monday, [null!]));
        Assert.Throws<ArgumentNullException>("rows", () => finance.AddAcquiringReport(Monday, Monday, null!));
        Assert.Throws<ArgumentOutOfRangeException>("dateTo", () => finance.AddSalesReport(Monday, Monday.AddDays(-1), []));
        Assert.Empty(finance.SalesReports);
        Assert.Empty(finance.AcquiringReports);
    }

    private static Task<Harness> StartAsync() => Harness.StartAsync(options => options.RateLimits = false);

    private static async Task<List<JsonElement>> RowsAsync(Harness harness, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"finance-api/api/finance/v1/{path}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using HttpResponseMessage response = await harness.SendAsync(request);
        if ((int)response.StatusCode == 204)
            return [];
        Assert.Equal(200, (int)response.StatusCode);
        return [.. (await Harness.ReadAsync(response)).EnumerateArray()];
    }
}
