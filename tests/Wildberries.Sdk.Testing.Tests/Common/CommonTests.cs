using System.Text.Json;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Testing.Tests.Common;

public sealed class CommonTests
{
    [Fact]
    public async Task Ping_answers_in_Moscow_time_on_every_host()
    {
        await using Harness harness = await Harness.StartAsync();
        Assert.Equal("""{"TS":"2026-09-01T12:00:00+03:00","Status":"OK"}""", (await harness.GetJsonAsync("common-api/ping")).GetRawText());
        Assert.Equal("OK", (await harness.GetJsonAsync("buyer-chat-api/ping")).GetProperty("Status").GetString());
    }

    [Fact]
    public async Task News_are_found_by_day_and_by_id_inclusive()
    {
        await using Harness harness = await Harness.StartAsync();
        EmulatedNews news = harness.Emulator.News;
        // Late on 31 August in UTC is 1 September in Moscow.
        news.Add("Старая", "Текст", new DateTimeOffset(2026, 8, 31, 20, 59, 59, TimeSpan.Zero), 5);
        news.Add("Новая", "Текст", new DateTimeOffset(2026, 8, 31, 21, 0, 0, TimeSpan.Zero), 7, [new(8, "API")]);
        news.Add("Свежая", "Текст");

        Assert.Equal([7, 8], await IdsAsync("?from=2026-09-01"));
        Assert.Equal([5, 7, 8], await IdsAsync("?from=2026-08-31"));
        Assert.Equal([7, 8], await IdsAsync("?fromID=7"));
        Assert.Equal([8], await IdsAsync("?fromID=8"));
        Assert.Equal([], await IdsAsync("?fromID=9"));
        Assert.Equal(
            """{"content":"Текст","date":"2026-09-01T00:00:00+03:00","header":"Новая","id":7,"types":[{"id":8,"name":"API"}]}""",
            (await harness.GetJsonAsync(Rows.News + "?fromID=7")).GetProperty("data")[0].GetRawText());

        async Task<IEnumerable<long>> IdsAsync(string query) =>
            (await harness.GetJsonAsync(Rows.News + query)).GetProperty("data").EnumerateArray().Select(i => i.GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task At_most_100_news_come_at_once()
    {
        await using Harness harness = await Harness.StartAsync();
        for (int i = 0; i < 130; i++)
            harness.Emulator.News.Add($"Новость {i}", "Текст");
        JsonElement data = (await harness.GetJsonAsync(Rows.News + "?fromID=1")).GetProperty("data");
        Assert.Equal(100, data.GetArrayLength());
        Assert.Equal(7001, data[0].GetProperty("id").GetInt64());
        JsonElement rest = (await harness.GetJsonAsync(Rows.News + "?fromID=7101")).GetProperty("data");
        Assert.Equal(30, rest.GetArrayLength());
    }

    [Theory]
    [InlineData(Rows.News)]
    [InlineData(Rows.News + "?from=yesterday")]
    [InlineData(Rows.News + "?fromID=-1")]
    public async Task Parameters_that_make_no_sense_are_400(string path)
    {
        await using Harness harness = await Harness.StartAsync();
        using HttpResponseMessage response = await harness.GetAsync(path);
        Assert.Equal(400, (int)response.StatusCode);
        JsonElement body = await Harness.ReadAsync(response);
        Assert.NotEmpty(body.GetProperty("requestId").GetString()!);
    }

    [Fact]
    public async Task The_seller_is_told_as_set()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Emulator.Seller.Name = "ООО «Ромашка»";
        Assert.Equal(
            $$"""{"name":"ООО «Ромашка»","sid":"{{harness.Emulator.Seller.Id}}","tin":"500100732259","tradeMark":"Тёплый дом"}""",
            (await harness.GetJsonAsync(Rows.Seller)).GetRawText());
        harness.Token = harness.Emulator.CreateToken(sellerId: "another");
        Assert.Equal("another", (await harness.GetJsonAsync(Rows.Seller)).GetProperty("sid").GetString());
    }

    [Fact]
    public async Task Jam_is_an_empty_200_until_the_seller_has_it()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Token = harness.Emulator.CreateToken(TokenType.Service);
        const string path = "common-api/api/common/v1/subscriptions";
        using HttpResponseMessage none = await harness.GetAsync(path);
        Assert.Equal(200, (int)none.StatusCode);
        Assert.Equal(0, none.Content.Headers.ContentLength);

        harness.Emulator.Seller.Jam = new EmulatedJamSubscription
        {
            Level = "premium",
            Since = harness.Clock.GetUtcNow().AddDays(-10),
            Till = harness.Clock.GetUtcNow().AddDays(20),
        };
        Assert.Equal(
            """
            {"state":"active","activationSource":"jam","level":"premium","since":"2026-08-22T09:00:00.000000Z","till":"2026-09-21T09:00:00.000000Z"}
            """,
            (await harness.GetJsonAsync(path)).GetRawText());
    }

    [Fact]
    public async Task A_seeded_emulator_has_chats_and_news_of_the_past_and_an_unseeded_one_has_none()
    {
        await using Harness seeded = await Harness.StartAsync(o => o.Seed = true);
        IReadOnlyList<EmulatedChat> chats = seeded.Emulator.Chats.All;
        Assert.InRange(chats.Count, 5, 8);
        Assert.All(chats, c => Assert.True(c.Messages[0].IsNewChat));
        Assert.All(chats.SelectMany(c => c.Messages), m => Assert.True(m.Time < seeded.Clock.GetUtcNow()));
        JsonElement result = (await seeded.GetJsonAsync(Rows.Events)).GetProperty("result");
        long[] times = [.. result.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("addTimestamp").GetInt64())];
        Assert.Equal(times.Order(), times);
        Assert.Equal(10, (await seeded.GetJsonAsync(Rows.News + "?fromID=1")).GetProperty("data").GetArrayLength());

        await using Harness empty = await Harness.StartAsync();
        Assert.Empty(empty.Emulator.Chats.All);
        Assert.Empty(empty.Emulator.News.All);
    }
}
