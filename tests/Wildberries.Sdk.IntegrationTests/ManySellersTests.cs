using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>One process that works for thousands of sellers.</summary>
[Collection(nameof(RealTime))]
public sealed class ManySellersTests(ITestOutputHelper output)
{
    private const string Chats = "GET /api/v1/seller/chats";
    private const int Sellers = 1000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_sellers_share_connections_and_nothing_else()
    {
        // One request an hour: two sellers who shared a bucket would have to wait.
        await using Shop shop = await Shop.OpenAsync(
            new Dictionary<string, Func<WildberriesOperation, WildberriesOperation>> { ["BuyerChat.GetChats"] = Shop.Limit(1, 3600, 1) });
        using var connections = new Connections(shop.Emulator.Address.Port);
        IWildberriesClient[] clients =
        [
            .. Enumerable.Range(0, Sellers).Select(
                _ => shop.Factory.Create(shop.Emulator.CreateToken(sellerId: Guid.NewGuid().ToString()))),
        ];
        var waits = new ConcurrentBag<TimeSpan>();
        var options = new WildberriesCallOptions { OnResponse = info => waits.Add(info.RateLimitWait) };

        foreach (IWildberriesClient client in clients)
            await client.With(options).BuyerChat.GetChatsAsync(Cancel);

        Assert.Equal(Enumerable.Repeat(TimeSpan.Zero, Sellers), waits);
        Assert.All(shop.Emulator.Requests.Of(Chats), request => Assert.Equal(200, request.Status));
        Assert.Equal(Sellers, shop.Emulator.Requests.Of(Chats).Select(request => request.TokenId).Distinct().Count());
        Assert.Equal(Sellers, shop.Emulator.Requests.Of(Chats).Select(request => request.SellerId).Distinct().Count());
        output.WriteLine($"{Sellers} sellers one after the other: {connections.Count} connections");
        Assert.InRange(connections.Count, 1, 3);

        // All at once, each as itself: whoever got another one's token would be refused by the other one's bucket.
        shop.Emulator.Requests.Clear();
        await Task.WhenAll(clients.Take(200).Select(client => client.BuyerChat.GetEventsAsync(null, Cancel)));
        Assert.Equal(200, shop.Emulator.Requests.Of("GET /api/v1/seller/events").Select(request => request.TokenId).Distinct().Count());
        output.WriteLine($"200 of them at once: {connections.Count} connections in all");
    }

    private sealed class Connections(int port) : EventListener
    {
        private readonly string _port = port.ToString(CultureInfo.InvariantCulture);
        private int _count;

        public int Count => Volatile.Read(ref _count);

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Net.Http")
                EnableEvents(eventSource, EventLevel.Informational);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName == "ConnectionEstablished"
                && eventData.Payload?.Any(value => Convert.ToString(value, CultureInfo.InvariantCulture) == _port) == true)
            {
                Interlocked.Increment(ref _count);
            }
        }
    }
}
