using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Tests.Http;
using Wildberries.Sdk.Tests.Telemetry;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>A body that breaks off is told once, and asked for again where that may be.</summary>
public sealed class BrokenBodyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_whose_body_is_cut_is_repeated()
    {
        using var wb = new FakeWildberries();
        wb.Answer(Cut("""{"result":[{"chat""")).Answer(HttpStatusCode.OK, """{"result":[{"chatID":"1:a"}]}""");
        Assert.Equal("1:a", Assert.Single((await wb.Elapse(wb.Client.BuyerChat.GetChatsAsync(Cancel))).Result).ChatId);
        Assert.Equal(2, wb.Arrivals.Count);
    }

    [Fact]
    public async Task A_body_that_could_be_taken_for_a_whole_one_is_not()
    {
        using var wb = new FakeWildberries(options => options.Retry.MaxRetries = 1);
        wb.Answer(Cut("""{"result":[]}""")).Answer(Cut(""));
        var error = await Assert.ThrowsAsync<WildberriesConnectionException>(() => wb.Elapse(wb.Client.BuyerChat.GetChatsAsync(Cancel)));
        Assert.Equal(Delivery.Answered, error.Delivery);
        Assert.Equal(2, wb.Arrivals.Count);
    }

    [Fact]
    public async Task A_write_is_not_repeated_and_counts_as_answered()
    {
        using var wb = new FakeWildberries();
        wb.Answer(Cut("""{"result":{"chat"""));
        var error = await Assert.ThrowsAsync<WildberriesConnectionException>(
            () => wb.Elapse(wb.Client.BuyerChat.SendMessageAsync("sign", "Здравствуйте!", cancellationToken: Cancel)));
        Assert.Equal(Delivery.Answered, error.Delivery);
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task Rows_that_were_handed_out_are_not_read_again()
    {
        using var wb = new FakeWildberries();
        wb.Answer(Cut("""[{"rrdId":1},{"rrd"""));
        var rows = new List<long>();
        await Assert.ThrowsAsync<WildberriesConnectionException>(() => wb.Elapse(ReadAsync()));
        Assert.Equal([1], rows);
        Assert.Single(wb.Arrivals);

        async Task<int> ReadAsync()
        {
            await foreach (SalesReportRow row in wb.Client.Finance.GetSalesReportRowsAsync(1, new SalesReportByIdRequest(), Cancel))
                rows.Add(row.RrdId);
            return rows.Count;
        }
    }

    [Fact]
    public async Task The_callers_cancellation_within_a_body_ends_the_call()
    {
        using var wb = new FakeWildberries();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        wb.Answer((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new StallingStream()) }));
        Task call = wb.Client.BuyerChat.GetChatsAsync(cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task A_time_limit_that_ends_within_a_body_says_that_WB_has_answered()
    {
        using var wb = new FakeWildberries(options => options.TotalTimeout = TimeSpan.FromSeconds(5));
        wb.Answer(Body(new StallingStream()));
        var late = await Assert.ThrowsAsync<WildberriesTimeoutException>(() => wb.Elapse(wb.Client.BuyerChat.GetChatsAsync(Cancel)));
        Assert.Equal((TimeSpan.FromSeconds(5), Delivery.Answered), (late.Timeout, late.Delivery));
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task The_last_attempt_is_told_and_not_the_one_before()
    {
        using var wb = new FakeWildberries(options => options.MaxBufferedAnswerBytes = 1024 * 1024);
        wb.Answer(HttpStatusCode.ServiceUnavailable).Answer(Body(new MemoryStream(new byte[(1024 * 1024) + 1])));
        var large = await Assert.ThrowsAsync<WildberriesResponseException>(() => wb.Elapse(wb.Client.BuyerChat.GetChatsAsync(Cancel)));
        Assert.Contains("MaxBufferedAnswerBytes", large.Message, StringComparison.Ordinal);
        Assert.False(large.IsTransient);
        Assert.Equal(2, wb.Arrivals.Count);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("stalled")]
    [InlineData("no JSON")]
    [InlineData("an error in a success")]
    public async Task Each_broken_body_is_told_once(string fault)
    {
        using var log = new CollectingLoggerProvider();
        using ILoggerFactory loggers = log.CreateFactory();
        using var wb = new FakeWildberries(options => options.Retry.MaxRetries = 0, services => services.AddSingleton(loggers));
        wb.Answer(fault switch
        {
            "cut" => Cut("""{"data":{"listGoods":[]"""),
            "stalled" => Body(new StallingStream()),
            "no JSON" => Body(new MemoryStream("<html>"u8.ToArray())),
            _ => Body(new MemoryStream("""{"data":null,"error":true,"errorText":"try later"}"""u8.ToArray())),
        });
        await Assert.ThrowsAnyAsync<WildberriesApiException>(() => wb.Elapse(wb.Client.DiscountsPrices.GetGoodsAsync(10, cancellationToken: Cancel)));

        // An answer that says error was read well, and its call has succeeded as far as the pipeline sees.
        Assert.Equal(fault == "an error in a success" ? 0 : 1, log.Entries.Count(entry => entry.Level == LogLevel.Warning));
    }

    private static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Cut(string text) => Body(new CutStream(Encoding.UTF8.GetBytes(text)));

    private static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Body(Stream body) => (_, _) =>
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) };
        answer.Content.Headers.ContentType = new("application/json");
        return Task.FromResult(answer);
    };

    /// <summary>What SocketsHttpHandler gives when the server closes the connection within a body.</summary>
    private sealed class CutStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = await base.ReadAsync(buffer, cancellationToken);
            return count > 0 || buffer.IsEmpty ? count : throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
        }
    }
}
