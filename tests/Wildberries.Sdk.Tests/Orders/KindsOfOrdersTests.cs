using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.DbwOrders;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.PickupOrders;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Tests.BuyerChat;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Orders;

/// <summary>What the kinds of orders other than FBS share; FBS has tests of its own.</summary>
public sealed class KindsOfOrdersTests
{
    private static readonly Dictionary<string, Kind> Kinds = new()
    {
        ["dbs"] = Of<IDbsOrdersApi>(
            DbsOrdersJsonContext.Default,
            "/api/v3/dbs/orders",
            "/api/marketplace/v3/dbs/orders/status/info",
            (api, store, token) => Ids(api.StreamNewOrdersAsync(store, "seller", token), order => order.Id),
            (api, from, to, token) => Ids(api.StreamOrdersAsync(from, to, token), order => order.Id),
            async (api, ids, token) => Plain(await api.GetStatusesAsync(ids, token), status => status.OrderId),
            (api, ids, token) => Ids(api.WatchStatusesAsync(ids, cancellationToken: token), change => change.OrderId)),
        ["dbw"] = Of<IDbwOrdersApi>(
            DbwOrdersJsonContext.Default,
            "/api/v3/dbw/orders",
            "/api/v3/dbw/orders/status",
            (api, store, token) => Ids(api.StreamNewOrdersAsync(store, "seller", token), order => order.Id),
            (api, from, to, token) => Ids(api.StreamOrdersAsync(from, to, token), order => order.Id),
            async (api, ids, token) => Plain(await api.GetStatusesAsync(ids, token), status => status.Id),
            (api, ids, token) => Ids(api.WatchStatusesAsync(ids, cancellationToken: token), change => change.OrderId)),
        ["pickup"] = Of<IPickupOrdersApi>(
            PickupOrdersJsonContext.Default,
            "/api/v3/click-collect/orders",
            "/api/marketplace/v3/click-collect/orders/status/info",
            (api, store, token) => Ids(api.StreamNewOrdersAsync(store, "seller", token), order => order.Id),
            (api, from, to, token) => Ids(api.StreamOrdersAsync(from, to, token), order => order.Id),
            async (api, ids, token) => Plain(await api.GetStatusesAsync(ids, token), status => status.OrderId),
            (api, ids, token) => Ids(api.WatchStatusesAsync(ids, cancellationToken: token), change => change.OrderId)),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task New_orders_come_once_under_a_name_of_their_own(string name)
    {
        int asked = 0;
        var store = new InMemoryStateStore();
        using IHost host = Kinds[name].Host(_ => asked++ == 0 ? """{"orders":[{"id":5},{"id":4}]}""" : """{"orders":[{"id":4},{"id":5},{"id":6}]}""");
        Assert.Equal([4, 5, 6], await TakeAsync(host.NewOrders(store, Cancel), 3));
        Assert.Equal([$"GET {Kinds[name].Path}/new", $"GET {Kinds[name].Path}/new"], host.Requests);
        Assert.NotNull(await store.ReadAsync("seller", $"new-{name}-orders", Cancel));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Finished_orders_are_read_over_all_periods_and_pages(string name)
    {
        var from = new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero);
        using IHost host = Kinds[name].Host(request => request.RequestUri!.Query.Contains("next=0", StringComparison.Ordinal)
            ? """{"next":7,"orders":[{"id":7},{"id":8}]}"""
            : """{"next":0,"orders":[]}""");

        // WB gives the same ones for each period here: they come once.
        Assert.Equal([7, 8], await TakeAsync(host.Orders(from, from.AddDays(40), Cancel), int.MaxValue));
        long start = from.ToUnixTimeSeconds(), middle = start + (29 * 24 * 60 * 60), end = from.AddDays(40).ToUnixTimeSeconds();
        Assert.Equal(
            [
                $"GET {Kinds[name].Path}?limit=1000&next=0&dateFrom={start}&dateTo={middle}",
                $"GET {Kinds[name].Path}?limit=1000&next=7&dateFrom={start}&dateTo={middle}",
                $"GET {Kinds[name].Path}?limit=1000&next=0&dateFrom={middle}&dateTo={end}",
                $"GET {Kinds[name].Path}?limit=1000&next=7&dateFrom={middle}&dateTo={end}",
            ],
            host.Requests);
        Assert.Throws<ArgumentException>("to", () => host.Orders(from, from.AddSeconds(-1), Cancel));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Statuses_of_any_number_are_read_and_those_that_are_missing_are_named(string name)
    {
        using IHost host = Kinds[name].Host(request => Statuses(request, _ => "confirm"));
        (List<long> found, IReadOnlyList<long> missing) = await host.Statuses(Enumerable.Range(1, 1_200).Select(id => (long)id), Cancel);
        Assert.Equal(Enumerable.Range(1, 1_200).Where(id => id % 3 == 0).Select(id => (long)id), found);
        Assert.Equal(800, missing.Count);
        Assert.Equal(2, host.Requests.Count);
        Assert.All(host.Requests, request => Assert.StartsWith($"POST {Kinds[name].StatusPath} ", request, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Changes_of_statuses_are_reported(string name)
    {
        int asked = 0;
        using IHost host = Kinds[name].Host(request => Statuses(request, id => asked > 2 && id == 6 ? "cancel" : "new", () => asked++));
        Assert.Equal([6], await TakeAsync(host.Watch([3, 6], Cancel), 1));
        Assert.Equal(3, host.Requests.Count);
    }

    [Fact]
    public async Task A_page_that_WB_would_refuse_costs_no_request()
    {
        const long From = 1_790_000_000, Longest = 30 * 24 * 60 * 60;
        using var wb = new FakeWildberries();
        foreach (Func<long, long, Task> get in (Func<long, long, Task>[])
        [
            (next, to) => wb.Client.DbwOrders.GetFinishedOrdersAsync(1, next, From, to, Cancel),
            (next, to) => wb.Client.DbsOrders.GetFinishedOrdersAsync(1, next, From, to, Cancel),
            (next, to) => wb.Client.PickupOrders.GetFinishedOrdersAsync(1, next, From, to, Cancel),
        ])
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>("next", () => get(-1, From));
            await Assert.ThrowsAsync<ArgumentException>("dateTo", () => get(0, From - 1));
            await Assert.ThrowsAsync<ArgumentException>("dateTo", () => get(0, From + Longest + 1));
        }

        Assert.Empty(wb.Arrivals);
    }

    [Fact]
    public async Task Orders_of_all_kinds_are_read_in_one_loop()
    {
        const string Order = """
            {"next":0,"orders":[{"id":5,"rid":"r.1","createdAt":"2026-08-01T10:00:00Z","warehouseId":1,"nmId":2,"chrtId":3,"article":"a","skus":["s"],"cargoType":1,
              "price":100,"convertedPrice":200,"currencyCode":643,"convertedCurrencyCode":398,"isZeroOrder":true}]}
            """;
        DateTimeOffset from = new(2026, 8, 1, 0, 0, 0, TimeSpan.Zero), to = from.AddDays(1);
        using var fbs = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, Order);
        ClientClock.Note(fbs.Api, new FakeTimeProvider(to));
        using var dbw = new FakeHost<IDbwOrdersApi>(DbwOrdersJsonContext.Default, Order);
        using var dbs = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, Order);
        using var pickup = new FakeHost<IPickupOrdersApi>(PickupOrdersJsonContext.Default, Order);
        IAsyncEnumerable<IOrderRecord>[] all =
        [
            fbs.Api.StreamOrdersAsync(from, to, Cancel), dbw.Api.StreamOrdersAsync(from, to, Cancel), dbs.Api.StreamOrdersAsync(from, to, Cancel), pickup.Api.StreamOrdersAsync(from, to, Cancel),
        ];
        foreach (IAsyncEnumerable<IOrderRecord> kind in all)
        {
            IOrderRecord order = await kind.SingleAsync(Cancel);
            Assert.Equal(
                (5, "r.1", from.AddHours(10), 1, 2, 3, "a", "s", CargoType.Small, 100m, 200m, 643, 398, true),
                (order.Id, order.Rid, order.CreatedAt, order.WarehouseId, order.NmId, order.ChrtId, order.Article, Assert.Single(order.Skus), order.CargoType,
                    order.PriceHundredths, order.ConvertedPriceHundredths, order.CurrencyCode, order.ConvertedCurrencyCode, order.IsZeroOrder));
        }
    }

    [Fact]
    public async Task A_sticker_of_DBS_that_spoils_its_batch_is_found()
    {
        using var wb = new FakeWildberries();
        for (int i = 0; i < 5; i++)
        {
            wb.Answer(async (request, token) =>
            {
                string body = await request.Content!.ReadAsStringAsync(token);
                bool isBad = body.Contains('3', StringComparison.Ordinal);
                return new HttpResponseMessage(isBad ? System.Net.HttpStatusCode.BadRequest : System.Net.HttpStatusCode.OK)
                {
                    Content = new StringContent(isBad
                        ? """{"code":"StatusMismatch","message":"no"}"""
                        : $$"""{"stickers":[{{string.Join(',', RequestIds(body).Select(id => $$"""{"orderId":{{id}},"partA":"1","partB":"2","barcode":"b","file":"JVBERg=="}"""))}}]}"""),
                };
            });
        }

        StickerResult<long> result = await wb.Elapse(wb.Client.DbsOrders.GetStickersAsync([1, 2, 3, 4], Cancel));
        Assert.Equal([1, 2, 4], result.Stickers.Select(sticker => sticker.Id));
        Assert.Equal([3], result.Refused.Select(refusal => refusal.Id));
        Assert.Equal(StickerFormat.Pdf, result.Format);
    }

    [Fact]
    public async Task Stickers_of_DBW_come_in_the_callers_order_in_the_format_that_was_asked_for()
    {
        using var host = new FakeHost<IDbwOrdersApi>(
            DbwOrdersJsonContext.Default, """{"stickers":[{"orderId":1,"file":"XlhB"},{"orderId":2,"partA":"1","partB":"2","barcode":"b","file":"XlhB"}]}""");
        StickerResult<long> result = await host.Api.GetStickersAsync(
            [2, 3, 1], new StickerOptions { Format = StickerFormat.ZplHorizontal, Size = StickerSize.Width40Height30 }, Cancel);
        Assert.Equal([2, 1], result.Stickers.Select(sticker => sticker.Id));
        Assert.Equal([3], result.Missing);
        Assert.Equal(["""POST /api/v3/dbw/orders/stickers?type=zplh&width=40&height=30 {"orders":[2,3,1]}"""], host.Requests);
        await Assert.ThrowsAsync<ArgumentException>("options", () => host.Api.GetStickersAsync([1], new StickerOptions { Format = StickerFormat.Pdf }, Cancel));
    }

    private static string Statuses(HttpRequestMessage request, Func<long, string> statusOf, Action? asked = null)
    {
        asked?.Invoke();
        string body = request.Content!.ReadAsStringAsync().GetAwaiter().GetResult();
        IEnumerable<string> rows = RequestIds(body).Select(id => id % 3 == 0
            ? $$"""{"orderId":{{id}},"id":{{id}},"supplierStatus":"{{statusOf(id)}}","wbStatus":"waiting","errors":[]}"""
            : $$"""{"orderId":{{id}},"supplierStatus":"","wbStatus":"","errors":[{"code":404,"detail":"NotFound"}]}""");
        return $$"""{"orders":[{{string.Join(',', rows)}}]}""";
    }

    private static long[] RequestIds(string body)
    {
        using var document = JsonDocument.Parse(body);
        return [.. document.RootElement.EnumerateObject().Single().Value.EnumerateArray().Select(id => id.GetInt64())];
    }

    private static async Task<List<long>> TakeAsync(IAsyncEnumerable<long> ids, int count)
    {
        List<long> taken = [];
        await foreach (long id in ids)
        {
            taken.Add(id);
            if (taken.Count == count)
                break;
        }

        return taken;
    }

    private static async IAsyncEnumerable<long> Ids<T>(IAsyncEnumerable<T> rows, Func<T, long> idOf)
    {
        await foreach (T row in rows)
            yield return idOf(row);
    }

    private static (List<long> Found, IReadOnlyList<long> Missing) Plain<T>(OrderStatuses<T> statuses, Func<T, long> idOf)
        where T : class => ([.. statuses.Found.Select(idOf)], statuses.Missing);

    private static Kind Of<TApi>(
        JsonSerializerContext json,
        string path,
        string statusPath,
        Func<TApi, IStateStore, CancellationToken, IAsyncEnumerable<long>> newOrders,
        Func<TApi, DateTimeOffset, DateTimeOffset, CancellationToken, IAsyncEnumerable<long>> orders,
        Func<TApi, IEnumerable<long>, CancellationToken, Task<(List<long> Found, IReadOnlyList<long> Missing)>> statuses,
        Func<TApi, IEnumerable<long>, CancellationToken, IAsyncEnumerable<long>> watch)
        where TApi : class =>
        new(path, statusPath, answer => new HostOf<TApi>(json, answer, newOrders, orders, statuses, watch));

    private sealed record Kind(string Path, string StatusPath, Func<Func<HttpRequestMessage, string>, IHost> Host);

    private interface IHost : IDisposable
    {
        List<string> Requests { get; }

        IAsyncEnumerable<long> NewOrders(IStateStore store, CancellationToken cancellationToken);

        IAsyncEnumerable<long> Orders(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

        Task<(List<long> Found, IReadOnlyList<long> Missing)> Statuses(IEnumerable<long> ids, CancellationToken cancellationToken);

        IAsyncEnumerable<long> Watch(IEnumerable<long> ids, CancellationToken cancellationToken);
    }

    private sealed class HostOf<TApi> : IHost
        where TApi : class
    {
        private readonly FakeHost<TApi> _host;
        private readonly Func<TApi, IStateStore, CancellationToken, IAsyncEnumerable<long>> _newOrders;
        private readonly Func<TApi, DateTimeOffset, DateTimeOffset, CancellationToken, IAsyncEnumerable<long>> _orders;
        private readonly Func<TApi, IEnumerable<long>, CancellationToken, Task<(List<long> Found, IReadOnlyList<long> Missing)>> _statuses;
        private readonly Func<TApi, IEnumerable<long>, CancellationToken, IAsyncEnumerable<long>> _watch;

        public HostOf(
            JsonSerializerContext json,
            Func<HttpRequestMessage, string> answer,
            Func<TApi, IStateStore, CancellationToken, IAsyncEnumerable<long>> newOrders,
            Func<TApi, DateTimeOffset, DateTimeOffset, CancellationToken, IAsyncEnumerable<long>> orders,
            Func<TApi, IEnumerable<long>, CancellationToken, Task<(List<long> Found, IReadOnlyList<long> Missing)>> statuses,
            Func<TApi, IEnumerable<long>, CancellationToken, IAsyncEnumerable<long>> watch)
        {
            _host = new FakeHost<TApi>(json, answer);
            ClientClock.Note(_host.Api, new JumpingTimeProvider());
            (_newOrders, _orders, _statuses, _watch) = (newOrders, orders, statuses, watch);
        }

        public List<string> Requests => _host.Requests;

        public IAsyncEnumerable<long> NewOrders(IStateStore store, CancellationToken cancellationToken) => _newOrders(_host.Api, store, cancellationToken);

        public IAsyncEnumerable<long> Orders(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
            _orders(_host.Api, from, to, cancellationToken);

        public Task<(List<long> Found, IReadOnlyList<long> Missing)> Statuses(IEnumerable<long> ids, CancellationToken cancellationToken) =>
            _statuses(_host.Api, ids, cancellationToken);

        public IAsyncEnumerable<long> Watch(IEnumerable<long> ids, CancellationToken cancellationToken) => _watch(_host.Api, ids, cancellationToken);

        public void Dispose() => _host.Dispose();
    }
}
