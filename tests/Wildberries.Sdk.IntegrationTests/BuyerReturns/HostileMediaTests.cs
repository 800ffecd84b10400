using System.Globalization;
using System.IO.Compression;
using Wildberries.Sdk.BuyerReturns;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests;

namespace Wildberries.Sdk.IntegrationTests.BuyerReturns;

/// <summary>A server that stands where WB's storage should be, and wants to do harm.</summary>
public sealed class HostileMediaTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_redirect_leads_to_no_other_server()
    {
        await using var inside = new RawServer(_ => RawServer.Answer("200 OK", [1], "image/webp"));
        await using var server = new RawServer(_ => RawServer.Answer("302 Found", "", "text/html", $"Location: {inside.Address}secret"));
        await Assert.ThrowsAsync<WildberriesResponseException>(() => DownloadAsync(server, Stream.Null));
        Assert.Empty(inside.Arrivals);
        RawServer.Arrival arrival = Assert.Single(server.Arrivals);
        Assert.DoesNotContain("Authorization", arrival.Header, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_redirect_in_a_circle_ends()
    {
        await using var server = new RawServer(arrival => RawServer.Answer("302 Found", "", "text/html", $"Location: {arrival.Path}"));
        await Assert.ThrowsAsync<WildberriesResponseException>(() => DownloadAsync(server, Stream.Null));
        Assert.Equal(4, server.Arrivals.Count);
    }

    [Fact]
    public async Task A_body_without_an_end_is_cut_off()
    {
        await using var server = new RawServer(_ => async (connection, cancellationToken) =>
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: image/webp\r\nConnection: close\r\n\r\n"u8.ToArray(), cancellationToken);
            byte[] much = new byte[64 * 1024];
            while (!cancellationToken.IsCancellationRequested)
                await connection.SendAsync(much, cancellationToken);
            return false;
        });
        using var file = new MemoryStream();
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(() => DownloadAsync(server, file, 1_000_000));
        Assert.Contains("1,000,000", error.Message, StringComparison.Ordinal);
        Assert.InRange(file.Length, 1, 1_000_000);
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_a_large_one_is_cut_off()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (int i = 0; i < 100; i++)
                await gzip.WriteAsync(new byte[1024 * 1024], Cancel);
        }

        await using var server = new RawServer(_ => RawServer.Answer("200 OK", packed.ToArray(), "image/webp", "Content-Encoding: gzip"));
        using var file = new MemoryStream();
        await Assert.ThrowsAsync<WildberriesResponseException>(() => DownloadAsync(server, file, 1_000_000));
        Assert.InRange(file.Length, 0, 1_000_000);
    }

    [Fact]
    public async Task A_page_in_the_place_of_a_picture_is_not_written()
    {
        await using var server = new RawServer(_ => RawServer.Answer("200 OK", "<script>alert(1)</script>", "text/html"));
        using var file = new MemoryStream();
        await Assert.ThrowsAsync<WildberriesResponseException>(() => DownloadAsync(server, file));
        Assert.Equal(0, file.Length);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_no_whole_file()
    {
        await using var server = new RawServer(_ => RawServer.TextAndClose("HTTP/1.1 200 OK\r\nContent-Type: image/webp\r\nContent-Length: 100\r\n\r\nhalf"));
        var error = await Assert.ThrowsAsync<WildberriesConnectionException>(() => DownloadAsync(server, Stream.Null));
        Assert.Equal(("BuyerReturns.DownloadMedia", Delivery.Answered), (error.Operation, error.Delivery));
        Assert.Single(server.Arrivals);
    }

    [Fact]
    public async Task What_a_refusal_says_shows_neither_the_path_nor_much_of_itself()
    {
        await using var server = new RawServer(_ => RawServer.Answer("404 Not Found", new string('x', 100_000), "text/plain"));
        var error = await Assert.ThrowsAsync<WildberriesNotFoundException>(() => DownloadAsync(server, Stream.Null));
        Assert.DoesNotContain("photos", error.ToString(), StringComparison.Ordinal);
        Assert.InRange(error.Message.Length, 1, 1_000);
    }

    [Fact]
    public async Task A_download_that_is_cancelled_ends()
    {
        using var stop = new CancellationTokenSource();
        await using var server = new RawServer(_ => async (connection, cancellationToken) =>
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: image/webp\r\nContent-Length: 100\r\n\r\nhalf"u8.ToArray(), cancellationToken);
            await stop.CancelAsync();
            await connection.ReceiveAsync(new byte[1], cancellationToken);
            return false;
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DownloadAsync(server, Stream.Null, cancellationToken: stop.Token));
    }

    private static async Task DownloadAsync(RawServer server, Stream file, long maxBytes = 100_000, CancellationToken? cancellationToken = null)
    {
        using var wb = WildberriesClient.Create(TestTokens.Create(), options =>
        {
            options.EmulatorAddress = server.Address;
            options.Retry.MaxRetries = 0;
        });
        string link = string.Create(CultureInfo.InvariantCulture, $"//{server.Address.Authority}/photos/claim/1.webp");
        await wb.BuyerReturns.DownloadMediaAsync(link, file, new MediaDownloadOptions { MaxBytes = maxBytes }, cancellationToken ?? Cancel);
    }
}
