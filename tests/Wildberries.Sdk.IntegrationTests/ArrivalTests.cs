using System.Text;
using Refit;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Tests;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>How often a request arrives at the server when the connection breaks: only what the server read counts.</summary>
public sealed class ArrivalTests(ITestOutputHelper output)
{
    private const string Sent = """{"result":{"addTime":1712848270018,"chatID":"1:a"},"errors":[]}""";

    private static readonly long[] Seven = [7];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<string, string, bool> Writes { get; } = new(
        [
            "GET /start", "DELETE /item", "POST /approve", "POST /upload", "POST /api/v1/seller/message", "GET /adv/v0/start?id=7",
            "POST /adv/v1/budget/deposit?id=7",
        ],
        ["close", "reset", "half header"],
        [false, true]);

    public static MatrixTheoryData<string, bool> Reads { get; } = new(["close", "reset", "half header"], [false, true]);

    // The trap that the next tests guard against: if it is gone one day, they prove less than they seem to.
    [Theory]
    [InlineData("GET", false)]
    [InlineData("GET", true)]
    [InlineData("DELETE", true)]
    [InlineData("POST", true)]
    public async Task A_plain_HttpClient_sends_a_request_without_a_body_again_by_itself(string verb, bool pooled)
    {
        int arrivals = await CountPlainArrivalsAsync(verb, "close", pooled);
        output.WriteLine($"{verb} without a body, sent once, arrived {arrivals} times");
        Assert.True(arrivals > 1, $"{arrivals}");
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_arrives_once_however_the_connection_breaks(string write, string failure, bool pooled)
    {
        await using RawServer server = Start(failure);
        using WildberriesClient client = Connect(server);
        if (pooled)
            await client.Api<IArrivalsApi>().WarmUpAsync(Cancel);

        await Assert.ThrowsAsync<WildberriesConnectionException>(() => CallAsync(client, write));

        RawServer.Arrival arrival = server.Arrivals[^1];
        Assert.Equal(pooled ? 2 : 1, arrival.OnConnection);
        Assert.EndsWith(write.Split(' ')[1], arrival.Path, StringComparison.Ordinal);
        Assert.Equal(write.Split(' ')[0], arrival.Verb);
        Assert.Equal(pooled ? 2 : 1, server.Arrivals.Count);
        Assert.Contains("Content-Length: ", arrival.Header, StringComparison.Ordinal);
        Assert.Equal(write is "POST /upload" or "POST /api/v1/seller/message" or "POST /adv/v1/budget/deposit?id=7", arrival.BodyLength > 0);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_read_is_repeated_until_its_repeats_are_used_up(string failure, bool pooled)
    {
        await using RawServer server = Start(failure);
        using WildberriesClient client = Connect(server);
        if (pooled)
            await client.Api<IArrivalsApi>().WarmUpAsync(Cancel);

        await Assert.ThrowsAsync<WildberriesConnectionException>(() => client.Api<IArrivalsApi>().ReadAsync(Cancel));

        // Three attempts of the SDK: what the runtime itself would send again is stopped.
        Assert.Equal(3, server.Arrivals.Count(a => a.Path.EndsWith("/read", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_read_that_may_not_be_repeated_arrives_once(string failure, bool pooled)
    {
        await using RawServer server = Start(failure);
        using WildberriesClient client = Connect(server, options => options.Retry.MaxRetries = 0);
        if (pooled)
            await client.Api<IArrivalsApi>().WarmUpAsync(Cancel);
        await Assert.ThrowsAsync<WildberriesConnectionException>(() => client.Api<IArrivalsApi>().ReadAsync(Cancel));
        Assert.Single(server.Arrivals, a => a.Path.EndsWith("/read", StringComparison.Ordinal));
    }

    // Here the runtime's repeats cannot be stopped: it is the empty content that does it. For reads nothing does.
    [Theory]
    [InlineData("GET /start", false)]
    [InlineData("GET /start", true)]
    [InlineData("DELETE /item", true)]
    [InlineData("POST /approve", true)]
    public async Task A_write_arrives_once_over_a_handler_of_the_users_own_too(string write, bool pooled)
    {
        await using RawServer server = Start("close");
        using WildberriesClient client = Connect(server, options => options.UsePrimaryHandler(() => new HttpClientHandler { AllowAutoRedirect = false }));
        if (pooled)
            await client.Api<IArrivalsApi>().WarmUpAsync(Cancel);
        await Assert.ThrowsAsync<WildberriesConnectionException>(() => CallAsync(client, write));
        Assert.Equal(pooled ? 2 : 1, server.Arrivals.Count);
    }

    [Fact]
    public async Task A_read_succeeds_once_the_server_recovers()
    {
        await using RawServer server = new(arrival => arrival.Number <= 2 ? RawServer.Reset : RawServer.Json("[7]"));
        using WildberriesClient client = Connect(server);
        Assert.Equal(Seven, await client.Api<IArrivalsApi>().ReadAsync(Cancel));
        Assert.Equal(3, server.Arrivals.Count);
    }

    [Fact]
    public async Task A_write_that_the_caller_lets_repeat_is_repeated()
    {
        await using RawServer server = new(arrival => arrival.Number <= 2 ? RawServer.Close : RawServer.Json("[7]"));
        using WildberriesClient client = Connect(server);
        IArrivalsApi api = client.With(new WildberriesCallOptions { RetryWrites = true }).Api<IArrivalsApi>();
        Assert.Equal(Seven, await api.DeleteAsync(Cancel));
        Assert.Equal(3, server.Arrivals.Count);
    }

    [Theory]
    [InlineData("write")]
    [InlineData("deposit")]
    public async Task No_write_is_repeated_once_the_answer_has_begun(string call)
    {
        var headersRead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = new(_ => RawServer.ResetInBody(headersRead.Task));
        using WildberriesClient owner = Connect(server);
        IWildberriesClient client = owner.With(new WildberriesCallOptions { OnResponse = _ => headersRead.TrySetResult() });
        IArrivalsApi api = client.Api<IArrivalsApi>();
        await Assert.ThrowsAsync<WildberriesConnectionException>(() => call switch
        {
            "write" => api.DeleteAsync(Cancel),
            _ => (Task)client.Advert.DepositBudgetAsync(7, 1000, DepositSource.Account, cancellationToken: Cancel),
        });
        Assert.Single(server.Arrivals);
    }

    [Fact]
    public async Task A_body_has_its_length_also_where_the_answer_is_read_row_by_row()
    {
        await using RawServer server = new(_ => RawServer.Json("""[{"rrdId":1}]"""));
        using WildberriesClient client = Connect(server);
        await foreach (SalesReportRow row in client.Finance.GetSalesReportRowsAsync(7, new SalesReportByIdRequest { Limit = 1 }, Cancel))
            Assert.Equal(1, row.RrdId);
        RawServer.Arrival arrival = Assert.Single(server.Arrivals);
        Assert.Equal("""{"limit":1}""".Length, arrival.BodyLength);
        Assert.DoesNotContain("Transfer-Encoding", arrival.Header, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_write_after_an_idle_connection_was_closed_arrives_once()
    {
        // The server says nothing of closing; the client finds out when it takes the connection from the pool, or later.
        await using RawServer server = new(arrival => arrival.OnConnection == 1 && arrival.Connection == 1
            ? async (connection, cancellationToken) =>
            {
                await RawServer.Json("[1]")(connection, cancellationToken);
                connection.Shutdown(System.Net.Sockets.SocketShutdown.Both);
                return false;
            }
        : RawServer.Json(Sent));
        using WildberriesClient client = Connect(server);
        await client.Api<IArrivalsApi>().WarmUpAsync(Cancel);
        try
        {
            await client.BuyerChat.SendMessageAsync("sign", "text", cancellationToken: Cancel);
        }
        catch (WildberriesConnectionException)
        {
            // Allowed: the closing can cross the request. Two arrivals are not.
        }

        Assert.InRange(server.Arrivals.Count(a => a.Path.EndsWith("/message", StringComparison.Ordinal)), 0, 1);
    }

    private static RawServer Start(string failure) => new(arrival =>
        arrival.Path.EndsWith("/warm-up", StringComparison.Ordinal) ? RawServer.Json("[1]") : Failure(failure));

    private static Reply Failure(string failure) => failure switch
    {
        "close" => RawServer.Close,
        "reset" => RawServer.Reset,
        _ => RawServer.HalfHeader,
    };

    private static WildberriesClient Connect(RawServer server, Action<WildberriesOptions>? configure = null) => WildberriesClient.Create(
        TestTokens.Create(sellerId: Guid.NewGuid().ToString()),
        options =>
        {
            options.EmulatorAddress = server.Address;
            options.AddApi<IArrivalsApi>(ArrivalsJsonContext.Default);
            options.Retry.MaxRetries = 2;
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
            configure?.Invoke(options);
        });

    private static Task CallAsync(WildberriesClient client, string write) => write switch
    {
        "GET /start" => client.Api<IArrivalsApi>().StartAsync(Cancel),
        "DELETE /item" => client.Api<IArrivalsApi>().DeleteAsync(Cancel),
        "POST /approve" => client.Api<IArrivalsApi>().ApproveAsync(Cancel),
        "POST /upload" => client.Api<IArrivalsApi>().UploadAsync(Pdf(), Cancel),
        "GET /adv/v0/start?id=7" => client.Advert.StartCampaignAsync(7, Cancel),
        "POST /adv/v1/budget/deposit?id=7" => client.Advert.DepositBudgetAsync(7, 1000, DepositSource.Account, cancellationToken: Cancel),
        _ => client.BuyerChat.SendMessageAsync("sign", "Здравствуйте!", [Pdf()], Cancel),
    };

    private static ByteArrayPart Pdf() => new(Encoding.ASCII.GetBytes("%PDF-1.1"), "Чек.pdf", "application/pdf", "file");

    private static async Task<int> CountPlainArrivalsAsync(string verb, string failure, bool pooled)
    {
        await using RawServer server = Start(failure);
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = server.Address };
        if (pooled)
            (await client.GetAsync("warm-up", Cancel)).Dispose();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(new HttpRequestMessage(new HttpMethod(verb), "x"), Cancel));
        return server.Arrivals.Count(a => a.Path == "/x");
    }
}
