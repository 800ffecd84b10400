using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>Answers byte by byte, as proxies and broken servers give them: each is understood, or is one of the SDK's exceptions.</summary>
public sealed class StrangeAnswerTests
{
    private const string Chats = """{"result":[{"chatID":"1:a","clientName":"Ёлка"}],"errors":null}""";

    private static readonly byte[] ChatsBytes = Encoding.UTF8.GetBytes(Chats);

    private static readonly Dictionary<string, Answer> Good = new()
    {
        ["gzip"] = new("200 OK", "Content-Encoding: gzip", Gzip(Chats)),
        ["brotli"] = new("200 OK", "Content-Encoding: br", Brotli(Chats)),
        ["a byte order mark"] = new("200 OK", "", [0xEF, 0xBB, 0xBF, .. ChatsBytes]),
        ["no content type"] = new("200 OK", "", ChatsBytes) { ContentType = null },
        ["text/plain"] = new("200 OK", "", ChatsBytes) { ContentType = "text/plain" },
        ["an unknown charset"] = new("200 OK", "", ChatsBytes) { ContentType = "application/json; charset=foo" },
        ["a quoted charset"] = new("200 OK", "", ChatsBytes) { ContentType = "application/json; charset=\"utf-8\"" },
        ["a broken content type"] = new("200 OK", "", ChatsBytes) { ContentType = "json;;;" },
        ["interim answers"] = new("200 OK", "", ChatsBytes)
        {
            Before = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n",
        },
        ["strange headers"] = new(
            "200 OK",
            "X-Ratelimit-Remaining: -5\r\nX-Ratelimit-Remaining: абв\r\nX-Ratelimit-Retry: NaN\r\nDate: yesterday",
            ChatsBytes),
        ["windows-1251 that is UTF-8"] = new("200 OK", "", ChatsBytes) { ContentType = "application/json; charset=windows-1251" },
        ["203"] = new("203 Non-Authoritative", "", ChatsBytes),
    };

    private static readonly Dictionary<string, (Answer Answer, Type Exception)> Bad = new()
    {
        ["gzip that is none"] = (new("200 OK", "Content-Encoding: gzip", ChatsBytes), typeof(WildberriesResponseException)),
        ["half of a gzip"] = (new("200 OK", "Content-Encoding: gzip", Gzip(Chats)[..^20]), typeof(WildberriesResponseException)),
        ["gzip of nothing"] = (new("200 OK", "Content-Encoding: gzip", Gzip("")), typeof(WildberriesResponseException)),
        ["brotli that is none"] = (new("200 OK", "Content-Encoding: br", ChatsBytes), typeof(WildberriesResponseException)),
        ["an error in gzip that is none"] =
            (new("400 Bad Request", "Content-Encoding: gzip", ChatsBytes), typeof(WildberriesBadRequestException)),
        ["an error in brotli that is none"] =
            (new("400 Bad Request", "Content-Encoding: br", ChatsBytes), typeof(WildberriesBadRequestException)),
        ["half of a brotli"] = (new("200 OK", "Content-Encoding: br", Brotli(Chats)[..^8]), typeof(WildberriesResponseException)),
        ["an error of unknown charset"] =
            (new("403 Forbidden", "", "{}"u8.ToArray()) { ContentType = "text/plain; charset=foo" }, typeof(WildberriesAccessException)),
        ["spaces"] = (new("200 OK", "", "  \r\n "u8.ToArray()), typeof(WildberriesResponseException)),
        ["null bytes"] = (new("200 OK", "", new byte[64]), typeof(WildberriesResponseException)),
        ["UTF-16"] = (new("200 OK", "", Encoding.Unicode.GetBytes(Chats)), typeof(WildberriesResponseException)),
        ["a deep nest"] = (new("200 OK", "", Encoding.ASCII.GetBytes(new string('[', 100_000))), typeof(WildberriesResponseException)),
        ["another shape"] = (new("200 OK", "", "[1,2,3]"u8.ToArray()), typeof(WildberriesResponseException)),
        ["status 600"] = (new("600 Unknown", "", "{}"u8.ToArray()), typeof(WildberriesApiException)),
        ["status 304"] = (new("304 Not Modified", "", []), typeof(WildberriesApiException)),
        ["no HTTP"] = (new("", "", []) { Before = "SSH-2.0-OpenSSH_9.2\r\n\r\n" }, typeof(WildberriesConnectionException)),
        ["a header without end"] = (new("200 OK", "X-Long: " + new string('x', 70_000), []), typeof(WildberriesConnectionException)),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> GoodNames { get; } = [.. Good.Keys];

    public static MatrixTheoryData<string, bool> BadNames { get; } = new(Bad.Keys, [false, true]);

    [Theory]
    [MemberData(nameof(GoodNames))]
    public async Task An_answer_with_oddities_is_understood(string name)
    {
        await using RawServer server = new(_ => Good[name].SendAsync);
        using WildberriesClient client = Connect(server);
        Assert.Equal("Ёлка", Assert.Single((await client.BuyerChat.GetChatsAsync(Cancel)).Result).ClientName);
        Assert.Single(server.Arrivals);
    }

    [Theory]
    [MemberData(nameof(BadNames))]
    public async Task A_broken_answer_is_an_exception_of_the_SDK(string name, bool write)
    {
        await using RawServer server = new(_ => Bad[name].Answer.SendAsync);
        using WildberriesClient client = Connect(server);
        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => write
            ? client.BuyerChat.SendMessageAsync("sign", "text", cancellationToken: Cancel)
            : client.BuyerChat.GetChatsAsync(Cancel));
        Assert.IsType(Bad[name].Exception, exception);
        Assert.Single(server.Arrivals);
    }

    [Fact]
    public async Task A_broken_compression_of_a_download_is_an_exception_of_the_SDK()
    {
        await using RawServer server = new(_ => Bad["gzip that is none"].Answer.SendAsync);
        using WildberriesClient client = Connect(server);
        using HttpResponseMessage download = await client.BuyerChat.DownloadAsync("id", Cancel);
        Assert.Equal(HttpStatusCode.OK, download.StatusCode);
        await Assert.ThrowsAsync<WildberriesResponseException>(() => download.Content.ReadAsByteArrayAsync(Cancel));
    }

    private static WildberriesClient Connect(RawServer server) => WildberriesClient.Create(
        TestTokens.Create(sellerId: Guid.NewGuid().ToString()),
        options =>
        {
            options.EmulatorAddress = server.Address;
            options.Retry.MaxRetries = 0;
        });

    private static byte[] Gzip(string text) => Compress(text, stream => new GZipStream(stream, CompressionLevel.Fastest));

    private static byte[] Brotli(string text) => Compress(text, stream => new BrotliStream(stream, CompressionLevel.Fastest));

    private static byte[] Compress(string text, Func<Stream, Stream> compress)
    {
        using var bytes = new MemoryStream();
        using (Stream stream = compress(bytes))
            stream.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private sealed record Answer(string Status, string Header, byte[] Body)
    {
        public string Before { get; init; } = "";

        public string? ContentType { get; init; } = "application/json";

        public async Task<bool> SendAsync(Socket connection, CancellationToken cancellationToken)
        {
            var text = new StringBuilder(Before);
            if (Status.Length > 0)
            {
                text.Append("HTTP/1.1 ").Append(Status).Append("\r\n");
                if (ContentType is not null)
                    text.Append("Content-Type: ").Append(ContentType).Append("\r\n");
                if (Header.Length > 0)
                    text.Append(Header).Append("\r\n");
                text.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n\r\n");
            }

            await connection.SendAsync((byte[])[.. Encoding.UTF8.GetBytes(text.ToString()), .. Body], cancellationToken);
            return true;
        }
    }
}
