using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.BuyerChat;

public sealed class ChatTests
{
    private const string ChatId = "1:abc";

    [Fact]
    public async Task A_buyers_first_message_makes_a_chat()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Emulator.Chats.BuyerWrites(
            ChatId, "Пришёл не тот цвет", "Игорь", new EmulatedGoodCard { NmId = 123, PriceHundredths = 50_000, Rid = "r1", Size = "46" });

        string sign = harness.Emulator.Chats.Find(ChatId)!.ReplySign;
        Assert.StartsWith(ChatId + ":", sign, StringComparison.Ordinal);
        Assert.InRange(sign.Length, 1, 255);

        JsonElement chats = await harness.GetJsonAsync(Rows.Chats);
        string text = chats.GetRawText();
        Assert.Equal(
            """
            {"result":[{"chatID":"1:abc","replySign":"SIGN","clientName":"Игорь",
            "goodCard":{"nmID":123,"price":50000,"priceCurrency":"RUB","rid":"r1","size":"46"},
            "lastMessage":{"text":"Пришёл не тот цвет","addTimestamp":1788253200000}}],"errors":null}
            """.ReplaceLineEndings("").Replace("SIGN", sign, StringComparison.Ordinal),
            text);

        JsonElement events = await harness.GetJsonAsync(Rows.Events);
        JsonElement result = events.GetProperty("result");
        Assert.Equal(JsonValueKind.Null, events.GetProperty("errors").ValueKind);
        Assert.Equal(1788253200000, result.GetProperty("next").GetInt64());
        Assert.Equal("2026-09-01T09:00:00Z", result.GetProperty("newestEventTime").GetString());
        Assert.Equal("2026-09-01T09:00:00Z", result.GetProperty("oldestEventTime").GetString());
        Assert.Equal(1, result.GetProperty("totalEvents").GetInt32());
        JsonElement first = Assert.Single(result.GetProperty("events").EnumerateArray());
        Assert.Equal(
            """
            {"chatID":"1:abc","eventID":"EVENT","eventType":"message","isNewChat":true,
            "message":{"attachments":{"goodCard":{"nmID":123,"price":50000,"priceCurrency":"RUB","rid":"r1","size":"46"}},"text":"Пришёл не тот цвет"},
            "source":"rusite","addTimestamp":1788253200000,"addTime":"2026-09-01T09:00:00Z","replySign":"SIGN","sender":"client","clientName":"Игорь"}
            """.ReplaceLineEndings("")
                .Replace("SIGN", sign, StringComparison.Ordinal)
                .Replace("EVENT", first.GetProperty("eventID").GetString(), StringComparison.Ordinal),
            first.GetRawText());
    }

    [Fact]
    public async Task A_shop_that_greets_opens_the_chat()
    {
        await using Harness harness = await Harness.StartAsync();
        EmulatedChats chats = harness.Emulator.Chats;
        chats.Greeting = "Здравствуйте! Чем помочь?";
        chats.BuyerWrites(ChatId, "Пришёл не тот цвет");
        chats.BuyerWrites(ChatId, "Можно обменять?");
        chats.Greeting = null;
        chats.BuyerWrites("1:other", "Здравствуйте");

        JsonElement[] events = await EventsAsync(harness, Rows.Events);
        Assert.Equal(["seller", "client", "client", "client"], events.Select(e => e.GetProperty("sender").GetString()));
        Assert.Equal([true, false, false, true], events.Select(e => e.TryGetProperty("isNewChat", out JsonElement isNew) && isNew.GetBoolean()));
        Assert.Equal([true, false, false, true], events.Select(e => e.TryGetProperty("replySign", out _)));
        Assert.Equal("Здравствуйте! Чем помочь?", events[0].GetProperty("message").GetProperty("text").GetString());
        Assert.Empty(chats.Sent);
    }

    [Fact]
    public async Task Only_the_first_event_of_a_chat_has_the_sign_and_each_sender_is_told_apart()
    {
        await using Harness harness = await Harness.StartAsync();
        EmulatedChats chats = harness.Emulator.Chats;
        chats.BuyerWrites(ChatId, "Здравствуйте");
        chats.BuyerWrites(ChatId, "Есть кто?", source: "ios");
        chats.SellerWrites(ChatId, "Да");
        chats.WildberriesWrites(ChatId, "Ответьте в течение 10 дней");
        (await harness.SendMessageAsync(chats.Find(ChatId)!.ReplySign, "Слушаю вас")).Dispose();

        JsonElement[] events = await EventsAsync(harness, Rows.Events);
        Assert.Equal(["client", "client", "seller", "wb", "seller"], events.Select(e => e.GetProperty("sender").GetString()));
        Assert.Equal(["rusite", "ios", "seller-portal", null, "seller-public-api"], events.Select(e => Text(e, "source")));
        Assert.Equal([true, false, false, false, false], events.Select(e => e.TryGetProperty("isNewChat", out _)));
        Assert.Equal([true, false, false, false, false], events.Select(e => e.TryGetProperty("replySign", out _)));
        Assert.Equal(["Покупатель", "Покупатель", null, null, null], events.Select(e => Text(e, "clientName")));
        // One clock tick for all, and still no two events of one millisecond.
        Assert.Equal(5, events.Select(e => e.GetProperty("addTimestamp").GetInt64()).Distinct().Count());
    }

    [Theory]
    [InlineData(false, new[] { 2, 2, 1, 0 })]
    [InlineData(true, new[] { 2, 3, 2, 0 })]
    public async Task Pages_follow_the_cursor_until_an_empty_one(bool repeat, int[] sizes)
    {
        await using Harness harness = await Harness.StartAsync(o => (o.EventPageSize, o.RepeatLastEvent) = (2, repeat));
        for (int i = 0; i < 5; i++)
            harness.Emulator.Chats.BuyerWrites(ChatId, $"Сообщение {i}");

        var seen = new List<string>();
        string path = Rows.Events;
        foreach (int size in sizes)
        {
            JsonElement result = (await harness.GetJsonAsync(path)).GetProperty("result");
            Assert.Equal(size, result.GetProperty("totalEvents").GetInt32());
            Assert.Equal(size, result.GetProperty("events").GetArrayLength());
            seen.AddRange(result.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("message").GetProperty("text").GetString()!));
            path = $"{Rows.Events}?next={result.GetProperty("next").GetInt64()}";
        }

        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"Сообщение {i}"), seen.Distinct());

        // Later events come after the cursor of an empty page, on a clock that stands still too.
        harness.Emulator.Chats.BuyerWrites(ChatId, "Ещё одно");
        Assert.Contains(await EventsAsync(harness, path), e => e.GetProperty("message").GetProperty("text").GetString() == "Ещё одно");
    }

    [Fact]
    public async Task A_cursor_from_an_emulator_without_events_misses_none()
    {
        await using Harness harness = await Harness.StartAsync();
        JsonElement result = (await harness.GetJsonAsync(Rows.Events)).GetProperty("result");
        Assert.Equal(0, result.GetProperty("totalEvents").GetInt32());
        harness.Emulator.Chats.BuyerWrites(ChatId, "Первое");
        Assert.Single(await EventsAsync(harness, $"{Rows.Events}?next={result.GetProperty("next").GetInt64()}"));
    }

    [Fact]
    public async Task An_empty_page_can_come_without_a_cursor()
    {
        await using Harness harness = await Harness.StartAsync(o => o.OmitNextOnEmptyPage = true);
        Assert.False((await harness.GetJsonAsync(Rows.Events)).GetProperty("result").TryGetProperty("next", out _));
    }

    [Theory]
    [InlineData("0", "Invalid value for \"next\"")]
    [InlineData("-5", "Invalid value for \"next\"")]
    [InlineData("abc", "Invalid number")]
    [InlineData("", "Invalid number")]
    public async Task A_cursor_that_makes_no_sense_is_400(string next, string detail)
    {
        await using Harness harness = await Harness.StartAsync();
        using HttpResponseMessage response = await harness.GetAsync($"{Rows.Events}?next={next}");
        await AssertBadRequestAsync(response, detail, "application/json");
    }

    [Fact]
    public async Task A_message_with_files_is_stored_and_its_files_can_be_fetched()
    {
        await using Harness harness = await Harness.StartAsync(o => o.KeepRequestBodies = true);
        EmulatedChats chats = harness.Emulator.Chats;
        chats.BuyerWrites(ChatId, "Можно чек?");
        harness.Clock.Advance(TimeSpan.FromSeconds(5));
        string sign = chats.Find(ChatId)!.ReplySign;
        byte[] pdf = [1, 2, 3], jpeg = [4, 5];
        using HttpResponseMessage response = await harness.SendMessageAsync(
            sign, "Вот чек", ("чек.pdf", "application/pdf", pdf), ("фото.jpg", "image/jpeg", jpeg));

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(
            $$"""{"result":{"addTime":1788253205000,"chatID":"1:abc","sign":"{{sign}}"},"errors":[]}""",
            (await Harness.ReadAsync(response)).GetRawText());

        EmulatedMessage sent = Assert.Single(chats.Sent);
        Assert.Equal(("Вот чек", EmulatedSender.Seller, "seller-public-api"), (sent.Text, sent.Sender, sent.Source));
        Assert.Equal(pdf, sent.Files[0].Content.ToArray());
        Assert.Equal(["чек.pdf", "фото.jpg"], sent.Files.Select(f => f.Name));

        JsonElement attachments = (await EventsAsync(harness, Rows.Events))[1].GetProperty("message").GetProperty("attachments");
        JsonElement file = Assert.Single(attachments.GetProperty("files").EnumerateArray());
        Assert.Equal(["date", "downloadID", "url", "contentType", "name", "size"], file.EnumerateObject().Select(p => p.Name));
        Assert.Equal(3, file.GetProperty("size").GetInt32());
        JsonElement image = Assert.Single(attachments.GetProperty("images").EnumerateArray());
        using HttpResponseMessage fetched = await harness.GetAsync("buyer-chat-api/api/v1/seller/download/" + image.GetProperty("downloadID").GetString());
        Assert.Equal("image/jpeg", fetched.Content.Headers.ContentType?.MediaType);
        Assert.Equal(jpeg, await fetched.Content.ReadAsByteArrayAsync(Harness.Cancellation));
    }

    [Fact]
    public async Task Bad_messages_are_refused_in_WBs_words_and_not_stored()
    {
        await using Harness harness = await Harness.StartAsync(o => o.RateLimits = false);
        EmulatedChats chats = harness.Emulator.Chats;
        chats.BuyerWrites(ChatId, "Здравствуйте");
        string sign = chats.Find(ChatId)!.ReplySign;

        await RefusedAsync("Invalid signature", "wrong", "Текст");
        await RefusedAsync("Invalid signature", "", "Текст");
        await RefusedAsync("Invalid value for \"message\"", sign, new string('я', 1001));
        await RefusedAsync("Invalid value for \"message\"", sign, null);
        await RefusedAsync("Invalid value for \"message\"", sign, "");
        await RefusedAsync("attachment too big. Max size: 5MiB", sign, "Текст", ("a.png", "image/png", new byte[(5 * 1024 * 1024) + 1]));
        await RefusedAsync(
            "attachments too big. Max total size: 30MiB", sign, "Текст", [.. Enumerable.Repeat(("a.png", "image/png", new byte[5 * 1024 * 1024]), 7)]);
        await RefusedAsync("\"video.mp4\" has unsupported mime type", sign, "Текст", ("video.mp4", "video/mp4", [1]));
        Assert.Empty(chats.Sent);

        // What is just allowed: characters are counted, not UTF-16 units.
        using HttpResponseMessage longest = await harness.SendMessageAsync(
            sign, string.Concat(Enumerable.Repeat("🎁", 1000)), [.. Enumerable.Repeat(("a.png", "image/png", new byte[5 * 1024 * 1024]), 6)]);
        Assert.Equal(200, (int)longest.StatusCode);
        using HttpResponseMessage fileOnly = await harness.SendMessageAsync(sign, null, ("a.pdf", "application/octet-stream", [1]));
        Assert.Equal(200, (int)fileOnly.StatusCode);
        Assert.Equal(2, chats.Sent.Count);

        async Task RefusedAsync(string detail, string replySign, string? text, params (string, string, byte[])[] files)
        {
            using HttpResponseMessage response = await harness.SendMessageAsync(replySign, text, files);
            await AssertBadRequestAsync(response, detail, "application/problem+json");
        }
    }

    [Fact]
    public async Task A_message_that_is_not_multipart_is_refused()
    {
        await using Harness harness = await Harness.StartAsync();
        using var json = new HttpRequestMessage(HttpMethod.Post, Rows.Message) { Content = new StringContent("{}") };
        using HttpResponseMessage response = await harness.SendAsync(json);
        await AssertBadRequestAsync(response, "Invalid multipart form", "application/problem+json");
        using var broken = new HttpRequestMessage(HttpMethod.Post, Rows.Message) { Content = new StringContent("--x\r\nrubbish") };
        broken.Content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        using HttpResponseMessage second = await harness.SendAsync(broken);
        await AssertBadRequestAsync(second, "Invalid multipart form", "application/problem+json");
    }

    [Fact]
    public async Task The_buyer_can_answer_by_script()
    {
        await using Harness harness = await Harness.StartAsync();
        EmulatedChats chats = harness.Emulator.Chats;
        chats.BuyerWrites(ChatId, "А скидка будет?");
        chats.OnSellerMessage(m => chats.BuyerWrites(m.ChatId, "Спасибо за код!"));
        using HttpResponseMessage response = await harness.SendMessageAsync(chats.Find(ChatId)!.ReplySign, "Ваш промокод ТЕПЛО10");
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(
            ["А скидка будет?", "Ваш промокод ТЕПЛО10", "Спасибо за код!"],
            (await EventsAsync(harness, Rows.Events)).Select(e => e.GetProperty("message").GetProperty("text").GetString()));
        Assert.Equal("Спасибо за код!", chats.All[0].Messages[^1].Text);
    }

    [Fact]
    public async Task Moderation_holds_a_file_back_or_refuses_it()
    {
        await using Harness harness = await Harness.StartAsync();
        EmulatedFile slow = new() { Name = "a.png", ContentType = "image/png", Content = new byte[] { 7 }, PendingAnswers = 2, RetrySeconds = 15 };
        EmulatedFile bad = slow with { DownloadId = "bad", PendingAnswers = 1, Refused = true };
        harness.Emulator.Chats.BuyerWrites(ChatId, "Фото", files: [slow, bad]);

        string path = "buyer-chat-api/api/v1/seller/download/" + slow.DownloadId;
        for (int i = 0; i < 2; i++)
        {
            using HttpResponseMessage pending = await harness.GetAsync(path);
            Assert.Equal(202, (int)pending.StatusCode);
            Assert.Equal("""{"moderationState":"pending","retrySeconds":15}""", (await Harness.ReadAsync(pending)).GetRawText());
        }

        using HttpResponseMessage given = await harness.GetAsync(path);
        Assert.Equal([7], await given.Content.ReadAsByteArrayAsync(Harness.Cancellation));

        using HttpResponseMessage waiting = await harness.GetAsync("buyer-chat-api/api/v1/seller/download/bad");
        Assert.Equal(202, (int)waiting.StatusCode);
        using HttpResponseMessage refused = await harness.GetAsync("buyer-chat-api/api/v1/seller/download/bad");
        Assert.Equal(451, (int)refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        JsonElement body = await Harness.ReadAsync(refused);
        Assert.Equal(["status", "title", "origin", "detail", "requestId"], body.EnumerateObject().Select(p => p.Name));
        Assert.Equal("Unavailable for Legal Reasons", body.GetProperty("title").GetString());

        using HttpResponseMessage missing = await harness.GetAsync("buyer-chat-api/api/v1/seller/download/none");
        Assert.Equal(400, (int)missing.StatusCode);
        Assert.Equal("invalid fileID", (await Harness.ReadAsync(missing)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Nothing_private_is_in_the_texts_of_the_models()
    {
        await using Harness harness = await Harness.StartAsync();
        EmulatedMessage message = harness.Emulator.Chats.BuyerWrites(ChatId, "Тайна", "Алёна");
        Assert.DoesNotContain("Тайна", message.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Алёна", harness.Emulator.Chats.All[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_begins_with_a_buyer()
    {
        await using Harness harness = await Harness.StartAsync();
        Assert.Throws<ArgumentException>(() => harness.Emulator.Chats.SellerWrites(ChatId, "Алло"));
        Assert.Throws<ArgumentException>(() => harness.Emulator.Chats.WildberriesWrites(ChatId, "Алло"));
        Assert.Null(harness.Emulator.Chats.Find(ChatId));
    }

    private static async Task<JsonElement[]> EventsAsync(Harness harness, string path) =>
        [.. (await harness.GetJsonAsync(path)).GetProperty("result").GetProperty("events").EnumerateArray()];

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static async Task AssertBadRequestAsync(HttpResponseMessage response, string detail, string contentType)
    {
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.MediaType);
        JsonElement body = await Harness.ReadAsync(response);
        Assert.Equal(["status", "title", "origin", "detail", "requestId", "error"], body.EnumerateObject().Select(p => p.Name));
        Assert.Equal("Bad Request", body.GetProperty("title").GetString());
        Assert.Equal("proxy-chats", body.GetProperty("origin").GetString());
        Assert.EndsWith(detail, body.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
