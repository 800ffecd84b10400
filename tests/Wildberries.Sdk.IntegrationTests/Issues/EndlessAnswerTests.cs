using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Fuzz;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Tests;

namespace Wildberries.Sdk.IntegrationTests.Issues;

/// <summary>Answers without an end, small ones that become large, and lengths that are lies: none fills the memory.</summary>
[Collection(nameof(RealTime))]
public sealed class EndlessAnswerTests
{
    private const int Cap = 1024 * 1024;

    private static readonly Dictionary<string, (string Header, string Start)> Endless = new()
    {
        ["a text"] = ("Content-Type: application/json", "[{\"result\":\""),
        ["a list"] = ("Content-Type: application/json", "["),
        ["a web page"] = ("Content-Type: text/html", "<html><body>"),
        ["white space"] = ("Content-Type: application/json", " "),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Ways { get; } = [.. Endless.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task No_operation_reads_an_answer_without_an_end(string way)
    {
        await using RawServer server = new(_ => Forever(Endless[way].Header, Endless[way].Start));
        long before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (WildberriesOperation operation in WildberriesOperations.All)
        {
            using WildberriesClient client = Connect(server, Samples.TokenTypeFor(operation));
            object? result = null;
            Exception? exception = await Record.ExceptionAsync(
                async () => result = await new Call(Samples.Method(operation)).RunAsync(Samples.Api(client, operation.ApiType), Samples.Arguments(Samples.Method(operation), Cancel)));

            // A method without a result reads none, a download is the caller's to read, and so are rows; what is no row is seen at once.
            bool isRows = operation.IsStreamed && Samples.AnswerType(operation) is not null;
            if (exception is null)
                Assert.True(Samples.AnswerType(operation) is null || (isRows && way == "a list"), $"{operation.Name} gave {result ?? "null"}.");
            else
                Assert.True(
                    exception is WildberriesResponseException && (isRows || exception.Message.Contains("was not read to its end", StringComparison.Ordinal)), $"{operation.Name}: {exception}");
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 200 * 1024 * 1024);
    }

    [Fact]
    public async Task A_list_that_breaks_off_is_an_error_and_no_empty_list()
    {
        await using RawServer server = new(_ => RawServer.TextAndClose(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[{\"up"));
        using WildberriesClient client = Connect(server);
        await Assert.ThrowsAnyAsync<WildberriesApiException>(
            () => client.Advert.GetExpensesAsync(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 2), Cancel));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_small_body_that_becomes_a_large_one_is_given_up_at_the_cap(string encoding)
    {
        byte[] bomb = Compressed(encoding, 64 * Cap);
        Assert.InRange(bomb.Length, 1, Cap / 4);
        await using RawServer server = new(_ => Bytes($"Content-Encoding: {encoding}\r\nContent-Type: application/json\r\nContent-Length: {bomb.Length}", bomb));
        using WildberriesClient client = Connect(server);
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(() => client.BuyerChat.GetChatsAsync(Cancel));
        Assert.Equal("WB's answer to BuyerChat.GetChats was not read to its end: it has more than the 1,048,576 bytes that MaxBufferedAnswerBytes allows", error.Message);
        Assert.Equal((System.Net.HttpStatusCode.OK, Delivery.Answered, "BuyerChat.GetChats"), (error.StatusCode, error.Delivery, error.Operation));
    }

    [Theory]
    [InlineData(1_048_577)]
    [InlineData(2_147_483_640)]
    [InlineData(9_000_000_000)]
    public async Task A_length_beyond_the_cap_is_refused_before_memory_is_set_aside(long length)
    {
        await using RawServer server = new(_ => RawServer.TextAndSilence(
            FormattableString.Invariant($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{{")));
        using WildberriesClient client = Connect(server);
        await Assert.ThrowsAsync<WildberriesResponseException>(() => client.BuyerChat.GetChatsAsync(Cancel));
    }

    [Fact]
    public async Task One_row_without_an_end_is_given_up_after_the_rows_before_it()
    {
        await using RawServer server = new(_ => Forever("Content-Type: application/json", "[{\"rrdId\":1},{\"rrdId\":2,\"subjectName\":\""));
        using WildberriesClient client = Connect(server);
        var rows = new List<long?>();
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(async () =>
        {
            await foreach (SalesReportRow row in client.Finance.GetSalesReportRowsAsync(1, new SalesReportByIdRequest(), Cancel))
                rows.Add(row.RrdId);
        });
        Assert.Equal("WB's answer to Finance.GetSalesReportRows was not read to its end: a row of it has more than 16,777,216 bytes", error.Message);
        Assert.Equal([1], rows);
    }

    [Fact]
    public async Task Rows_and_downloads_that_are_larger_than_the_cap_in_all_are_read()
    {
        byte[] rows = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("{\"rrdId\":1,\"subjectName\":\"" + new string('x', 1000) + "\"}", 3_000))}]");
        Assert.InRange(rows.Length, 2 * Cap, int.MaxValue);
        await using RawServer server = new(_ => Bytes($"Content-Type: application/json\r\nContent-Length: {rows.Length}", rows));
        using WildberriesClient client = Connect(server);
        int count = 0;
        await foreach (SalesReportRow row in client.Finance.GetSalesReportRowsAsync(1, new SalesReportByIdRequest(), Cancel))
            count++;
        Assert.Equal(3_000, count);

        using HttpResponseMessage file = await client.BuyerChat.DownloadAsync("id", Cancel);
        using var copy = new MemoryStream();
        await (await file.Content.ReadAsStreamAsync(Cancel)).CopyToAsync(copy, Cancel);
        Assert.Equal(rows.Length, copy.Length);

        // Into memory at once is another matter.
        using HttpResponseMessage again = await client.BuyerChat.DownloadAsync("id", Cancel);
        await Assert.ThrowsAsync<WildberriesResponseException>(() => again.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task A_file_in_moderation_says_one_number_and_no_more_is_read_for_it()
    {
        await using RawServer server = new(_ => Forever("Content-Type: application/json", "{\"retrySeconds\":5,\"x\":\"", "202 Accepted"));
        using WildberriesClient client = Connect(server);
        var error = await Assert.ThrowsAsync<WildberriesTimeoutException>(
            () => new ChatFileDownloader(client.BuyerChat, TimeSpan.Zero).DownloadAsync("id", Cancel));
        Assert.Contains("in moderation", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_body_of_an_error_is_read_no_further_than_it_is_told()
    {
        await using RawServer server = new(_ => Forever("Content-Type: text/plain", "too much", "400 Bad Request"));
        using WildberriesClient client = Connect(server);
        var error = await Assert.ThrowsAsync<WildberriesBadRequestException>(() => client.BuyerChat.GetChatsAsync(Cancel));
        Assert.StartsWith("too much", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_is_far_above_the_largest_real_answers()
    {
        // Orders and rows of stocks are given as a whole: so many rows of so many bytes. Documents: 50 of 3 MB in base64.
        long orders = 80_000L * 1_200, stocks = 250_000L * 450, documents = 50L * 3 * 1024 * 1024 * 4 / 3;
        Assert.All([orders, stocks, documents], bytes => Assert.InRange(bytes, 1, new WildberriesOptions().MaxBufferedAnswerBytes / 2));
    }

    private static WildberriesClient Connect(RawServer server, Wildberries.Sdk.Authentication.TokenType type = Wildberries.Sdk.Authentication.TokenType.Personal) =>
        WildberriesClient.Create(TestTokens.Create(type, sellerId: Guid.NewGuid().ToString()), options =>
        {
            options.EmulatorAddress = server.Address;
            options.Retry.MaxRetries = 0;
            options.MaxBufferedAnswerBytes = Cap;
        });

    private static Reply Forever(string header, string start, string status = "200 OK") => async (connection, cancellationToken) =>
    {
        await connection.SendAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\n{header}\r\nConnection: close\r\n\r\n{start}"), cancellationToken);
        byte[] more = Encoding.ASCII.GetBytes(start == "[" ? string.Concat(Enumerable.Repeat("{},", 20_000)) : new string(start == " " ? ' ' : 'x', 60_000));

        // Until the other side has had enough.
        while (true)
            await connection.SendAsync(more, cancellationToken);
    };

    private static Reply Bytes(string header, byte[] body) => async (connection, cancellationToken) =>
    {
        await connection.SendAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\n{header}\r\n\r\n"), cancellationToken);
        for (int sent = 0; sent < body.Length;)
            sent += await connection.SendAsync(body.AsMemory(sent), SocketFlags.None, cancellationToken);
        return true;
    };

    private static byte[] Compressed(string encoding, int length)
    {
        using var bytes = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(bytes, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            stream.Write("{\"result\":[{\"chatID\":\""u8);
            byte[] part = Encoding.ASCII.GetBytes(new string('x', Cap));
            for (int written = 0; written < length; written += part.Length)
                stream.Write(part);
        }

        return bytes.ToArray();
    }
}
