using System.Net;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Serialization;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Telemetry;

// Listeners hear the whole process: nothing else may call meanwhile.
[Collection(nameof(TelemetryTests))]
public sealed class UnknownMemberTests
{
    private const string Counter = "wildberries.client.unknown_members";
    private static readonly DateOnly Day = new(2026, 3, 16);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_counted_by_operation_and_name_at_any_depth_and_never_by_value()
    {
        using var listener = new CollectingListener();
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, """{"data":[{"id":1,"mood":"secret one","types":[{"id":1,"weight":"secret two"},{"id":2,"weight":3}]}],"next":7}""");
        await wb.Client.Common.GetNewsAsync(fromId: 1, cancellationToken: Cancel);

        CollectingListener.Measurement[] counted = listener.Of(Counter);
        Assert.Equal(
            [("mood", 1), ("next", 1), ("weight", 2)], counted.Select(one => ((string)one.Tags["wildberries.member"]!, one.Value)).Order());
        Assert.All(counted, one => Assert.Equal("Common.GetNews", one.Tags["wildberries.operation"]));
        Assert.All(counted, one => Assert.Equal("common-api.wildberries.ru", one.Tags["server.address"]));
        Assert.DoesNotContain(listener.Measurements.SelectMany(one => one.Tags.Values), value => value is string text && text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Streamed_rows_are_counted_too_each_once()
    {
        using var listener = new CollectingListener();
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, """[{"rrdId":1,"forPay":"1","newSum":2},{"rrdId":2},{"rrdId":3,"newSum":4,"newDay":"2026-03-16"}]""");
        var rows = new List<SalesReportRow>();
        await foreach (SalesReportRow row in wb.Client.Finance.GetSalesReportRowsAsync(1, new SalesReportByIdRequest(), Cancel))
            rows.Add(row);
        Assert.Equal(["newDay", "newSum", "newSum"], listener.Of(Counter).Select(one => (string)one.Tags["wildberries.member"]!).Order(StringComparer.Ordinal));
        Assert.Equal(4, rows[2].AdditionalProperties!["newSum"].GetInt32());
    }

    [Fact]
    public async Task Lists_are_counted_and_nothing_is_where_all_is_known()
    {
        using var listener = new CollectingListener();
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, """[{"advertId":1,"more":true}]""").Answer(HttpStatusCode.OK, """[{"advertId":1}]""");
        await wb.Client.Advert.GetExpensesAsync(Day, Day, Cancel);
        Assert.Single(listener.Of(Counter));
        await wb.Elapse(wb.Client.Advert.GetExpensesAsync(Day, Day, Cancel));
        Assert.Single(listener.Of(Counter));
    }

    [Fact]
    public async Task Of_more_than_a_thousand_in_a_model_the_first_are_kept_and_all_are_counted_under_few_names()
    {
        using var listener = new CollectingListener();
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, $$"""{"name":"A",{{string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"m{i}\":{i}"))}},"tradeMark":"B"}""");
        SellerInfo seller = await wb.Client.Common.GetSellerInfoAsync(Cancel);

        Assert.Equal(("A", "B"), (seller.Name, seller.TradeMark));
        Assert.Equal(Enumerable.Range(0, 1_000).Select(i => $"m{i}"), seller.AdditionalProperties!.Keys);
        Assert.Equal(999, seller.AdditionalProperties["m999"].GetInt32());
        CollectingListener.Measurement[] counted = listener.Of(Counter);
        Assert.Equal(50_000, counted.Sum(one => one.Value));
        Assert.Equal(counted.Length, counted.Select(one => one.Tags["wildberries.member"]).Distinct().Count());
        Assert.InRange(counted.Length, 2, 33);
        Assert.InRange(Assert.Single(counted, one => "_other".Equals(one.Tags["wildberries.member"])).Value, 49_968, 50_000);
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_is_kept_behind_any_number_of_unknown_ones()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, $$"""{{{string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"m{i}\":{i}"))}},"name":["?"],"tradeMark":"B"}""");
        SellerInfo seller = await wb.Client.Common.GetSellerInfoAsync(Cancel);

        Assert.Equal("B", seller.TradeMark);
        Assert.Equal(1_000, seller.AdditionalProperties!.Count);
        Assert.Equal("[\"?\"]", Assert.Single(seller.UnreadableProperties, one => one.Key == "name").Value.GetRawText());
    }

    [Fact]
    public async Task Nobody_looks_for_them_while_all_is_known()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, """{"data":[{"id":1}]}""");
        long seen = UnknownMembers.Seen;
        await wb.Client.Common.GetNewsAsync(fromId: 1, cancellationToken: Cancel);
        Assert.Equal(seen, UnknownMembers.Seen);
    }
}
