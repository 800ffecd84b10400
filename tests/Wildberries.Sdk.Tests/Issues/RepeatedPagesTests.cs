using System.Globalization;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Tests.Http;
using Wildberries.Sdk.Users;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>Pages that overlap gave rows twice, pages out of order were asked for from the wrong row, and pages that came again and again never ended.</summary>
public sealed class RepeatedPagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("5,7|7,8", "5,7,8", "0,7,8")]
    [InlineData("9,5,7|10", "9,5,7,10", "0,9,10")]
    [InlineData("9,5,7|5,9|", "9,5,7", "0,9")]
    [InlineData("1,1,2|2,3,3", "1,2,3", "0,2,3")]
    public async Task Each_row_of_a_report_comes_once_and_the_next_page_begins_after_the_largest(string pages, string rows, string asked)
    {
        Queue<string> left = new(pages.Split('|'));
        List<string> after = [];
        using var host = new FakeHost<IFinanceApi>(FinanceJsonContext.Default, request =>
        {
            string body = request.Content!.ReadAsStringAsync(Cancel).Result;
            after.Add(body.Contains("rrdId", StringComparison.Ordinal) ? body.Split("\"rrdId\":")[1].Split(',', '}')[0] : "0");
            string page = left.Count > 0 ? left.Dequeue() : "";
            return $"[{string.Join(',', page.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => $$"""{"rrdId":{{id}}}"""))}]";
        });
        List<long> got = [];
        try
        {
            await foreach (SalesReportRow row in host.Api.StreamSalesReportAsync(1, cancellationToken: Cancel))
                got.Add(row.RrdId);
        }
        catch (WildberriesResponseException)
        {
            // A page of repeats alone is told.
            Assert.Contains("5,9", pages, StringComparison.Ordinal);
        }

        Assert.Equal(rows, string.Join(',', got));
        Assert.Equal(asked, string.Join(',', after));
    }

    [Fact]
    public async Task A_row_without_its_id_is_an_error_with_its_position()
    {
        foreach (string odd in new[] { "{}", """{"rrdId":"none"}""", """{"rrdId":null}""", "17" })
        {
            using var host = new FakeHost<IFinanceApi>(FinanceJsonContext.Default, $$"""[{"rrdId":1},{"rrdId":2},{{odd}},{"rrdId":4}]""");
            List<long> got = [];
            WildberriesResponseException failure = await Assert.ThrowsAsync<WildberriesResponseException>(async () =>
            {
                await foreach (SalesReportRow row in host.Api.StreamSalesReportAsync(1, cancellationToken: Cancel))
                    got.Add(row.RrdId);
            });
            Assert.Equal([1, 2], got);
            Assert.Contains("Row 3", failure.Message, StringComparison.Ordinal);
            Assert.Equal("Finance.GetSalesReportRows", failure.Operation);
        }
    }

    [Fact]
    public async Task Prices_that_come_again_and_again_end()
    {
        string page = $$"""{"data":{"listGoods":[{{string.Join(',', Enumerable.Range(1, 1_000).Select(id => $$"""{"nmID":{{id}}}"""))}}]},"error":false}""";
        using var host = new FakeHost<IDiscountsPricesApi>(DiscountsPricesJsonContext.Default, page);
        int count = 0;
        await Assert.ThrowsAsync<WildberriesResponseException>(async () =>
        {
            await foreach (ProductPrices _ in host.Api.StreamProductsAsync(Cancel))
                count++;
        });
        Assert.Equal((1_000, 2), (count, host.Requests.Count));
    }

    [Fact]
    public async Task A_price_whose_number_cannot_be_read_comes_and_ends_nothing()
    {
        using var host = new FakeHost<IDiscountsPricesApi>(
            DiscountsPricesJsonContext.Default,
            request => request.RequestUri!.Query.Contains("offset=0", StringComparison.Ordinal)
                ? """{"data":{"listGoods":[{"nmID":1},{"nmID":"?"},{"nmID":"?!"},{"nmID":2}]},"error":false}"""
                : """{"data":{"listGoods":[]},"error":false}""");
        List<long> got = [];
        await foreach (ProductPrices product in host.Api.StreamProductsAsync(Cancel))
            got.Add(product.NmId);
        Assert.Equal([1, 0, 0, 2], got);
    }

    [Fact]
    public async Task Users_that_come_again_and_again_end()
    {
        using var host = new FakeHost<IUsersApi>(UsersJsonContext.Default, $$"""{"total":1000000,"users":[{{string.Join(
            ',', Enumerable.Range(1, 100).Select(id => string.Create(CultureInfo.InvariantCulture, $$"""{"id":{{id}}}""")))}}]}""");
        int count = 0;
        await Assert.ThrowsAsync<WildberriesResponseException>(async () =>
        {
            await foreach (SellerUser _ in host.Api.StreamUsersAsync(cancellationToken: Cancel))
                count++;
        });
        Assert.Equal(100, count);
        Assert.InRange(host.Requests.Count, 2, 3);
    }
}
