using System.Net;
using System.Net.Sockets;
using System.Text;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Tests.Http;

public sealed class ProxyTests
{
    [Fact]
    public async Task WB_is_reached_through_a_tunnel_that_shows_the_proxys_credentials_and_no_token()
    {
        string token = TestTokens.Create();
        (string tunnel, Exception failure) = await CallAsync(options => options.Proxy = null, token);

        // The tunnel is refused in the end, so nothing gets to WB.
        Assert.IsType<WildberriesConnectionException>(failure);
        Assert.StartsWith("CONNECT common-api.wildberries.ru:443 HTTP/1.1", tunnel, StringComparison.Ordinal);
        Assert.Contains("Proxy-Authorization: Basic " + Convert.ToBase64String("user:p@ss"u8), tunnel, StringComparison.Ordinal);
        Assert.DoesNotContain(token, tunnel, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_http_to_this_machine_does_not_go_over_a_proxy()
    {
        // Nobody listens there; a proxy would have answered.
        (string request, Exception failure) = await CallAsync(options => options.EmulatorAddress = new Uri("http://127.0.0.1:9"), TestTokens.Create());
        Assert.Equal("", request);
        Assert.IsType<WildberriesConnectionException>(failure);
    }

    private static async Task<(string Request, Exception Failure)> CallAsync(Action<WildberriesOptions> configure, string token)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<string> proxy = ServeAsync(listener, done.Token);

        using var wb = WildberriesClient.Create(token, options =>
        {
            configure(options);
            options.Retry.MaxRetries = 0;
            options.Proxy = new Uri($"http://user:p%40ss@127.0.0.1:{port}");
        });
        Exception failure = await Assert.ThrowsAnyAsync<Exception>(() => wb.Common.GetSellerInfoAsync(cancellationToken));
        await done.CancelAsync();
        return (await proxy, failure);
    }

    private static async Task<string> ServeAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        string request = "";
        try
        {
            using TcpClient client = await listener.AcceptTcpClientAsync(cancellationToken);
            using NetworkStream stream = client.GetStream();
            await ReadHeadAsync(stream, cancellationToken);
            await stream.WriteAsync(
                "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"t\"\r\nContent-Length: 0\r\n\r\n"u8.ToArray(),
                cancellationToken);
            request = await ReadHeadAsync(stream, cancellationToken);
            await stream.WriteAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The call is over: whatever came is all there was.
        }

        return request;
    }

    private static async Task<string> ReadHeadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, cancellationToken) > 0)
            head.Append((char)one[0]);
        return head.ToString();
    }
}
