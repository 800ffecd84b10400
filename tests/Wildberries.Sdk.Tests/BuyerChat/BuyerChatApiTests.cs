using System.Net;
using System.Text;
using Refit;
using RichardSzalay.MockHttp;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.BuyerChat;

public sealed class BuyerChatApiTests : IDisposable
{
    private readonly MockHttpMessageHandler _http = new();
    private readonly IBuyerChatApi _api;

    public BuyerChatApiTests()
    {
        HttpClient client = _http.ToHttpClient();
        client.BaseAddress = new Uri("https://buyer-chat-api.wildberries.ru");
        _api = (IBuyerChatApi)ApiRegistration.Of<IBuyerChatApi>(BuyerChatJsonContext.Default).CreateStub(client);
    }

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Ping_reads_time_with_its_offset_and_status()
    {
        Answer(HttpMethod.Get, "/ping", """{"TS":"2026-08-16T11:19:05+03:00","Status":"OK"}""");

        PingResponse ping = await _api.PingAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new DateTimeOffset(2026, 8, 16, 11, 19, 5, TimeSpan.FromHours(3)), ping.Timestamp);
        Assert.Equal("OK", ping.Status);
    }

    [Fact]
    public async Task Chats_come_with_sign_product_and_last_message()
    {
        Answer(HttpMethod.Get, "/api/v1/seller/chats", ChatJson.Chats);

        ChatsResponse chats = await _api.GetChatsAsync(TestContext.Current.CancellationToken);

        Chat chat = Assert.Single(chats.Result);
        Assert.Empty(chats.Errors);
        Assert.Equal("1:aa11", chat.ChatId);
        Assert.Equal("1:aa11:77:sig", chat.ReplySign);
        Assert.Equal("Ольга", chat.ClientName);
        Assert.Equal(
            new GoodCard { NmId = 5_000_000_001, PriceHundredths = 74_950, PriceCurrency = "RUB", Rid = "d0c1", Size = "42" },
            chat.GoodCard);
        Assert.Equal("Здравствуйте!", chat.LastMessage?.Text);
        Assert.Equal(1766138234889, chat.LastMessage?.AddTimestamp);
        Assert.Equal(new DateTimeOffset(2025, 12, 19, 9, 57, 14, 889, TimeSpan.Zero), chat.LastMessage?.AddedAt);
    }

    [Fact]
    public async Task Events_come_with_every_field()
    {
        Answer(HttpMethod.Get, "/api/v1/seller/events", ChatJson.Events);

        ChatEventsResponse response = await _api.GetEventsAsync(cancellationToken: TestContext.Current.CancellationToken);

        ChatEventsResult page = response.Result!;
        Assert.Equal(1766138300000, page.Next);
        Assert.Equal(new DateTimeOffset(2025, 12, 19, 9, 58, 20, TimeSpan.Zero), page.NewestEventTime);
        Assert.Equal(new DateTimeOffset(2025, 12, 19, 9, 57, 14, TimeSpan.Zero), page.OldestEventTime);
        Assert.Equal(2, page.TotalEvents);

        ChatEvent first = page.Events[0];
        Assert.Equal("1:aa11", first.ChatId);
        Assert.Equal("e-1", first.EventId);
        Assert.Equal(ChatEventType.Message, first.EventType);
        Assert.True(first.IsNewChat);
        Assert.Equal(ChatMessageSource.Ios, first.Source);
        Assert.Equal(ChatSender.Client, first.Sender);
        Assert.Equal(1766138234889, first.AddTimestamp);
        Assert.Equal(new DateTimeOffset(2025, 12, 19, 9, 57, 14, TimeSpan.Zero), first.AddTime);
        Assert.Equal(1766138234889, first.AddedAt?.ToUnixTimeMilliseconds());
        Assert.Equal("1:aa11:77:sig", first.ReplySign);
        Assert.Equal("Ольга", first.ClientName);
        Assert.Equal("Пришёл не тот цвет", first.Message?.Text);
        ChatAttachments attachments = first.Message!.Attachments!;
        Assert.Equal(5_000_000_001, attachments.GoodCard?.NmId);
        Assert.Equal(
            new ChatFile
            {
                ContentType = "application/pdf",
                Date = new DateTimeOffset(2025, 12, 19, 9, 57, 0, 594, TimeSpan.Zero),
                DownloadId = "f-1",
                Name = "Чек.pdf",
                Url = "https://chat-basket-01.wbbasket.ru/f.pdf",
                Size = 1_046_143,
            },
            Assert.Single(attachments.Files));
        Assert.Equal(
            new ChatImage
            {
                Date = new DateTimeOffset(2025, 12, 19, 9, 57, 1, TimeSpan.Zero),
                DownloadId = "i-1",
                Url = "https://chat-basket-01.wbbasket.ru/i.jpg",
            },
            Assert.Single(attachments.Images));

        ChatEvent second = page.Events[1];
        Assert.Null(second.IsNewChat);
        Assert.Null(second.Message);
        Assert.Equal(ChatSender.Seller, second.Sender);
        Assert.Equal(default, second.Source);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(1698045576000L, "?next=1698045576000")]
    public async Task Events_are_asked_with_next_only_when_given(long? next, string query)
    {
        Uri? asked = null;
        _http.When("*").Respond(request =>
        {
            asked = request.RequestUri;
            return Json("""{"result":{"totalEvents":0}}""");
        });

        await _api.GetEventsAsync(next, TestContext.Current.CancellationToken);

        Assert.Equal("/api/v1/seller/events" + query, asked?.PathAndQuery);
    }

    [Fact]
    public async Task A_message_goes_as_a_form_with_WBs_part_names()
    {
        List<(string? Name, string? FileName, string? Type, string Text)> parts = [];
        _http.When(HttpMethod.Post, "https://buyer-chat-api.wildberries.ru/api/v1/seller/message").Respond(async request =>
        {
            foreach (HttpContent part in Assert.IsType<MultipartFormDataContent>(request.Content))
            {
                parts.Add((
                    part.Headers.ContentDisposition?.Name,
                    part.Headers.ContentDisposition?.FileName ?? part.Headers.ContentDisposition?.FileNameStar,
                    part.Headers.ContentType?.MediaType,
                    await part.ReadAsStringAsync(TestContext.Current.CancellationToken)));
            }

            return Json("""{"result":{"addTime":1712848270018,"chatID":"1:aa11","sign":"1:aa11:78:sig"},"errors":["f: too big"]}""");
        });

        SendMessageResponse sent = await _api.SendMessageAsync(
            "1:aa11:77:sig",
            "Здравствуйте",
            [new ByteArrayPart("%PDF-a"u8.ToArray(), "a.pdf", "application/pdf", "file"), new ByteArrayPart("b"u8.ToArray(), "b.png", "image/png", "file")],
            TestContext.Current.CancellationToken);

        Assert.Equal(["replySign", "message", "file", "file"], parts.Select(p => p.Name));
        Assert.Equal(["1:aa11:77:sig", "Здравствуйте", "%PDF-a", "b"], parts.Select(p => p.Text));
        Assert.Equal(["application/pdf", "image/png"], parts.Skip(2).Select(p => p.Type));
        Assert.Equal(["a.pdf", "b.png"], parts.Skip(2).Select(p => p.FileName));
        Assert.Equal("1:aa11", sent.Result?.ChatId);
        Assert.Equal("1:aa11:78:sig", sent.Result?.Sign);
        Assert.Equal(1712848270018, sent.Result?.AddTime);
        Assert.Equal(1712848270018, sent.Result?.AddedAt?.ToUnixTimeMilliseconds());
        Assert.Equal(["f: too big"], sent.Errors);
    }

    [Fact]
    public async Task A_message_without_files_has_no_file_part_and_without_text_no_text_part()
    {
        List<string?> names = [];
        _http.When("*").Respond(request =>
        {
            names.AddRange(Assert.IsType<MultipartFormDataContent>(request.Content).Select(p => p.Headers.ContentDisposition?.Name));
            return Json("{}");
        });

        await _api.SendMessageAsync("sign", "text", cancellationToken: TestContext.Current.CancellationToken);
        await _api.SendMessageAsync(
            "sign", files: [new ByteArrayPart("b"u8.ToArray(), "b.png", "image/png", "file")], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["replySign", "message", "replySign", "file"], names);
    }

    [Fact]
    public async Task A_download_gives_the_answer_itself_and_escapes_the_id()
    {
        Uri? asked = null;
        _http.When("*").Respond(request =>
        {
            asked = request.RequestUri;
            return new HttpResponseMessage(HttpStatusCode.Accepted)
            {
                Content = new StringContent("""{"moderationState":"pending","retrySeconds":30}""", Encoding.UTF8, "application/json"),
            };
        });

        using HttpResponseMessage response = await _api.DownloadAsync("a b/c", TestContext.Current.CancellationToken);

        Assert.Equal("/api/v1/seller/download/a%20b%2Fc", asked?.PathAndQuery);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task A_download_returns_before_the_body_is_read()
    {
        using var body = new UnreadStream();
        _http.When("*").Respond(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) });

        await using ChatDownload download = await _api.DownloadFileAsync("f-1", TestContext.Current.CancellationToken);

        Assert.Equal(0, body.Reads);
        Assert.Throws<NotSupportedException>(() => download.Content.ReadByte());
    }

    [Fact]
    public void The_table_of_operations_has_WBs_access_and_limits()
    {
        IReadOnlyList<WildberriesOperation> operations = WildberriesOperations.Of<IBuyerChatApi>();

        Assert.Equal(
            ["DownloadAsync", "GetChatsAsync", "GetEventsAsync", "PingAsync", "SendMessageAsync"],
            operations.Select(o => o.MethodName).Order(StringComparer.Ordinal));
        Assert.All(operations, o => Assert.Equal(
            o.MethodName == "SendMessageAsync" ? OperationAccess.Write : OperationAccess.Read, o.Access));
        Assert.All(operations, o => Assert.Equal(
            o.MethodName == "PingAsync" ? TokenCategory.None : TokenCategory.BuyersChat, o.Category));
        Assert.All(operations.Where(o => o.MethodName != "PingAsync"), o =>
        {
            const TokenKinds fast = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret;
            RateLimit slow = o.MethodName == "DownloadAsync"
                ? new RateLimit(10, TimeSpan.FromHours(1), 1, TokenKinds.Base)
                : new RateLimit(1, TimeSpan.FromHours(1), 1, TokenKinds.Base);
            Assert.Equal([new RateLimit(10, TimeSpan.FromSeconds(10), 10, fast), slow], o.RateLimits);
        });
    }

    private static HttpResponseMessage Json(string json) => new(HttpStatusCode.OK)
    {
        Content = new StringContent(json, Encoding.UTF8, "application/json"),
    };

    private void Answer(HttpMethod method, string path, string json) =>
        _http.When(method, "https://buyer-chat-api.wildberries.ru" + path).Respond("application/json", json);

    private sealed class UnreadStream : MemoryStream
    {
        public int Reads { get; private set; }

        public override int Read(Span<byte> buffer) => throw Count();

        public override int Read(byte[] buffer, int offset, int count) => throw Count();

        public override int ReadByte() => throw Count();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw Count();

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw Count();

        private NotSupportedException Count()
        {
            Reads++;
            return new NotSupportedException();
        }
    }
}
