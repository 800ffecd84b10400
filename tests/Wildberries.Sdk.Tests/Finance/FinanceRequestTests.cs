using System.Globalization;
using Wildberries.Sdk.Finance;

namespace Wildberries.Sdk.Tests.Finance;

public sealed class FinanceRequestTests
{
    private const long BigId = 9_007_199_254_740_993;

    private static readonly DateOnly From = new(2026, 3, 17);
    private static readonly DateOnly To = new(2026, 3, 20);

    private static readonly Dictionary<string, Func<IFinanceApi, Task>> Calls = new()
    {
        ["/ping "] = api => api.PingAsync(),
        ["/api/v1/account/balance "] = api => api.GetBalanceAsync(),
        ["""/api/finance/v1/sales-reports/list {"dateFrom":"2026-03-17","dateTo":"2026-03-20"}"""] =
            api => api.GetSalesReportsAsync(new SalesReportListRequest { DateFrom = From, DateTo = To }),
        ["""/api/finance/v1/sales-reports/list {"dateFrom":"2026-03-17","dateTo":"2026-03-20","limit":211,"offset":345,"period":"daily"}"""] =
            api => api.GetSalesReportsAsync(
                new SalesReportListRequest { DateFrom = From, DateTo = To, Limit = 211, Offset = 345, Period = SalesReportPeriod.Daily }),
        ["/api/finance/v1/sales-reports/detailed/9007199254740993 {}"] = api => Read(api.GetSalesReportRowsAsync(BigId, new SalesReportByIdRequest())),
        ["""/api/finance/v1/sales-reports/detailed {"dateFrom":"2026-03-17","dateTo":"2026-03-20","limit":100000,"rrdId":9007199254740993,"period":"weekly","fields":["rrdId","forPay"]}"""] =
            api => Read(api.GetSalesReportRowsByPeriodAsync(new SalesReportRowsRequest
            {
                DateFrom = From,
                DateTo = To,
                Limit = 100_000,
                RrdId = BigId,
                Period = SalesReportPeriod.Weekly,
                Fields = [SalesReportField.RrdId, SalesReportField.ForPay],
            })),
        ["""/api/finance/v1/acquiring/list {"dateFrom":"2026-03-17","dateTo":"2026-03-20","offset":10}"""] =
            api => api.GetAcquiringReportsAsync(new AcquiringReportListRequest { DateFrom = From, DateTo = To, Offset = 10 }),
        ["""/api/finance/v1/acquiring/detailed/7 {"limit":1,"rrdId":5}"""] =
            api => Read(api.GetAcquiringReportRowsAsync(7, new AcquiringReportByIdRequest { Limit = 1, RrdId = 5 })),
        ["""/api/finance/v1/acquiring/detailed {"dateFrom":"2026-03-17","dateTo":"2026-03-20"}"""] =
            api => Read(api.GetAcquiringReportRowsByPeriodAsync(new AcquiringReportRowsRequest { DateFrom = From, DateTo = To })),
    };

    public static TheoryData<string> Expected => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_call_asks_for_exactly_this(string expected)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
        try
        {
            using var host = new FakeFinanceHost(expected.Contains("balance", StringComparison.Ordinal) || expected.StartsWith("/ping", StringComparison.Ordinal) ? "{}" : "[]");
            await Calls[expected](host.Api);
            (string path, string body) = Assert.Single(host.Requests);
            Assert.Equal(expected, $"{path} {body}");
            Assert.Equal([body.Length == 0 ? null : body.Length], host.Lengths);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_001)]
    public void A_limit_that_WB_does_not_take_is_refused_at_once(int limit)
    {
        Assert.Equal("Limit", Assert.Throws<ArgumentOutOfRangeException>(() => new SalesReportByIdRequest { Limit = limit }).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SalesReportRowsRequest { DateFrom = From, DateTo = To, Limit = limit });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AcquiringReportRowsRequest { DateFrom = From, DateTo = To, Limit = limit });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SalesReportListRequest { DateFrom = From, DateTo = To, Limit = limit });
        ArgumentOutOfRangeException exception =
            Assert.Throws<ArgumentOutOfRangeException>(() => new AcquiringReportListRequest { DateFrom = From, DateTo = To, Limit = limit });
        Assert.Contains("1 to 1,000", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_holds_a_thousand_reports_at_most() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SalesReportListRequest { DateFrom = From, DateTo = To, Limit = 1_001 });

    private static async Task Read<T>(IAsyncEnumerable<T> rows)
    {
        await foreach (T row in rows)
            Assert.Fail("There are none.");
    }
}
