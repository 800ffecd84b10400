using System.Text;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Testing.Tests.Gateway;

public sealed class ServerTests
{
    [Fact]
    public async Task Every_arrival_is_logged_without_secrets()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Emulator.Chats.BuyerWrites("1:a", "Здравствуйте");
        string service = harness.Emulator.CreateToken(TokenType.Service);
        (await harness.GetAsync(Rows.Events + "?next=5", service, "client-secret")).Dispose();
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        (await harness.GetAsync(Rows.Chats, "rubbish")).Dispose();
        (await harness.GetAsync("somewhere/else")).Dispose();
        (await harness.SendMessageAsync(harness.Emulator.Chats.Find("1:a")!.ReplySign, "Текст")).Dispose();

        IReadOnlyList<LoggedRequest> log = harness.Emulator.Requests.All;
        Assert.Equal([200, 401, 404, 200], log.Select(r => r.Status));
        LoggedRequest first = log[0];
        Assert.Equal(("GET", "buyer-chat-api", "/api/v1/seller/events", "?next=5"), (first.Verb, first.HostLabel, first.Path, first.Query));
        Assert.Equal((TokenType.Service, true, harness.Emulator.Seller.Id), (first.TokenType, first.HasSecret, first.SellerId));
        Assert.True(Guid.TryParse(first.TokenId, out _));
        Assert.Equal(harness.Clock.GetUtcNow().AddSeconds(-1), first.Time);
        Assert.Equal((null, null, false), (log[1].TokenId, log[1].TokenType, log[1].HasSecret));
        Assert.True(log[3].BodyLength > 0);
        Assert.All(log, r => Assert.Null(r.Body));
        string text = string.Concat(log);
        Assert.DoesNotContain("client-secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain(service.Split('.')[2], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arrivals_are_counted_per_operation()
    {
        await using Harness harness = await Harness.StartAsync();
        for (int i = 0; i < 3; i++)
            (await harness.GetAsync("buyer-chat-api/api/v1/seller/download/" + i)).Dispose();
        (await harness.GetAsync("common-api/ping")).Dispose();
        RequestLog log = harness.Emulator.Requests;
        Assert.Equal(3, log.Count("GET /api/v1/seller/download/{id}"));
        Assert.Equal(1, log.Count("GET /api/v1/seller/download/2"));
        Assert.Equal(1, log.Count("get common-api/ping"));
        Assert.Equal(0, log.Count("GET buyer-chat-api/ping"));
        Assert.Throws<ArgumentException>(() => log.Count("ping"));
        log.Clear();
        Assert.Empty(log.All);
    }

    [Fact]
    public async Task Bodies_are_kept_when_asked_for_and_never_printed()
    {
        await using Harness harness = await Harness.StartAsync(o => o.KeepRequestBodies = true);
        harness.Emulator.Chats.BuyerWrites("1:a", "Здравствуйте");
        (await harness.SendMessageAsync(harness.Emulator.Chats.Find("1:a")!.ReplySign, "Ваш промокод ТЕПЛО10")).Dispose();
        LoggedRequest request = Assert.Single(harness.Emulator.Requests.All);
        Assert.Contains("Ваш промокод ТЕПЛО10", request.Body, StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetByteCount(request.Body!), request.BodyLength);
        Assert.DoesNotContain("ТЕПЛО10", request.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_emulators_live_side_by_side()
    {
        await using Harness one = await Harness.StartAsync();
        await using Harness two = await Harness.StartAsync();
        Assert.NotEqual(one.Emulator.Address, two.Emulator.Address);
        Assert.True(one.Emulator.Address.IsLoopback);
        one.Emulator.Chats.BuyerWrites("1:a", "Здравствуйте");
        one.Emulator.Faults.Always("GET common-api/ping", Fault.Status(500));
        Assert.Empty((await two.GetJsonAsync(Rows.Chats)).GetProperty("result").EnumerateArray());
        Assert.Single((await one.GetJsonAsync(Rows.Chats)).GetProperty("result").EnumerateArray());
        Assert.Equal("OK", (await two.GetJsonAsync("common-api/ping")).GetProperty("Status").GetString());
    }

    [Fact]
    public async Task Many_writers_and_readers_at_once_lose_nothing()
    {
        await using Harness harness = await Harness.StartAsync(o => (o.RateLimits, o.EventPageSize) = (false, 7));
        EmulatedChats chats = harness.Emulator.Chats;
        chats.BuyerWrites("1:a", "Здравствуйте");
        string sign = chats.Find("1:a")!.ReplySign;
        await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            chats.BuyerWrites($"1:{i}", "Вопрос");
            (await harness.SendMessageAsync(sign, $"Ответ {i}")).Dispose();
            (await harness.GetAsync(Rows.Chats)).Dispose();
        }));

        var seen = new HashSet<string>();
        string path = Rows.Events;
        while (true)
        {
            System.Text.Json.JsonElement result = (await harness.GetJsonAsync(path)).GetProperty("result");
            if (result.GetProperty("totalEvents").GetInt32() == 0)
                break;
            foreach (System.Text.Json.JsonElement e in result.GetProperty("events").EnumerateArray())
                Assert.True(seen.Add(e.GetProperty("eventID").GetString()!));
            path = $"{Rows.Events}?next={result.GetProperty("next").GetInt64()}";
        }

        Assert.Equal(121, seen.Count);
        Assert.Equal(60, chats.Sent.Count);
        Assert.Equal(61, chats.All.Count);
    }

    [Fact]
    public async Task The_SDKs_own_table_is_what_holds_by_default()
    {
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(cancellationToken: Harness.Cancellation);
        using var client = new HttpClient { BaseAddress = emulator.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", emulator.CreateToken());
        foreach (WildberriesOperation ping in WildberriesOperations.All.Where(o => o.Path == "/ping"))
        {
            using HttpResponseMessage response = await client.GetAsync(ping.Host.Host.Split('.')[0] + "/ping", Harness.Cancellation);
            Assert.Equal(200, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task Options_that_make_no_sense_are_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Harness.StartAsync(o => o.EventPageSize = 0));

    [Fact]
    public async Task A_start_does_not_hang()
    {
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(
            new WildberriesEmulatorOptions { Seed = true }, Harness.Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Harness.Cancellation);
        Assert.True(emulator.Address.IsLoopback);
    }
}
