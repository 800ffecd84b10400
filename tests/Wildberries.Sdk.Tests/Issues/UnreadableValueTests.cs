using System.Net;
using System.Text;
using System.Text.Json;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>
/// One odd value lost a whole answer, and a page of chat events with one was never passed. The values stand in Latin-1: each character is a byte.
/// </summary>
public sealed class UnreadableValueTests
{
    private const string Good = """{"chatID":"1:b","eventID":"e2","eventType":"message","sender":"client","addTimestamp":2,"message":{"text":"ok"}}""";

    // A cut emoji, in escapes and in bytes; bytes of windows-1251.
    private const string HalfPair = "\"a\\ud83d\"";
    private const string CutEmoji = "\"a\xF0\x9F\x98\"";
    private const string OtherBytes = "\"\xCF\xF0\xE8\xE2\xE5\xF2\"";

    private static readonly string[] Texts = [HalfPair, "\"\\ude00b\"", CutEmoji, OtherBytes, "\"\xFF\"", "{}", "[]", "[\"a\"]"];
    private static readonly string[] Numbers = ["\"\"", "\" \"", "1.5", "1e400", "-1e400", "99999999999999999999", "\"text\"", "true", "[]", "{}", "[1]", HalfPair, CutEmoji];

    private static readonly Dictionary<string, string[]> Odd = new(StringComparer.Ordinal)
    {
        ["chatID"] = Texts,
        ["eventID"] = Texts,
        ["eventType"] = Texts,
        ["isNewChat"] = ["2", "\"\"", "\"maybe\"", "1.5", "[]", "{}", HalfPair],
        ["message"] = ["[]", "\"text\"", "17", "true", HalfPair, CutEmoji],
        ["source"] = Texts,
        ["addTimestamp"] = Numbers,
        ["addTime"] = ["\"soon\"", "\"2025-02-30T00:00:00Z\"", "17", "true", "[]", "{}", HalfPair, CutEmoji],
        ["replySign"] = Texts,
        ["sender"] = Texts,
        ["clientName"] = Texts,
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> OddMembers { get; } = [.. Odd.SelectMany(member => member.Value.Select(value => (member.Key, value)))];

    public static TheoryData<string, string> OddInMessages { get; } =
    [
        .. Texts.Select(value => ("text", value)),
        ("attachments", "[]"), ("attachments", "\"none\""), ("attachments", "0"), ("attachments", "false"),
    ];

    [Theory]
    [MemberData(nameof(OddMembers))]
    public async Task A_member_of_an_event_that_cannot_be_read_is_missing_alone(string name, string value)
    {
        Dictionary<string, string> members = new(StringComparer.Ordinal)
        {
            ["chatID"] = "\"1:a\"",
            ["eventID"] = "\"e1\"",
            ["eventType"] = "\"message\"",
            ["isNewChat"] = "true",
            ["message"] = """{"text":"hello"}""",
            ["source"] = "\"rusite\"",
            ["addTimestamp"] = "1",
            ["addTime"] = "\"2026-01-01T00:00:00Z\"",
            ["replySign"] = "\"sign\"",
            ["sender"] = "\"client\"",
            ["clientName"] = "\"name\"",
        };
        ChatEvent whole = (await ReadAsync(Page(Event(members)))).Result!.Events[0];
        members[name] = value;
        ChatEventsResult page = (await ReadAsync(Page(Event(members), Good))).Result!;

        Assert.Equal(["ok"], page.Events.Skip(1).Select(other => other.Message!.Text));
        Assert.Equal(7, page.Next);
        ChatEvent odd = page.Events[0];
        Assert.Equal([name], odd.UnreadableProperties.Keys);
        Assert.NotEmpty(odd.UnreadableProperties[name].GetRawText());
        Assert.Null(odd.AdditionalProperties);
        Assert.Equal(Json(Without(whole, name)), Json(odd));
    }

    [Theory]
    [MemberData(nameof(OddInMessages))]
    public async Task A_member_deep_in_an_event_is_missing_alone(string name, string value)
    {
        string text = name == "text" ? value : "\"hello\"", attachments = name == "text" ? """{"files":[{"downloadID":"f"}]}""" : value;
        ChatEventsResult page = (await ReadAsync(Page($$$"""{"eventID":"e1","message":{"text":{{{text}}},"attachments":{{{attachments}}},"mood":1}}""", Good))).Result!;
        ChatMessage message = page.Events[0].Message!;
        Assert.Equal([name], message.UnreadableProperties.Keys);
        Assert.Equal(["mood"], message.AdditionalProperties!.Keys);
        Assert.Equal(name == "text" ? null : "hello", message.Text);
        Assert.Equal(name == "text" ? "f" : null, message.Attachments?.Files[0].DownloadId);
        Assert.Equal("e2", page.Events[1].EventId);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("\"1\"", true)]
    [InlineData("\"true\"", true)]
    [InlineData("0", false)]
    [InlineData("\"0\"", false)]
    [InlineData("\"false\"", false)]
    [InlineData("null", null)]
    public async Task A_flag_is_read_in_each_of_its_forms(string value, bool? expected)
    {
        ChatEvent one = (await ReadAsync(Page($$"""{"isNewChat":{{value}}}"""))).Result!.Events[0];
        Assert.Equal(expected, one.IsNewChat);
        Assert.Empty(one.UnreadableProperties);
    }

    [Theory]
    [InlineData(65)]
    [InlineData(400)]
    public async Task A_member_that_is_nested_deep_does_not_lose_the_answer(int depth)
    {
        string deep = new string('[', depth) + new string(']', depth);
        ChatEventsResult page = (await ReadAsync(Page($$$"""{"eventID":"e1","mood":{{{deep}}},"clientName":{{{deep}}},"isNewChat":true}""", Good))).Result!;
        Assert.Equal(["mood"], page.Events[0].AdditionalProperties!.Keys);
        Assert.Equal(["clientName"], page.Events[0].UnreadableProperties.Keys);
        Assert.Equal((null, true), (page.Events[0].ClientName, page.Events[0].IsNewChat));
        Assert.Equal("e2", page.Events[1].EventId);
    }

    [Fact]
    public async Task An_answer_without_a_bottom_is_not_understood()
    {
        string deep = new string('[', 100_000) + new string(']', 100_000);
        await Assert.ThrowsAsync<WildberriesResponseException>(() => ReadAsync(Page($$$"""{"eventID":"e1","mood":{{{deep}}}}""", Good)));
    }

    [Fact]
    public async Task The_raw_text_is_there_as_it_came()
    {
        ChatEvent one = (await ReadAsync(Page(
            "{\"addTimestamp\":1e400,\"message\":{\"text\":" + HalfPair + "},\"clientName\":" + CutEmoji + ",\"sender\":{\"id\":[1, 2]}}"))).Result!.Events[0];
        Assert.Equal("1e400", one.UnreadableProperties["addTimestamp"].GetRawText());
        Assert.Equal(HalfPair, one.Message!.UnreadableProperties["text"].GetRawText());
        Assert.Equal("a\uFFFD", one.UnreadableProperties["clientName"].GetString());
        Assert.Equal("""{"id":[1, 2]}""", one.UnreadableProperties["sender"].GetRawText());
    }

    [Fact]
    public async Task An_event_with_odd_values_can_be_kept_and_read_again()
    {
        ChatEventsResponse page = await ReadAsync(Page("{\"eventID\":\"e1\",\"addTimestamp\":\"?\",\"message\":{\"text\":" + HalfPair + "}}", Good));
        string kept = JsonSerializer.Serialize(page, BuyerChatJsonContext.Default.ChatEventsResponse);
        ChatEventsResponse again = JsonSerializer.Deserialize(kept, BuyerChatJsonContext.Default.ChatEventsResponse)!;
        Assert.Equal(page.Result!.Events.Select(Json), again.Result!.Events.Select(Json));
        Assert.DoesNotContain("?", page.Result.Events[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("\"event\"")]
    [InlineData("[]")]
    [InlineData("true")]
    [InlineData("\"a\\ud83d\"")]
    public async Task An_event_that_cannot_be_read_at_all_is_told_and_passed(string odd)
    {
        List<string> asked = [];
        using var host = new FakeHost<IBuyerChatApi>(BuyerChatJsonContext.Default, request =>
        {
            asked.Add(request.RequestUri!.Query);
            return asked.Count == 1 ? Page(odd, Good, "null") : """{"result":{"next":7,"totalEvents":0,"events":[]}}""";
        });
        var told = new Told();
        var stream = new ChatEventStream(host.Api, new InMemoryStateStore(), "shop", new ChatEventStreamOptions { LeftOut = told });
        List<string> got = [];
        await foreach (ChatEvent one in stream.ReadAvailableAsync(Cancel))
            got.Add(one.EventId);
        Assert.Equal(["e2"], got);
        Assert.Equal([odd], told.Raw);
        Assert.Equal(["", "?next=7"], asked);
    }

    [Theory]
    [InlineData("""{"result":{"events":"none","next":7}}""")]
    [InlineData("""{"result":{"events":{"a":1},"next":7}}""")]
    [InlineData("""{"result":"none"}""")]
    [InlineData("""{"result":{"events":[{"eventID":"e1"}""")]
    [InlineData("""{"result":{"events":[}}""")]
    public async Task A_page_that_is_none_is_an_error_and_not_the_end(string json) =>
        await Assert.ThrowsAsync<WildberriesResponseException>(() => ReadAsync(json));

    [Theory]
    [InlineData("""{"result":[]}""")]
    [InlineData("""{"result":{"events":{}}}""")]
    [InlineData("""{"result":{"events":null},"errors":{}}""")]
    public async Task Nothing_may_be_an_empty_one_of_another_kind(string json) =>
        Assert.Empty((await ReadAsync(json)).Result?.Events ?? []);

    [Fact]
    public async Task Of_a_list_of_texts_or_numbers_only_the_odd_ones_are_missing()
    {
        using var host = new FakeHost<Wildberries.Sdk.Advert.IAdvertApi>(
            Wildberries.Sdk.Advert.AdvertJsonContext.Default, """{"items":[{"advertId":1,"nmId":2,"norm_queries":["a",{"b":1},"c",[]]},7]}""");
        var answer = await host.Api.GetMinusPhrasesAsync(new() { Items = [] }, Cancel);
        Assert.Equal(["a", "c"], answer.Items[0].Phrases);
        Assert.Equal("""[{"b":1},[]]""", answer.Items[0].UnreadableProperties["norm_queries"].GetRawText());
        Assert.Equal("7", answer.Items[1].UnreadableProperties[""].GetRawText());
    }

    [Fact]
    public async Task A_row_of_a_report_keeps_its_other_members()
    {
        using var host = new FakeHost<IFinanceApi>(
            FinanceJsonContext.Default, """[{"rrdId":1,"forPay":"1.5"},{"rrdId":2,"forPay":"abc","quantity":"","title":"\ud83d","nmId":5,"newMember":1},{"rrdId":3,"forPay":2}]""");
        List<SalesReportRow> rows = [];
        await foreach (SalesReportRow row in host.Api.GetSalesReportRowsAsync(1, new SalesReportByIdRequest(), Cancel))
            rows.Add(row);
        Assert.Equal([(1, 1.5m), (2, null), (3, 2m)], rows.Select(row => (row.RrdId, row.ForPay)));
        Assert.Equal(["forPay", "quantity", "title"], rows[1].UnreadableProperties.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((5, "newMember"), (rows[1].NmId, Assert.Single(rows[1].AdditionalProperties!).Key));
        Assert.Empty(rows[2].UnreadableProperties);
    }

    [Theory]
    [InlineData("""[{"rrdId":1},{"rrdId":2}""", 2)]
    [InlineData("""[{"rrdId":1},{"rrdId":2},{"rrdId":3""", 2)]
    [InlineData("""[{"rrdId":1},{"rrdId":2}]]""", 2)]
    [InlineData("""[{"rrdId":1},{"rrdId":2},,]""", 2)]
    [InlineData("""{"error":"x"}""", 0)]
    [InlineData("""{"rrdId":1}""", 0)]
    [InlineData("<html>", 0)]
    public async Task Rows_that_break_off_are_an_error_after_those_that_came(string json, int count)
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, json);
        int got = 0;
        WildberriesResponseException failure = await Assert.ThrowsAsync<WildberriesResponseException>(async () =>
        {
            await foreach (SalesReportRow row in wb.Client.Finance.GetSalesReportRowsAsync(1, new SalesReportByIdRequest(), Cancel))
                got++;
        });
        Assert.Equal(count, got);
        Assert.Equal(count > 0, failure.Message.Contains($"after row {count}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(7, 1_000)]
    [InlineData(5_000, 40_000)]
    [InlineData(1_000_000, 40_000)]
    public async Task Rows_are_cut_wherever_the_bytes_are(int size, int length)
    {
        string text = "Ё\\\"]}[{, " + new string('я', length);
        byte[] json = Encoding.UTF8.GetBytes("\uFEFF [ " + string.Join(" ,\n", Enumerable.Range(1, 5).Select(id =>
            $$$"""{"rrdId":{{{id}}},"title":"{{{(id == 3 ? text : "a]b")}}}","x":{"y":[[{}],{"z":"}"}]}}""")) + " ]\n");
        using var wb = new FakeWildberries();
        wb.Answer((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Dripping(json, size)) }));
        List<SalesReportRow> rows = [];
        await foreach (SalesReportRow row in wb.Client.Finance.GetSalesReportRowsAsync(1, new SalesReportByIdRequest(), Cancel))
            rows.Add(row);
        Assert.Equal([1, 2, 3, 4, 5], rows.Select(row => row.RrdId));
        Assert.Equal("Ё\"]}[{, " + new string('я', length), rows[2].Title);
        Assert.Equal("""{"y":[[{}],{"z":"}"}]}""", rows[4].AdditionalProperties!["x"].GetRawText());
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("utf8")]
    [InlineData("\"utf-8\"")]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1251")]
    [InlineData("nobody-knows")]
    [InlineData("")]
    public async Task UTF_8_is_UTF_8_whatever_it_calls_itself(string charset)
    {
        using var wb = new FakeWildberries();
        wb.Answer(Bytes(Encoding.UTF8.GetBytes(Page("""{"eventID":"e1","clientName":"Мария"}""")), charset));
        Assert.Equal("Мария", (await wb.Client.BuyerChat.GetEventsAsync(cancellationToken: Cancel)).Result!.Events[0].ClientName);
    }

    [Fact]
    public async Task What_is_no_UTF_8_is_what_it_calls_itself()
    {
        foreach ((string charset, byte[] name) in new[] { ("windows-1251", Latin("\xCC\xE0\xF0\xE8\xFF")), ("koi8-r", Latin("\xED\xC1\xD2\xC9\xD1")) })
        {
            using var wb = new FakeWildberries();
            wb.Answer(Bytes([.. Latin("""{"result":{"events":[{"eventID":"e1","clientName":" """.TrimEnd()), .. name, .. Latin("\"}]}}")], charset));
            ChatEvent one = (await wb.Client.BuyerChat.GetEventsAsync(cancellationToken: Cancel)).Result!.Events[0];
            Assert.Equal("Мария", one.ClientName);
            Assert.Empty(one.UnreadableProperties);
        }

        using var wide = new FakeWildberries();
        wide.Answer(Bytes(Encoding.Unicode.GetBytes(Page("""{"eventID":"e1","clientName":"Мария"}""")), "utf-16"));
        Assert.Equal("Мария", (await wide.Client.BuyerChat.GetEventsAsync(cancellationToken: Cancel)).Result!.Events[0].ClientName);
    }

    public static TheoryData<string, string, string[]> Sent => new()
    {
        { """{"result":{"addTime":1,"chatID":"1:a"},"errors":[{"code":5,"file":"a.png"}]}""", "utf-8", ["""{"code":5,"file":"a.png"}"""] },
        { """{"result":{"addTime":1,"chatID":"1:a"},"errors":{"a.png":"too large"}}""", "utf-8", ["""{"a.png":"too large"}"""] },
        { """{"result":{"addTime":1,"chatID":"1:a"},"errors":"too large"}""", "utf-8", ["too large"] },
        { """{"result":{"addTime":1,"chatID":"1:a"},"errors":[null,7,"too large"]}""", "utf-8", ["7", "too large"] },
        { """{"result":{"addTime":1,"chatID":"1:a"},"errors":{}}""", "utf-8", [] },
        { """{"result":{"addTime":1,"chatID":"1:a"},"errors":["a\ud83d"]}""", "utf-8", [] },
        { """{"result":{"addTime":"soon","chatID":"1:a"},"errors":[]}""", "utf-8", [] },
        { """{"result":{"addTime":1,"chatID":"1:a"},"errors":[]}""", "utf-7", [] },
        { """{"result":{"addTime":1,"chatID":"1:a"},"errors":[]}""", "nobody-knows", [] },
        { """{"result":[],"errors":[]}""", "utf-8", [] },
        { """{"result":"ok","errors":[]}""", "utf-8", [] },
    };

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task A_message_that_was_sent_is_sent(string json, string charset, string[] errors)
    {
        using var wb = new FakeWildberries();
        wb.Answer(Bytes(Encoding.UTF8.GetBytes(json), charset));
        SendMessageResponse sent = await new ChatMessenger(wb.Client.BuyerChat).SendBySignAsync("sign", "text", cancellationToken: Cancel);
        Assert.Equal(errors, sent.Errors);
        Assert.Equal(json.Contains("1:a", StringComparison.Ordinal) ? "1:a" : null, sent.Result?.ChatId);
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task A_sign_is_found_in_a_list_of_chats_with_an_odd_one()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, """{"result":[7,{"chatID":[],"replySign":"x"},{"chatID":"1:a","replySign":"sign","lastMessage":{"addTimestamp":""}}],"errors":null}""")
            .Answer(HttpStatusCode.OK, """{"result":{"chatID":"1:a"}}""");
        await new ChatMessenger(wb.Client.BuyerChat).SendAsync("1:a", "text", cancellationToken: Cancel);
        Assert.Contains("sign", wb.Arrivals[1].Body!, StringComparison.Ordinal);
    }

    private static ChatEvent Without(ChatEvent whole, string name) => name switch
    {
        "chatID" => whole with { ChatId = "" },
        "eventID" => whole with { EventId = "" },
        "eventType" => whole with { EventType = default },
        "isNewChat" => whole with { IsNewChat = null },
        "message" => whole with { Message = null },
        "source" => whole with { Source = default },
        "addTimestamp" => whole with { AddTimestamp = null },
        "addTime" => whole with { AddTime = null },
        "replySign" => whole with { ReplySign = null },
        "sender" => whole with { Sender = default },
        _ => whole with { ClientName = null },
    };

    private static string Json(ChatEvent one) => JsonSerializer.Serialize(one, BuyerChatJsonContext.Default.ChatEvent);

    private static string Event(Dictionary<string, string> members) => $"{{{string.Join(',', members.Select(member => $"\"{member.Key}\":{member.Value}"))}}}";

    private static string Page(params string[] events) => $$$"""{"result":{"next":7,"totalEvents":2,"events":[{{{string.Join(',', events)}}}]},"errors":null}""";

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static async Task<ChatEventsResponse> ReadAsync(string json)
    {
        using var wb = new FakeWildberries();
        wb.Answer(Bytes(Latin(json), "utf-8"));
        return await wb.Client.BuyerChat.GetEventsAsync(cancellationToken: Cancel);
    }

    private static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Bytes(byte[] body, string charset) => (_, _) =>
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", charset.Length == 0 ? "application/json" : $"application/json; charset={charset}");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
    };

    private sealed class Told : IProgress<JsonElement>
    {
        public List<string> Raw { get; } = [];

        public void Report(JsonElement value) => Raw.Add(value.GetRawText());
    }

    private sealed class Dripping(byte[] content, int size) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer.Length > size ? buffer[..size] : buffer, cancellationToken);
    }
}
