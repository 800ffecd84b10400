using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Wildberries.Sdk.BuyerChat;

namespace Wildberries.Sdk.Tests.BuyerChat;

public sealed class ChatModelTests
{
    public static TheoryData<string> Answers => ["chats", "events", "sent", "pending"];

    [Theory]
    [MemberData(nameof(Answers))]
    public void No_member_that_is_null_missing_or_new_fails_an_answer(string answer)
    {
        (string json, JsonTypeInfo type) = Of(answer);
        int members = Members(JsonNode.Parse(json)!).Count;
        Assert.True(members >= 2);

        for (int i = 0; i < members; i++)
        {
            Change(json, i, (parent, key) => parent[key] = null);
            Change(json, i, (parent, key) => parent.Remove(key));
            Change(json, i, (parent, _) => parent["newAtWb"] = new JsonObject { ["a"] = new JsonArray(1, "b") });
        }

        foreach (string empty in (string[])["{}", "null"])
            _ = JsonSerializer.Deserialize(empty, type);

        void Change(string source, int index, Action<JsonObject, string> change)
        {
            JsonNode root = JsonNode.Parse(source)!;
            (JsonObject parent, string key) = Members(root)[index];
            change(parent, key);
            object? model = JsonSerializer.Deserialize(root.ToJsonString(), type);
            Assert.NotNull(model);
            AssertListsAreThere(model);
        }
    }

    [Fact]
    public void Values_that_WB_adds_pass_through()
    {
        ChatEvent chatEvent = Event("""{"eventType":"call","source":"fridge","sender":"robot"}""");
        Assert.Equal("call", chatEvent.EventType.Value);
        Assert.Equal("fridge", chatEvent.Source.Value);
        Assert.Equal("robot", chatEvent.Sender.Value);

        DownloadPending pending = JsonSerializer.Deserialize("""{"moderationState":"queued"}""", BuyerChatJsonContext.Default.DownloadPending)!;
        Assert.Equal("queued", pending.ModerationState.Value);
    }

    [Fact]
    public void The_known_values_are_WBs()
    {
        Assert.Equal(
            ["seller-portal", "seller-public-api", "rusite", "global", "ios", "android"],
            new[]
            {
                ChatMessageSource.SellerPortal, ChatMessageSource.SellerPublicApi, ChatMessageSource.RussianSite,
                ChatMessageSource.Global, ChatMessageSource.Ios, ChatMessageSource.Android,
            }.Select(s => s.Value));
        Assert.Equal("message", ChatEventType.Message.Value);
        Assert.Equal("pending", ModerationState.Pending.Value);
    }

    [Fact]
    public void Numbers_in_strings_are_read()
    {
        ChatEvent chatEvent = Event("""{"addTimestamp":"1766138234889","message":{"attachments":{"goodCard":{"nmID":"5000000001","price":"74950"}}}}""");
        Assert.Equal(1766138234889, chatEvent.AddTimestamp);
        Assert.Equal(5_000_000_001, chatEvent.Message?.Attachments?.GoodCard?.NmId);
        Assert.Equal(74_950, chatEvent.Message?.Attachments?.GoodCard?.PriceHundredths);
    }

    [Theory]
    [InlineData("\"2025-12-19T09:57:14Z\"", "2025-12-19T09:57:14Z")]
    [InlineData("\"2025-12-19T12:57:14+03:00\"", "2025-12-19T09:57:14Z")]
    [InlineData("\"2025-12-19T09:57:14\"", "2025-12-19T09:57:14Z")]
    [InlineData("\"0001-01-01T00:00:00Z\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void A_time_is_UTC_and_one_that_is_not_set_is_none(string json, string? expected)
    {
        ChatEvent chatEvent = Event($$"""{"addTime":{{json}},"eventID":"e"}""");
        Assert.Equal(
            expected is null ? null : DateTimeOffset.ParseExact(expected, "yyyy-MM-ddTHH:mm:ssZ", null, System.Globalization.DateTimeStyles.AssumeUniversal),
            chatEvent.AddTime);
        Assert.Equal("e", chatEvent.EventId);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(0L)]
    public void A_timestamp_that_no_calendar_holds_gives_no_time(long timestamp)
    {
        Assert.Null(new LastMessage { AddTimestamp = timestamp }.AddedAt);
        Assert.Null(new ChatEvent { AddTimestamp = timestamp }.AddedAt);
    }

    [Fact]
    public void An_event_without_timestamp_takes_its_time_from_addTime() =>
        Assert.Equal(DateTimeOffset.UnixEpoch, new ChatEvent { AddTime = DateTimeOffset.UnixEpoch }.AddedAt);

    [Fact]
    public void Texts_names_addresses_and_signs_are_never_printed()
    {
        ChatsResponse chats = JsonSerializer.Deserialize(ChatJson.Chats, BuyerChatJsonContext.Default.ChatsResponse)!;
        ChatEventsResponse events = JsonSerializer.Deserialize(ChatJson.Events, BuyerChatJsonContext.Default.ChatEventsResponse)!;
        SendMessageResponse sent = JsonSerializer.Deserialize(ChatJson.Sent, BuyerChatJsonContext.Default.SendMessageResponse)!;
        ChatEvent chatEvent = events.Result!.Events[0];
        ChatAttachments attachments = chatEvent.Message!.Attachments!;
        object[] all =
        [
            chats, chats.Result[0], chats.Result[0].LastMessage!, events, events.Result, chatEvent, chatEvent.Message, attachments, attachments.Files[0],
            attachments.Images[0], sent, sent.Result!, new ChatAttachment("Чек.pdf", "%PDF-sig Ольга"u8.ToArray()),
        ];

        foreach (object model in all)
        {
            string printed = model.ToString()!;
            Assert.All(
                (string[])["Ольга", "Здравствуйте", "Пришёл", "Чек", "wbbasket", "sig"],
                secret => Assert.DoesNotContain(secret, printed, StringComparison.Ordinal));
        }

        Assert.Contains("e-1", chatEvent.ToString(), StringComparison.Ordinal);
        Assert.Contains("1:aa11", chats.Result[0].ToString(), StringComparison.Ordinal);
    }

    private static ChatEvent Event(string json) => Assert.Single(
        JsonSerializer.Deserialize("""{"result":{"events":[""" + json + "]}}", BuyerChatJsonContext.Default.ChatEventsResponse)!.Result!.Events);

    private static (string Json, JsonTypeInfo Type) Of(string answer) => answer switch
    {
        "chats" => (ChatJson.Chats, BuyerChatJsonContext.Default.ChatsResponse),
        "events" => (ChatJson.Events, BuyerChatJsonContext.Default.ChatEventsResponse),
        "sent" => (ChatJson.Sent, BuyerChatJsonContext.Default.SendMessageResponse),
        _ => (ChatJson.Pending, BuyerChatJsonContext.Default.DownloadPending),
    };

    private static List<(JsonObject Parent, string Key)> Members(JsonNode node) => node switch
    {
        JsonObject o => [.. o.SelectMany(m => m.Value is null ? [(o, m.Key)] : Members(m.Value).Prepend((o, m.Key)))],
        JsonArray a => [.. a.SelectMany(item => Members(item!))],
        _ => [],
    };

    private static void AssertListsAreThere(object model)
    {
        switch (model)
        {
            case ChatsResponse chats:
                Assert.NotNull(chats.Result);
                Assert.NotNull(chats.Errors);
                break;
            case ChatEventsResponse events:
                Assert.NotNull(events.Errors);
                if (events.Result is { } page)
                {
                    Assert.NotNull(page.Events);
                    Assert.All(page.Events, e => Assert.NotNull(e.EventId));
                    Assert.All(page.Events, e => Assert.NotNull(e.ChatId));
                    Assert.All(page.Events.Select(e => e.Message?.Attachments).OfType<ChatAttachments>(), a => Assert.NotNull(a.Files));
                    Assert.All(page.Events.Select(e => e.Message?.Attachments).OfType<ChatAttachments>(), a => Assert.NotNull(a.Images));
                }

                break;
            case SendMessageResponse sent:
                Assert.NotNull(sent.Errors);
                break;
        }
    }
}
