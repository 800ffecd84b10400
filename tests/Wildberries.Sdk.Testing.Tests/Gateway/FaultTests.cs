using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Gateway;

public sealed class FaultTests
{
    private const string Message = "POST /api/v1/seller/message";
    private const string Chats = "GET /api/v1/seller/chats";

    [Fact]
    public async Task Next_befalls_so_many_requests_and_Always_the_others_until_Clear()
    {
        await using Harness harness = await Harness.StartAsync();
        EmulatorFaults faults = harness.Emulator.Faults;
        faults.Always(Chats, Fault.Status(500));
        faults.Next(Chats, Fault.Status(502), times: 2);
        faults.Next(Chats, Fault.Status(503));
        Assert.Equal([502, 502, 503, 500, 500], await StatusesAsync(harness, 5));
        faults.Clear();
        Assert.Equal([200], await StatusesAsync(harness, 1));
    }

    [Fact]
    public async Task A_fault_befalls_only_its_operation_and_host()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Emulator.Faults.Always("GET common-api/ping", Fault.Status(500));
        harness.Emulator.Faults.Always("GET /api/v1/seller/download/{fileId}", Fault.Status(418));
        Assert.Equal(500, await StatusAsync(harness, "common-api/ping"));
        Assert.Equal(200, await StatusAsync(harness, "buyer-chat-api/ping"));
        Assert.Equal(418, await StatusAsync(harness, "buyer-chat-api/api/v1/seller/download/any"));
    }

    [Fact]
    public async Task Requests_that_the_gateway_refuses_use_no_fault_up()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Emulator.Faults.Next(Chats, Fault.Status(503));
        using HttpResponseMessage refused = await harness.GetAsync(Rows.Chats, "rubbish");
        Assert.Equal(401, (int)refused.StatusCode);
        Assert.Equal([503, 200], await StatusesAsync(harness, 2));
    }

    [Theory]
    [InlineData("POST /api/v1/seller/mesage")]
    [InlineData("GET /api/v1/seller/message")]
    [InlineData("/api/v1/seller/message")]
    [InlineData("POST")]
    [InlineData(" ")]
    public async Task An_operation_that_does_not_exist_is_an_exception_and_not_a_fault_that_never_comes(string operation)
    {
        await using Harness harness = await Harness.StartAsync();
        Assert.Throws<ArgumentException>(() => harness.Emulator.Faults.Next(operation, Fault.Reset));
    }

    [Fact]
    public async Task An_answer_of_ones_own()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Emulator.Faults.Next(Chats, Fault.Status(400, """{"error":true,"errorText":"Плохо"}""", "application/json"));
        using HttpResponseMessage response = await harness.GetAsync(Rows.Chats);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("""{"error":true,"errorText":"Плохо"}""", await response.Content.ReadAsStringAsync(Harness.Cancellation));
        // It came from behind the gateway.
        Assert.Equal(9, Harness.Remaining(response));
    }

    [Fact]
    public async Task A_page_a_redirect_and_nothing_at_all()
    {
        await using Harness harness = await Harness.StartAsync();
        EmulatorFaults faults = harness.Emulator.Faults;
        faults.Next(Chats, Fault.Html(502));
        using HttpResponseMessage html = await harness.GetAsync(Rows.Chats);
        Assert.Equal((502, "text/html"), ((int)html.StatusCode, html.Content.Headers.ContentType?.MediaType));

        faults.Next(Chats, Fault.Redirect(new Uri("https://example.com/elsewhere"), 307));
        using HttpResponseMessage redirect = await harness.GetAsync(Rows.Chats);
        Assert.Equal((307, "https://example.com/elsewhere"), ((int)redirect.StatusCode, redirect.Headers.Location?.ToString()));

        faults.Next(Chats, Fault.Empty200());
        using HttpResponseMessage empty = await harness.GetAsync(Rows.Chats);
        Assert.Equal((200, 0L), ((int)empty.StatusCode, empty.Content.Headers.ContentLength));

        faults.Next(Chats, Fault.Empty200(chunked: true));
        using HttpResponseMessage chunked = await harness.GetHeadersAsync(Rows.Chats);
        Assert.True(chunked.Headers.TransferEncodingChunked);
        Assert.Null(chunked.Content.Headers.ContentLength);
        Assert.Equal("", await chunked.Content.ReadAsStringAsync(Harness.Cancellation));
    }

    [Fact]
    public async Task A_429_from_elsewhere_leaves_the_bucket_alone()
    {
        await using Harness harness = await Harness.StartAsync();
        EmulatorFaults faults = harness.Emulator.Faults;
        faults.Next(Chats, Fault.TooManyRequests(TimeSpan.FromSeconds(2)));
        faults.Next(Chats, Fault.RetryHeader("1,5"));
        faults.Next(Chats, Fault.TooManyRequests());
        (string?, string?)[] expected = [("2", "10"), ("1,5", null), (null, null)];
        foreach ((string? Retry, string? Limit) headers in expected)
        {
            using HttpResponseMessage response = await harness.GetAsync(Rows.Chats);
            Assert.Equal(429, (int)response.StatusCode);
            Assert.Equal(headers, (Harness.Header(response, "X-Ratelimit-Retry"), Harness.Header(response, "X-Ratelimit-Limit")));
            Assert.Null(Harness.Remaining(response));
            Assert.Equal("too many requests", (await Harness.ReadAsync(response)).GetProperty("title").GetString());
        }

        using HttpResponseMessage next = await harness.GetAsync(Rows.Chats);
        Assert.Equal(9, Harness.Remaining(next));
    }

    [Fact]
    public async Task A_delay_goes_by_the_emulators_clock()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Emulator.Faults.Next(Chats, Fault.Delay(TimeSpan.FromMinutes(10)));
        harness.Emulator.Faults.Next(Chats, Fault.Delay(TimeSpan.FromMinutes(10), Fault.Status(503)));
        foreach (int status in (int[])[200, 503])
        {
            Task<HttpResponseMessage> answer = harness.GetAsync(Rows.Chats);
            await harness.Clock.WaitForTimerAsync();
            harness.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
            Assert.False(answer.IsCompleted);
            harness.Clock.Advance(TimeSpan.FromTicks(1));
            using HttpResponseMessage response = await answer;
            Assert.Equal(status, (int)response.StatusCode);
            // What was left when it arrived, not when it was answered.
            Assert.Equal(9, Harness.Remaining(response));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_is_closed_before_or_after_the_message_was_stored(bool after)
    {
        await using Harness harness = await Harness.StartAsync();
        string sign = Begin(harness);
        harness.Emulator.Faults.Next(Message, after ? Fault.Reset.AfterOperation() : Fault.Reset);
        await Assert.ThrowsAsync<HttpRequestException>(() => harness.SendMessageAsync(sign, "Текст"));
        Assert.Equal(after ? 1 : 0, harness.Emulator.Chats.Sent.Count);
        Assert.Null(Assert.Single(harness.Emulator.Requests.Of(Message)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_status_comes_before_or_after_the_message_was_stored(bool after)
    {
        await using Harness harness = await Harness.StartAsync();
        string sign = Begin(harness);
        harness.Emulator.Faults.Next(Message, after ? Fault.Status(504).AfterOperation() : Fault.Status(504));
        using HttpResponseMessage response = await harness.SendMessageAsync(sign, "Текст");
        Assert.Equal(504, (int)response.StatusCode);
        Assert.Equal(after ? 1 : 0, harness.Emulator.Chats.Sent.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_breaks_off_in_the_middle(bool reset)
    {
        await using Harness harness = await Harness.StartAsync();
        string sign = Begin(harness);
        harness.Emulator.Faults.Next(Chats, reset ? Fault.ResetInBody : Fault.TruncatedBody);
        using HttpResponseMessage response = await harness.GetHeadersAsync(Rows.Chats);
        Assert.Equal(200, (int)response.StatusCode);
        await using Stream body = await response.Content.ReadAsStreamAsync(Harness.Cancellation);
        var read = new MemoryStream();
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(read, Harness.Cancellation));
        Assert.Equal(response.Content.Headers.ContentLength!.Value / 2, read.Length);

        harness.Emulator.Faults.Next(Message, reset ? Fault.ResetInBody : Fault.TruncatedBody);
        await Assert.ThrowsAsync<HttpRequestException>(() => harness.SendMessageAsync(sign, "Текст"));
        Assert.Single(harness.Emulator.Chats.Sent);
    }

    [Fact]
    public async Task A_body_stalls_in_the_middle()
    {
        await using Harness harness = await Harness.StartAsync();
        Begin(harness);
        harness.Emulator.Faults.Next(Chats, Fault.StallInBody);
        using HttpResponseMessage response = await harness.GetHeadersAsync(Rows.Chats);
        await using Stream body = await response.Content.ReadAsStreamAsync(Harness.Cancellation);
        byte[] half = new byte[response.Content.Headers.ContentLength!.Value / 2];
        await body.ReadExactlyAsync(half, Harness.Cancellation);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(150));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await body.ReadExactlyAsync(new byte[1], patience.Token));
    }

    [Fact]
    public async Task JSON_stops_in_the_middle_of_a_complete_answer()
    {
        await using Harness harness = await Harness.StartAsync();
        Begin(harness);
        harness.Emulator.Faults.Next(Chats, Fault.MalformedJson);
        using HttpResponseMessage response = await harness.GetAsync(Rows.Chats);
        Assert.Equal(200, (int)response.StatusCode);
        byte[] body = await response.Content.ReadAsByteArrayAsync(Harness.Cancellation);
        Assert.Equal(response.Content.Headers.ContentLength, body.Length);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Disposal_does_not_wait_for_requests_that_hang(bool inBody)
    {
        Harness harness = await Harness.StartAsync();
        Begin(harness);
        harness.Emulator.Faults.Always(Chats, inBody ? Fault.StallInBody : Fault.Delay(TimeSpan.FromDays(1)));
        Task<HttpResponseMessage> hanging = inBody ? harness.GetHeadersAsync(Rows.Chats) : harness.GetAsync(Rows.Chats);
        await (inBody ? hanging : harness.Clock.WaitForTimerAsync());

        // Long: only a disposal that hangs is meant.
        await harness.Emulator.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Harness.Cancellation);
        if (inBody)
            await Assert.ThrowsAsync<HttpRequestException>(async () => await (await hanging).Content.ReadAsStringAsync(Harness.Cancellation));
        else
            await Assert.ThrowsAsync<HttpRequestException>(() => hanging);
        // A second time does nothing.
        await harness.DisposeAsync();
    }

    private static string Begin(Harness harness)
    {
        harness.Emulator.Chats.BuyerWrites("1:a", "Здравствуйте! Подскажите, пожалуйста, размер.");
        return harness.Emulator.Chats.Find("1:a")!.ReplySign;
    }

    private static async Task<int> StatusAsync(Harness harness, string path)
    {
        using HttpResponseMessage response = await harness.GetAsync(path);
        return (int)response.StatusCode;
    }

    private static async Task<List<int>> StatusesAsync(Harness harness, int times)
    {
        var statuses = new List<int>();
        for (int i = 0; i < times; i++)
            statuses.Add(await StatusAsync(harness, Rows.Chats));
        return statuses;
    }
}
