using System.Net;
using System.Net.Http.Headers;
using Wildberries.Sdk.BuyerReturns;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Tests.BuyerReturns;

namespace Wildberries.Sdk.Tests.Http;

public sealed class MediaDownloadTests
{
    private const string Link = "//photos.wbstatic.net/claim/1.webp";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_comes_without_the_token()
    {
        using var wb = new FakeWildberries(options => options.ClientSecret = "secret");
        wb.Answer(File([1, 2, 3]));
        using var file = new MemoryStream();
        DownloadedMedia media = await wb.Elapse(wb.Client.BuyerReturns.DownloadMediaAsync(Link, file, cancellationToken: Cancel));
        Assert.Equal(("image/webp", 3), (media.ContentType, media.Length));
        Assert.Equal([1, 2, 3], file.ToArray());
        Assert.True(file.CanWrite);
        var arrival = Assert.Single(wb.Arrivals);
        Assert.Equal(("https://photos.wbstatic.net/claim/1.webp", null, null), (arrival.Uri.AbsoluteUri, arrival.Token, arrival.ClientSecret));
        Assert.Equal(["User-Agent"], arrival.Request.Headers.Select(header => header.Key));
    }

    [Fact]
    public async Task Reviews_have_the_same()
    {
        using var wb = new FakeWildberries();
        wb.Answer(File([1], "application/vnd.apple.mpegurl"));
        Task<DownloadedMedia> download = wb.Client.Feedbacks.DownloadMediaAsync("https://videofeedback01.wbbasket.ru/index.m3u8", Stream.Null, cancellationToken: Cancel);
        Assert.Equal(1, (await wb.Elapse(download)).Length);
        Assert.Null(Assert.Single(wb.Arrivals).Token);
    }

    [Fact]
    public async Task A_failure_is_repeated_as_that_of_a_read_and_told_in_the_SDKs_words()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.BadGateway).Fail(() => new HttpRequestException("reset")).Answer(File([1]));
        Assert.Equal(1, (await DownloadAsync(wb)).Length);
        Assert.Equal(3, wb.Arrivals.Count);
        wb.Answer(HttpStatusCode.NotFound, "no such key", "text/plain");
        var error = await Assert.ThrowsAsync<WildberriesNotFoundException>(() => DownloadAsync(wb));
        Assert.Equal("BuyerReturns.DownloadMedia", error.Operation);
        Assert.DoesNotContain("1.webp", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/1.webp")]
    [InlineData("http://photos.wbstatic.net/claim/1.webp")]
    [InlineData("//169.254.169.254/latest/meta-data")]
    [InlineData("http://127.0.0.1:80/")]
    public async Task A_redirect_elsewhere_is_not_followed(string location)
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.Found, "", "text/html", ("Location", location));
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(() => DownloadAsync(wb));
        Assert.Equal(HttpStatusCode.Found, error.StatusCode);
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task Redirects_within_WBs_storage_are_followed_but_not_for_ever()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.MovedPermanently, "", "text/html", ("Location", "/claim/2.webp"))
            .Answer(HttpStatusCode.TemporaryRedirect, "", "text/html", ("Location", "//feedback01.wbbasket.ru/3.webp"))
            .Answer(File([1]));
        await DownloadAsync(wb);
        Assert.Equal(
            ["https://photos.wbstatic.net/claim/1.webp", "https://photos.wbstatic.net/claim/2.webp", "https://feedback01.wbbasket.ru/3.webp"],
            wb.Arrivals.Select(arrival => arrival.Uri.AbsoluteUri));
        Assert.All(wb.Arrivals, arrival => Assert.Null(arrival.Token));
        for (int i = 0; i < 5; i++)
            wb.Answer(HttpStatusCode.Found, "", "text/html", ("Location", Link));
        await Assert.ThrowsAsync<WildberriesResponseException>(() => DownloadAsync(wb));
        Assert.Equal(3 + 4, wb.Arrivals.Count);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json")]
    [InlineData("image/svg+xml")]
    [InlineData("application/javascript")]
    public async Task What_is_no_picture_and_no_video_is_not_written(string type)
    {
        using var wb = new FakeWildberries();
        wb.Answer(File([1, 2, 3], type));
        using var file = new MemoryStream();
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(() => DownloadAsync(wb, file));
        Assert.Contains(type, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, file.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_is_too_large_is_not_read_to_its_end(bool saysSo)
    {
        using var wb = new FakeWildberries();
        wb.Answer(File(new byte[1_000_000], announces: saysSo));
        using var file = new MemoryStream();
        var options = new MediaDownloadOptions { MaxBytes = 200_000 };
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(() => DownloadAsync(wb, file, options));
        Assert.Contains("200,000", error.Message, StringComparison.Ordinal);
        Assert.InRange(file.Length, 0, saysSo ? 0 : 200_000);

        wb.Answer(File(new byte[200_000], announces: saysSo));
        Assert.Equal(200_000, (await DownloadAsync(wb, file, options)).Length);
    }

    [Fact]
    public async Task A_file_that_stalls_or_trickles_is_given_up()
    {
        using var wb = new FakeWildberries();
        wb.Answer((_, _) => Task.FromResult(Answer(new StallingStream())));
        await Assert.ThrowsAsync<WildberriesTimeoutException>(() => DownloadAsync(wb));
    }

    [Fact]
    public async Task An_empty_answer_is_no_file()
    {
        using var wb = new FakeWildberries();
        wb.Answer(File([]));
        await Assert.ThrowsAsync<WildberriesResponseException>(() => DownloadAsync(wb));
    }

    [Fact]
    public async Task What_the_caller_may_not_ask_for_costs_no_request()
    {
        using var wb = new FakeWildberries();
        IBuyerReturnsApi api = wb.Client.BuyerReturns;
        await ThrowsAsync("link", () => api.DownloadMediaAsync("//evil.example/1.webp", Stream.Null));
        await ThrowsAsync("destination", () => api.DownloadMediaAsync(Link, null!));
        await ThrowsAsync("destination", () => api.DownloadMediaAsync(Link, new MemoryStream([], writable: false)));
        await ThrowsAsync("options", () => api.DownloadMediaAsync(Link, Stream.Null, new MediaDownloadOptions { MaxBytes = 0 }));
        await ThrowsAsync("options", () => api.DownloadMediaAsync(Link, Stream.Null, new MediaDownloadOptions { MoreDomains = ["localhost"] }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new FakeClaimsApi().DownloadMediaAsync(Link, Stream.Null, cancellationToken: Cancel));
        Assert.Empty(wb.Arrivals);

        static async Task ThrowsAsync(string argument, Func<Task> call) => Assert.Equal(argument, (await Assert.ThrowsAnyAsync<ArgumentException>(call)).ParamName);
    }

    private static Task<DownloadedMedia> DownloadAsync(FakeWildberries wb, Stream? file = null, MediaDownloadOptions? options = null) =>
        wb.Elapse(wb.Client.BuyerReturns.DownloadMediaAsync(Link, file ?? Stream.Null, options, Cancel));

    private static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> File(byte[] content, string type = "image/webp", bool announces = true) =>
        (_, _) => Task.FromResult(Answer(announces ? new MemoryStream(content) : new Unseekable(content), type));

    private static HttpResponseMessage Answer(Stream content, string type = "image/webp")
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(content) };
        answer.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return answer;
    }

    private sealed class Unseekable(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
