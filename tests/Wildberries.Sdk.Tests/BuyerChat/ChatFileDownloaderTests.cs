using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Tests.BuyerChat;

public sealed class ChatFileDownloaderTests
{
    private readonly JumpingTimeProvider _time = new();
    private readonly List<TrackedResponse> _responses = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_is_ready_comes_at_once_and_its_disposal_frees_the_answer()
    {
        FakeBuyerChatApi api = Api(File);

        await using (ChatDownload download = await new ChatFileDownloader(api, null, _time).DownloadAsync("f-1", Token))
        {
            Assert.Equal("application/pdf", download.ContentType);
            Assert.Equal(6, download.Length);
            using var copy = new MemoryStream();
            await download.Content.CopyToAsync(copy, Token);
            Assert.Equal("%PDF-1"u8.ToArray(), copy.ToArray());
            Assert.False(_responses[0].IsDisposed);
        }

        Assert.True(_responses[0].IsDisposed);
    }

    [Fact]
    public async Task A_file_in_moderation_is_asked_for_again_after_the_time_that_WB_names()
    {
        FakeBuyerChatApi api = Api(() => Pending("""{"moderationState":"pending","retrySeconds":40}"""), () => Pending(ChatJson.Pending), File);

        using ChatDownload download = await new ChatFileDownloader(api, null, _time).DownloadAsync("f-1", Token);

        Assert.Equal(3, api.DownloadCalls);
        Assert.Equal([TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(30)], _time.Waits);
        Assert.Equal([true, true, false], _responses.Select(r => r.IsDisposed));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("""{"moderationState":null,"retrySeconds":null}""")]
    [InlineData("""{"retrySeconds":0}""")]
    [InlineData("""{"retrySeconds":-5}""")]
    [InlineData("""{"retrySeconds":2000000000}""")]
    [InlineData("""{"retrySeconds":99999999999999}""")]
    public async Task Without_a_sensible_time_it_waits_half_a_minute(string body)
    {
        FakeBuyerChatApi api = Api(() => Pending(body), File);

        using ChatDownload download = await new ChatFileDownloader(api, null, _time).DownloadAsync("f-1", Token);

        Assert.Equal([TimeSpan.FromSeconds(30)], _time.Waits);
    }

    [Fact]
    public async Task When_the_wait_is_used_up_it_says_so_and_asks_no_more()
    {
        FakeBuyerChatApi api = Api([.. Enumerable.Repeat<Func<HttpResponseMessage>>(() => Pending(ChatJson.Pending), 20)]);

        WildberriesTimeoutException e = await Assert.ThrowsAsync<WildberriesTimeoutException>(
            () => new ChatFileDownloader(api, TimeSpan.FromSeconds(60), _time).DownloadAsync("f-1", Token));

        Assert.Equal(TimeSpan.FromSeconds(60), e.Timeout);
        Assert.Equal(3, api.DownloadCalls);
        Assert.All(_responses, r => Assert.True(r.IsDisposed));
    }

    [Fact]
    public async Task With_no_wait_the_first_answer_decides()
    {
        FakeBuyerChatApi api = Api(() => Pending(ChatJson.Pending));

        await Assert.ThrowsAsync<WildberriesTimeoutException>(() => new ChatFileDownloader(api, TimeSpan.Zero, _time).DownloadAsync("f-1", Token));
    }

    [Fact]
    public async Task A_refusal_by_moderation_passes_through_as_the_pipeline_threw_it()
    {
        var refused = new WildberriesUnavailableForLegalReasonsException("moderation error");
        FakeBuyerChatApi api = Api(() => throw refused);

        Assert.Same(refused, await Assert.ThrowsAsync<WildberriesUnavailableForLegalReasonsException>(() => api.DownloadFileAsync("f-1", Token)));
    }

    [Theory]
    [InlineData(HttpStatusCode.UnavailableForLegalReasons, typeof(WildberriesUnavailableForLegalReasonsException))]
    [InlineData(HttpStatusCode.BadRequest, typeof(WildberriesApiException))]
    [InlineData(HttpStatusCode.NoContent, typeof(WildberriesApiException))]
    public async Task An_answer_that_is_no_file_is_never_given_out_as_one(HttpStatusCode status, Type expected)
    {
        FakeBuyerChatApi api = Api(() => new TrackedResponse(status));

        var e = (WildberriesApiException)await Assert.ThrowsAsync(expected, () => api.DownloadFileAsync("f-1", Token));

        Assert.Equal(status, e.StatusCode);
        Assert.True(_responses[0].IsDisposed);
    }

    [Fact]
    public async Task A_wait_for_moderation_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        FakeBuyerChatApi api = Api(() => Pending(ChatJson.Pending), File);

        Task<ChatDownload> download = new ChatFileDownloader(api, null, new FakeTimeProvider()).DownloadAsync("f-1", cancel.Token);
        while (_responses is not [{ IsDisposed: true }])
            await Task.Yield();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => download);
        Assert.Equal(1, api.DownloadCalls);
    }

    [Fact]
    public async Task Bad_input_is_refused_before_the_network()
    {
        FakeBuyerChatApi api = Api();
        foreach (string bad in new[] { "", " ", ".", "..", "a\0" })
            Assert.Throws<ArgumentException>("downloadId", () => { _ = api.DownloadFileAsync(bad, Token); });
        Assert.Throws<ArgumentOutOfRangeException>("moderationWait", () => new ChatFileDownloader(api, TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("moderationWait", () => new ChatFileDownloader(api, TimeSpan.FromDays(2)));
        Assert.Equal(0, api.DownloadCalls);
    }

    private static TrackedResponse File()
    {
        var response = new TrackedResponse(HttpStatusCode.OK) { Content = new ByteArrayContent("%PDF-1"u8.ToArray()) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        return response;
    }

    private static TrackedResponse Pending(string body) =>
        new(HttpStatusCode.Accepted) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private FakeBuyerChatApi Api(params Func<HttpResponseMessage>[] answers)
    {
        var queue = new Queue<Func<HttpResponseMessage>>(answers);
        return new FakeBuyerChatApi
        {
            Download = _ =>
            {
                HttpResponseMessage response = queue.Dequeue()();
                _responses.Add((TrackedResponse)response);
                return response;
            },
        };
    }

    private sealed class TrackedResponse(HttpStatusCode status) : HttpResponseMessage(status)
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            IsDisposed = true;
        }
    }
}
