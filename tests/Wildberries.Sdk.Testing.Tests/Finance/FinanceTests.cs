using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Finance;

public sealed class FinanceTests
{
    private const string Days = "\"dateFrom\":\"2026-08-01\",\"dateTo\":\"2026-08-31\"";

    private static readonly DateOnly Monday = new(2026, 8, 3);

    [Fact]
    public async Task The_balance_is_told_as_set()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Emulator.Finance.Balance = 12.5m;
        Assert.Equal(
            """{"currency":"RUB","current":12.5,"for_withdraw":6395.8}""",
            (await harness.GetJsonAsync("finance-api/api/v1/account/balance")).GetRawText());
    }

    [Fact]
    public async Task Reports_are_listed_by_period_kind_and_place()
    {
        await using Harness harness = await Harness.StartAsync(options => options.RateLimits = false);
        EmulatedFinancialReport first = harness.Emulator.Finance.AddSalesReport(Monday, Monday.AddDays(6), 30, seed: 1);
        EmulatedFinancialReport second = harness.Emulator.Finance.AddSalesReport(Monday.AddDays(7), Monday.AddDays(13), 30, seed: 2, reportType: 2);
        EmulatedFinancialReport daily = harness.Emulator.Finance.AddSalesReport(Monday, Monday, 3);
        harness.Emulator.Finance.AddAcquiringReport(Monday, Monday.AddDays(6), 5);

        Assert.Equal([first.ReportId, second.ReportId], await IdsAsync($"{{{Days}}}"));
        Assert.Equal([second.ReportId], await IdsAsync($"{{{Days},\"offset\":1,\"limit\":7}}"));
        Assert.Equal([daily.ReportId], await IdsAsync($"{{{Days},\"period\":\"daily\"}}"));
        Assert.Equal([first.ReportId], await IdsAsync("""{"dateFrom":"2026-08-09T23:59:59","dateTo":"2026-08-09"}"""));
        Assert.Empty(await IdsAsync("""{"dateFrom":"2025-08-09","dateTo":"2025-08-10"}"""));

        async Task<IEnumerable<long>> IdsAsync(string body) =>
            (await PostAsync(harness, "sales-reports/list", body))?.EnumerateArray().Select(r => r.GetProperty("reportId").GetInt64()) ?? [];
    }

    [Theory]
    [InlineData("sales-reports")]
    [InlineData("acquiring")]
    public async Task Rows_come_in_pages_and_are_the_same_every_time(string kind)
    {
        await using Harness harness = await Harness.StartAsync(options => options.RateLimits = false);
        EmulatedFinance finance = harness.Emulator.Finance;
        finance.AddSalesReport(Monday, Monday.AddDays(6), 10, seed: 1);
        finance.AddAcquiringReport(Monday, Monday.AddDays(6), 10, seed: 1);
        finance.AddSalesReport(Monday.AddDays(7), Monday.AddDays(13), 5, seed: 2);
        finance.AddAcquiringReport(Monday.AddDays(7), Monday.AddDays(13), 5, seed: 2);
        EmulatedFinancialReport report = (kind == "acquiring" ? finance.AcquiringReports : finance.SalesReports)[0];
        string byId = string.Create(CultureInfo.InvariantCulture, $"{kind}/detailed/{report.ReportId}");

        string whole = (await PostAsync(harness, byId, "{}"))!.Value.GetRawText();
        Assert.Equal(whole, (await PostAsync(harness, byId, "{}"))!.Value.GetRawText());

        var ids = new List<long>();
        string pages = "";
        while (await PostAsync(harness, byId, string.Create(CultureInfo.InvariantCulture, $"{{\"limit\":4,\"rrdId\":{ids.LastOrDefault()}}}")) is { } page)
        {
            ids.AddRange(page.EnumerateArray().Select(row => row.GetProperty("rrdId").GetInt64()));
            pages += page.GetRawText()[1..^1] + ",";
        }

        Assert.Equal(Enumerable.Range(0, 10).Select(i => report.FirstRrdId + (3 * i)), ids);
        Assert.Equal(whole, $"[{pages[..^1]}]");

        Assert.Equal(15, (await PostAsync(harness, $"{kind}/detailed", $"{{{Days}}}"))!.Value.GetArrayLength());
        JsonElement some = (await PostAsync(harness, $"{kind}/detailed", $"{{{Days},\"fields\":[\"rrdId\",\"retailAmount\",\"unknown\"]}}"))!.Value;
        Assert.All(some.EnumerateArray(), row => Assert.Equal(["rrdId", "retailAmount"], row.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal).Reverse()));
    }

    [Fact]
    public async Task The_totals_are_those_of_the_rows()
    {
        await using Harness harness = await Harness.StartAsync(options => options.RateLimits = false);
        harness.Emulator.Finance.AddSalesReport(Monday, Monday.AddDays(6), 500, seed: 1);
        harness.Emulator.Finance.AddAcquiringReport(Monday, Monday.AddDays(6), 500, seed: 1);
        JsonElement sales = (await PostAsync(harness, "sales-reports/list", $"{{{Days}}}"))!.Value[0];
        JsonElement rows = (await PostAsync(harness, "sales-reports/detailed", $"{{{Days}}}"))!.Value;
        decimal retail = rows.EnumerateArray().Sum(row => Money(row, "retailAmount") * (row.GetProperty("docTypeName").GetString() == "Возврат" ? -1 : 1));
        Assert.Equal(retail, Money(sales, "retailAmountSum"));
        Assert.Equal(rows.EnumerateArray().Sum(row => Money(row, "penalty")), Money(sales, "penaltySum"));
        Assert.True(retail > 0);

        JsonElement acquiring = (await PostAsync(harness, "acquiring/list", $"{{{Days}}}"))!.Value[0];
        JsonElement payments = (await PostAsync(harness, "acquiring/detailed", $"{{{Days}}}"))!.Value;
        Assert.Equal(payments.EnumerateArray().Sum(row => Money(row, "acquiringFee")), Money(acquiring, "acquiringFeeSum"));

        static decimal Money(JsonElement holder, string name) => decimal.Parse(holder.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Members_can_come_under_the_names_of_September()
    {
        await using Harness harness = await Harness.StartAsync(options => options.RateLimits = false);
        harness.Emulator.Finance.AddSalesReport(Monday, Monday.AddDays(6), 1);
        JsonElement row = (await PostAsync(harness, "sales-reports/detailed", $"{{{Days}}}"))!.Value[0];
        Assert.Equal(JsonValueKind.String, row.GetProperty("sellerPromo").ValueKind);
        Assert.False(row.TryGetProperty("documentType", out _));

        harness.Emulator.Finance.SendsEarlierNames = true;
        row = (await PostAsync(harness, "sales-reports/detailed", $"{{{Days}}}"))!.Value[0];
        Assert.Equal(JsonValueKind.Number, row.GetProperty("sellerPromo").ValueKind);
        Assert.True(row.TryGetProperty("documentType", out _));
        Assert.False(row.TryGetProperty("docTypeName", out _));

        harness.Emulator.Finance.AddAcquiringReport(Monday, Monday.AddDays(6), 1);
        row = (await PostAsync(harness, "acquiring/detailed", $"{{{Days}}}"))!.Value[0];
        Assert.True(row.TryGetProperty("docTypeName", out _));
        harness.Emulator.Finance.SendsEarlierNames = false;
        row = (await PostAsync(harness, "acquiring/detailed", $"{{{Days}}}"))!.Value[0];
        Assert.True(row.TryGetProperty("documentType", out _));
        Assert.False(row.TryGetProperty("docTypeName", out _));
    }

    [Theory]
    [InlineData("sales-reports/list", "{\"dateTo\":\"2026-08-31\"}", 400)]
    [InlineData("sales-reports/list", "{" + Days + ",\"limit\":1001}", 400)]
    [InlineData("sales-reports/list", "{" + Days + ",\"period\":\"monthly\"}", 400)]
    [InlineData("sales-reports/detailed", "{" + Days + ",\"limit\":100001}", 400)]
    [InlineData("acquiring/detailed", "{\"dateFrom\":\"01.08.2026\",\"dateTo\":\"2026-08-31\"}", 400)]
    [InlineData("acquiring/list", "[]", 400)]
    [InlineData("acquiring/list", "not JSON", 400)]
    [InlineData("acquiring/list", "", 400)]
    [InlineData("sales-reports/detailed/1", "{}", 404)]
    [InlineData("acquiring/detailed/1", "{}", 404)]
    [InlineData("acquiring/detailed/one", "{}", 400)]
    [InlineData("acquiring/list", "{" + Days + "}", 204)]
    [InlineData("sales-reports/detailed", "{" + Days + "}", 204)]
    public async Task Requests_that_make_no_sense_are_refused_and_what_is_not_there_is_empty(string path, string body, int status)
    {
        await using Harness harness = await Harness.StartAsync();
        using HttpResponseMessage response = await SendAsync(harness, path, body);
        Assert.Equal(status, (int)response.StatusCode);
    }

    private static async Task<JsonElement?> PostAsync(Harness harness, string path, string body)
    {
        using HttpResponseMessage response = await SendAsync(harness, path, body);
        if ((int)response.StatusCode == 204)
            return null;
        Assert.Equal(200, (int)response.StatusCode);
        return await Harness.ReadAsync(response);
    }

    private static async Task<HttpResponseMessage> SendAsync(Harness harness, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"finance-api/api/finance/v1/{path}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        return await harness.SendAsync(request);
    }
}
