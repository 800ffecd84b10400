using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Tests.BuyerChat;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.FbsOrders;

public sealed partial class FbsOrdersHelperTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_orders_are_followed_under_a_name_of_their_own()
    {
        int asked = 0;
        var time = new JumpingTimeProvider();
        using FakeHost<IFbsOrdersApi> host = Host(time, _ => asked++ == 0 ? """{"orders":[{"id":5},{"id":4}]}""" : """{"orders":[{"id":4},{"id":5},{"id":6}]}""");
        var store = new InMemoryStateStore();
        List<long> ids = [];
        await foreach (NewFbsOrder order in host.Api.StreamNewOrdersAsync(store, "seller", Cancel))
        {
            ids.Add(order.Id);
            if (ids.Count == 3)
                break;
        }

        Assert.Equal([4, 5, 6], ids);
        Assert.Equal([TimeSpan.FromSeconds(30)], time.Waits);
        Assert.NotNull(await store.ReadAsync("seller", "new-fbs-orders", Cancel));
        Assert.Throws<ArgumentNullException>("options", () => host.Api.StreamNewOrdersAsync(store, "seller", null!, Cancel));
    }

    [Fact]
    public async Task Statuses_of_any_number_are_read_and_those_that_are_missing_are_named()
    {
        using FakeHost<IFbsOrdersApi> host = Host(new FakeTimeProvider(), request => Statuses(request, id => id % 2 == 0 ? "complete" : null));
        OrderStatuses<FbsOrderStatus> statuses = await host.Api.GetStatusesAsync(Enumerable.Range(1, 1_500).Select(id => (long)id), Cancel);
        Assert.Equal(750, statuses.Found.Count);
        Assert.All(statuses.Found, status => Assert.Equal(SupplierStatus.Complete, status.SupplierStatus));
        Assert.Equal([1, 3, 5], statuses.Missing.Take(3));
        Assert.Equal(2, host.Requests.Count);
    }

    [Fact]
    public async Task Changes_of_statuses_are_reported()
    {
        int asked = 0;
        using FakeHost<IFbsOrdersApi> host = Host(new JumpingTimeProvider(), request => Statuses(request, _ => asked++ < 2 ? "new" : "confirm"));
        await foreach (OrderStatusChange<FbsOrderStatus> change in host.Api.WatchStatusesAsync([7], cancellationToken: Cancel))
        {
            Assert.Equal((7, SupplierStatus.New, SupplierStatus.Confirm), (change.OrderId, change.Previous?.SupplierStatus, change.Current.SupplierStatus));
            break;
        }

        Assert.Equal(3, host.Requests.Count);
    }

    [Fact]
    public async Task A_period_is_read_from_the_archive_and_from_the_list_each_order_once()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        using FakeHost<IFbsOrdersApi> host = Host(time, request => request.RequestUri!.AbsolutePath.EndsWith("archive", StringComparison.Ordinal)
            ? Archive(request.RequestUri.Query)
            : List(request.RequestUri.Query));
        List<FbsOrderRecord> orders = [];
        await foreach (FbsOrderRecord order in host.Api.StreamOrdersAsync(
            new DateTimeOffset(2026, 7, 10, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), Cancel))
        {
            orders.Add(order);
        }

        // July has one order before the period; order 3 is in both.
        Assert.Equal([2, 3, 4, 5], orders.Select(order => order.Id));
        Assert.Equal([true, true, false, false], orders.Select(order => order.Archived is not null));
        Assert.Equal((new DateOnly(2026, 7, 10), null, 370, CargoType.Large, "seller-7", 1_020m), (orders[0].CreatedOn, orders[0].CreatedAt, orders[0].NmId, orders[0].CargoType, orders[0].Article, orders[0].PriceHundredths));
        Assert.Equal(SupplierStatus.Complete, orders[0].Archived?.Status?.SupplierStatus);
        Assert.Equal((new DateOnly(2026, 11, 19), "WB-GI-1"), (orders[3].CreatedOn, orders[3].SupplyId));
        Assert.NotNull(orders[3].Order);

        string[] archive = [.. host.Requests.Where(request => request.Contains("archive", StringComparison.Ordinal))];
        Assert.Equal(
            ["?year=2026&month=7&next=0&limit=1000", "?year=2026&month=7&next=2&limit=1000", "?year=2026&month=8&next=0&limit=1000"],
            archive.Select(request => request[request.IndexOf('?', StringComparison.Ordinal)..]));

        // Three months in parts of less than thirty days, from the border until tomorrow: the clock may be behind WB's.
        (long From, long To)[] parts = [.. host.Requests.Except(archive).Select(request => (Query(request, "dateFrom"), Query(request, "dateTo"))).Distinct()];
        Assert.Equal(4, parts.Length);
        Assert.Equal(new DateTimeOffset(2026, 8, 20, 12, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), parts[0].From);
        Assert.Equal(time.GetUtcNow().AddDays(1).ToUnixTimeSeconds(), parts[^1].To);
    }

    [Fact]
    public async Task A_recent_period_asks_the_list_only_and_an_old_one_the_archive_only()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        using FakeHost<IFbsOrdersApi> host = Host(time, _ => EmptyLists.Json);
        await DrainAsync(host.Api.StreamOrdersAsync(time.GetUtcNow().AddDays(-2), time.GetUtcNow(), Cancel));
        await DrainAsync(host.Api.StreamOrdersAsync(new DateTimeOffset(2025, 12, 31, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Cancel));
        Assert.Equal(
            [
                $"GET /api/v3/orders?limit=1000&next=0&dateFrom={time.GetUtcNow().AddDays(-2).ToUnixTimeSeconds()}&dateTo={time.GetUtcNow().ToUnixTimeSeconds()}",
                "GET /api/marketplace/v3/fbs/orders/archive?year=2025&month=12&next=0&limit=1000",
                "GET /api/marketplace/v3/fbs/orders/archive?year=2026&month=1&next=0&limit=1000",
            ],
            host.Requests);
        Assert.Throws<ArgumentException>("to", () => host.Api.StreamOrdersAsync(time.GetUtcNow(), time.GetUtcNow().AddSeconds(-1), Cancel));
    }

    [Fact]
    public async Task A_sticker_without_its_declaration_is_set_apart_with_one_refusal()
    {
        using var wb = new FakeWildberries();
        wb.Answer(System.Net.HttpStatusCode.Conflict, """{"code":"CustomsDeclarationIsRequired","message":"Customs declaration is required"}""")
            .Answer(System.Net.HttpStatusCode.OK, """{"orders":[{"id":1,"metaDetails":[{"key":"customsDeclaration","value":null,"decision":"filled"}]},{"id":2,"metaDetails":[{"key":"customsDeclaration","value":null,"decision":"required"}]},{"id":3,"metaDetails":[]}]}""")
            .Answer(System.Net.HttpStatusCode.OK, """{"stickers":[{"orderId":3,"partA":"231648","partB":"9753","barcode":"!uKEtQZVx","file":"XlhBXlha"}]}""");
        StickerResult<long> result = await wb.Elapse(wb.Client.FbsOrders.GetStickersAsync(
            [1, 2, 3], new StickerOptions { Format = StickerFormat.ZplVertical, Size = StickerSize.Width40Height30 }, Cancel));
        Sticker<long> sticker = Assert.Single(result.Stickers);
        Assert.Equal((3, "231648", "9753", "!uKEtQZVx"), (sticker.Id, sticker.PartA, sticker.PartB, sticker.Barcode));
        Assert.Equal([1], result.Missing);
        Assert.Equal([(2, "CustomsDeclarationIsRequired")], result.Refused.Select(refusal => (refusal.Id, refusal.Exception.Code)));
        Assert.Equal(
            [
                "/api/v3/orders/stickers?type=zplv&width=40&height=30 {\"orders\":[1,2,3]}",
                "/api/marketplace/v3/orders/meta {\"orders\":[1,2,3]}",
                "/api/v3/orders/stickers?type=zplv&width=40&height=30 {\"orders\":[1,3]}",
            ],
            wb.Arrivals.Select(arrival => $"{arrival.Uri.PathAndQuery} {arrival.Body}"));
    }

    [Fact]
    public async Task Formats_that_WB_does_not_have_are_refused()
    {
        using FakeHost<IFbsOrdersApi> host = Host(new FakeTimeProvider(), _ => "{}");
        await Assert.ThrowsAsync<ArgumentException>("options", () => host.Api.GetStickersAsync([1], new StickerOptions { Format = StickerFormat.Pdf }, Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("options", () => host.Api.GetStickersAsync([1], new StickerOptions { Size = (StickerSize)7 }, Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("orderIds", () => host.Api.GetStickersAsync([0], cancellationToken: Cancel));
        Assert.Empty(host.Requests);
    }

    [Fact]
    public async Task Cross_border_stickers_are_waited_for_as_long_as_the_caller_says()
    {
        int asked = 0;
        var time = new JumpingTimeProvider();
        using FakeHost<IFbsOrdersApi> host = Host(time, request =>
        {
            bool isLate = asked++ > 1;
            IEnumerable<string> rows = Ids(request).Where(id => id != 9).Select(id => id == 1 || isLate
                ? $$"""{"orderId":{{id}},"status":"ready","parcelId":"WB{{id}}","file":"JVBERg==","partA":"1","partB":"2","barcode":"x"}"""
                : $$"""{"orderId":{{id}},"status":"awaitingTrackNumber","parcelId":"","file":"","partA":"","partB":"","barcode":""}""");
            return $$"""{"stickers":[{{string.Join(',', rows)}}]}""";
        });
        StickerResult<long> result = await host.Api.GetCrossBorderStickersAsync([3, 1, 9], TimeSpan.Zero, Cancel);
        Assert.Equal([1], result.Stickers.Select(sticker => sticker.Id));
        Assert.Equal([9], result.Missing);
        Assert.Equal([3], result.NotReady);
        Assert.Empty(time.Waits);

        asked = 0;
        result = await host.Api.GetCrossBorderStickersAsync([3, 1, 9], TimeSpan.FromMinutes(1), Cancel);
        Assert.Equal([3, 1], result.Stickers.Select(sticker => sticker.Id));
        Assert.Equal(("WB3", StickerFormat.Pdf), (result.Stickers[0].ParcelId, result.Stickers[0].Format));
        Assert.Equal([9], result.Missing);
        Assert.Empty(result.NotReady);
        Assert.Equal([TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10)], time.Waits);

        asked = int.MinValue;
        result = await host.Api.GetCrossBorderStickersAsync([3], TimeSpan.FromSeconds(25), Cancel);
        Assert.Equal([3], result.NotReady);
        Assert.Equal(TimeSpan.FromSeconds(5), time.Waits[^1]);
    }

    [Fact]
    public async Task Cross_border_orders_that_WB_refuses_are_told_of_after_a_wait_too()
    {
        using var wb = new FakeWildberries();
        wb.Answer(System.Net.HttpStatusCode.Conflict, """{"code":"CustomsDeclarationIsRequired"}""")
            .Answer(System.Net.HttpStatusCode.Conflict, """{"code":"CustomsDeclarationIsRequired"}""")
            .Answer(System.Net.HttpStatusCode.OK, """{"stickers":[{"orderId":2,"status":"awaitingTrackNumber"}]}""")
            .Answer(System.Net.HttpStatusCode.OK, """{"stickers":[{"orderId":2,"status":"ready","file":"JVBERg=="}]}""");
        StickerResult<long> result = await wb.Elapse(wb.Client.FbsOrders.GetCrossBorderStickersAsync([1, 2], TimeSpan.FromMinutes(1), Cancel));
        Assert.Equal([2], result.Stickers.Select(sticker => sticker.Id));
        Assert.Equal([(1, "CustomsDeclarationIsRequired")], result.Refused.Select(refusal => (refusal.Id, refusal.Exception.Code)));
        Assert.Equal(4, wb.Arrivals.Count);
    }

    private static FakeHost<IFbsOrdersApi> Host(TimeProvider time, Func<HttpRequestMessage, string> answer)
    {
        var host = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, answer);
        ClientClock.Note(host.Api, time);
        return host;
    }

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> rows)
    {
        await foreach (T row in rows)
            Assert.Fail(row?.ToString());
    }

    private static long[] Ids(HttpRequestMessage request)
    {
        using var body = JsonDocument.Parse(request.Content!.ReadAsStringAsync().GetAwaiter().GetResult());
        return [.. body.RootElement.GetProperty("orders").EnumerateArray().Select(id => id.GetInt64())];
    }

    private static string Statuses(HttpRequestMessage request, Func<long, string?> statusOf)
    {
        string[] rows =
        [
            .. from id in Ids(request)
               let status = statusOf(id)
               where status is not null
               select $$"""{"id":{{id}},"supplierStatus":"{{status}}","wbStatus":"waiting"}""",
        ];
        return $$"""{"orders":[{{string.Join(',', rows)}}]}""";
    }

    private static string Archive(string query) => (Query(query, "month"), Query(query, "next")) switch
    {
        (7, 0) => """{"next":2,"orders":[{"id":1,"createdAt":"2026-07-09"},{"id":2,"createdAt":"2026-07-10","cargoType":"kgtPlus","product":{"nmId":370,"article":"seller-7"},"priceInfo":{"price":1020},"status":{"supplierStatus":"complete"}}]}""",
        (8, 0) => """{"next":null,"orders":[{"id":3,"createdAt":"2026-08-20"}]}""",
        _ => """{"next":null,"orders":[]}""",
    };

    private static string List(string query)
    {
        (long Id, DateTimeOffset At)[] all =
        [
            (3, new(2026, 8, 20, 13, 0, 0, TimeSpan.Zero)),
            (4, new(2026, 9, 30, 0, 0, 0, TimeSpan.Zero)),
            (5, new(2026, 11, 19, 23, 0, 0, TimeSpan.Zero)),
        ];
        long from = Query(query, "dateFrom"), to = Query(query, "dateTo"), next = Query(query, "next");
        (long Id, DateTimeOffset At)[] found = [.. all.Where(order => order.At.ToUnixTimeSeconds() >= from && order.At.ToUnixTimeSeconds() <= to && order.Id > next).Take(1)];
        string rows = string.Join(',', found.Select(order => $$"""{"id":{{order.Id}},"supplyId":"WB-GI-1","createdAt":"{{order.At:yyyy-MM-dd'T'HH:mm:ss'Z'}}"}"""));
        return $$"""{"next":{{(found.Length > 0 ? found[^1].Id : 0)}},"orders":[{{rows}}]}""";
    }

    private static long Query(string query, string name) =>
        long.Parse(Number().Matches(query).First(match => match.Groups[1].Value == name).Groups[2].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\w+)=(\d+)")]
    private static partial Regex Number();
}
