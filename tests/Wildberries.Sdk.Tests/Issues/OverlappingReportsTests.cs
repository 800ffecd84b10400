using System.Globalization;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>Reports of days and of weeks hold the same rows: two sales became four units.</summary>
public sealed class OverlappingReportsTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly PromoCode Ten = new() { SellerId = "seller", Code = "TEN", Percent = 10m, Start = Monday, Days = 31, WildberriesId = "id-of-ten" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_counts_once_over_pages_and_reports()
    {
        string first = Row(11), second = Row(12), third = Row(13);
        using var host = new FakeHost<IFinanceApi>(FinanceJsonContext.Default, request =>
        {
            string body = request.Content!.ReadAsStringAsync(Cancel).Result;
            bool isWeek = request.RequestUri!.AbsolutePath.EndsWith("/7", StringComparison.Ordinal);
            return (isWeek, After(body)) switch
            {
                // The pages of the week overlap, and the day has one row that the week has not.
                (true, 0) => $"[{first}]",
                (true, 11) => $"[{first},{second}]",
                (false, 0) => $"[{second},{first},{third}]",
                _ => "[]",
            };
        });
        PromoCodeSalesReport report = await PromoCodeSalesReport.ReadAsync(Both(host.Api), [Ten], cancellationToken: Cancel);
        PromoCodeSales ten = Assert.Single(report.Codes);
        Assert.Equal((3, 3, 2_700m), (ten.UnitsSold, ten.Orders, ten.Revenue));
    }

    [Fact]
    public async Task A_row_that_nobody_can_know_again_is_an_error_with_its_position()
    {
        InvalidDataException failure = await Assert.ThrowsAsync<InvalidDataException>(() => PromoCodeSalesReport.ReadAsync(
            Rows(new SalesReportRow { RrdId = 1 }, new SalesReportRow { PromoCodeId = "x", DocumentType = "Продажа", Quantity = 1, PromoCodeDiscountPercent = 5m }),
            [Ten],
            cancellationToken: Cancel));
        Assert.Contains("Row 2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sum_that_cannot_be_read_is_an_error_and_not_nothing()
    {
        using var host = new FakeHost<IFinanceApi>(FinanceJsonContext.Default, $"[{Row(11)},{Row(12).Replace("\"900\"", "\"nine hundred\"", StringComparison.Ordinal)}]");
        InvalidDataException failure = await Assert.ThrowsAsync<InvalidDataException>(
            () => PromoCodeSalesReport.ReadAsync(host.Api.StreamSalesReportAsync(7, cancellationToken: Cancel), [Ten], cancellationToken: Cancel));
        Assert.Contains("retailPriceWithDisc", failure.Message, StringComparison.Ordinal);
        Assert.Contains("12", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nine", failure.Message, StringComparison.Ordinal);
    }

    private static long After(string body) => body.Contains("\"rrdId\":", StringComparison.Ordinal)
        ? long.Parse(body.Split("\"rrdId\":")[1].Split(',', '}')[0], CultureInfo.InvariantCulture)
        : 0;

    private static async IAsyncEnumerable<SalesReportRow> Both(IFinanceApi api)
    {
        foreach (long report in new long[] { 7, 8 })
        {
            await foreach (SalesReportRow row in api.StreamSalesReportAsync(report, cancellationToken: Cancel))
                yield return row;
        }
    }

    private static async IAsyncEnumerable<SalesReportRow> Rows(params SalesReportRow[] rows)
    {
        await Task.CompletedTask;
        foreach (SalesReportRow row in rows)
            yield return row;
    }

    private static string Row(long id) =>
        $$"""{"rrdId":{{id}},"docTypeName":"Продажа","quantity":1,"retailPriceWithDisc":"900","uuidPromocode":"id-of-ten","salePricePromocodeDiscountPrc":"10","rrDate":"2026-03-02","srid":"s{{id}}"}""";
}
