using System.Net.Security;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Tests;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>However an attempt ends on its way to a real socket, its permit is given back: at burst 1 a lost one would stop the bucket for good.</summary>
public sealed class PermitTests
{
    private const string Host = "an address that is being looked up";
    private const string Connection = "a connection that is being made";
    private const string Tls = "a TLS handshake";
    private const string Handed = "a handler that has the request";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private static readonly long[] One = [1];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<string, string> Endings { get; } = new(
        [Host, Connection, Tls, Handed], ["the caller cancels", "AttemptTimeout", "TotalTimeout", "it fails"]);

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task An_attempt_that_ends_before_it_is_written_gives_its_permit_back(string stage, string ending)
    {
        await using RawServer server = new(_ => RawServer.Json("[1]"));
        using var cancel = new CancellationTokenSource();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool isMended = false;
        var store = new InMemoryRateLimitStore(TimeProvider.System);
        var limiter = new RequestRateLimiter(store, TimeProvider.System);
        var options = new WildberriesOptions { EmulatorAddress = server.Address };
        options.AddApi<IArrivalsApi>(ArrivalsJsonContext.Default);
        options.OverrideOperation<IArrivalsApi>(
            nameof(IArrivalsApi.ReadAsync), operation => operation with { RateLimits = [new RateLimit(1, Interval, 1)] });
        options.Retry.MaxRetries = 0;
        var network = (SocketsHttpHandler)PrimaryHandler.Create(options);
        network.ConnectCallback = ConnectAsync;
        using HttpMessageHandler primary = stage == Handed ? new Gate(network, HoldAsync) : network;
        using var runtime = new WildberriesRuntime(options, TimeProvider.System, limiter, NullLogger.Instance, primary);
        using var client = new WildberriesClient(
            runtime, new Seller(new FixedCredentialsProvider(new WildberriesCredentials(TestTokens.Create(), null)), WildberriesEnvironment.Production));

        // No time is too short for a call that hangs; the others wait for the moment.
        IWildberriesClient bounded = client.With(new WildberriesCallOptions
        {
            AttemptTimeout = ending == "AttemptTimeout" ? TimeSpan.FromMilliseconds(200) : null,
            TotalTimeout = ending == "TotalTimeout" ? TimeSpan.FromMilliseconds(200) : null,
        });
        Task call = bounded.Api<IArrivalsApi>().ReadAsync(cancel.Token);
        await reached.Task.WaitAsync(TimeSpan.FromMinutes(5), Cancel);
        if (ending == "the caller cancels")
            await cancel.CancelAsync();
        Exception? exception = await Record.ExceptionAsync(() => call.WaitAsync(TimeSpan.FromMinutes(5), Cancel));
        Assert.IsType(
            ending switch
            {
                "the caller cancels" => typeof(OperationCanceledException),
                "it fails" => typeof(WildberriesConnectionException),
                _ => typeof(WildberriesTimeoutException),
            },
            exception,
            exactMatch: false);
        Assert.Empty(server.Arrivals);

        isMended = true;
        Assert.Equal(One, await client.Api<IArrivalsApi>().ReadAsync(Cancel));
        Assert.Equal(One, await client.Api<IArrivalsApi>().ReadAsync(Cancel));
        Assert.Equal(2, server.Arrivals.Count);
        Assert.Equal(0, limiter.Waiting);

        async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
        {
            if (!isMended && stage == Host)
                await HoldAsync(cancellationToken, HttpRequestError.NameResolutionError);
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                if (!isMended && stage == Connection)
                    await HoldAsync(cancellationToken, HttpRequestError.ConnectionError);
                var stream = new NetworkStream(socket, ownsSocket: true);
                if (!isMended && stage == Tls)
                {
                    // The server waits for a request, and says nothing to a client that greets.
                    var secure = new SslStream(stream);
                    reached.TrySetResult();
                    if (ending == "it fails")
                        socket.Shutdown(SocketShutdown.Both);
                    await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost" }, cancellationToken);
                }

                return stream;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        async Task HoldAsync(CancellationToken cancellationToken, HttpRequestError error)
        {
            if (isMended)
                return;
            reached.TrySetResult();
            if (ending == "it fails")
                throw new HttpRequestException(error);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }

    private sealed class Gate(HttpMessageHandler inner, Func<CancellationToken, HttpRequestError, Task> hold) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await hold(cancellationToken, HttpRequestError.Unknown);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
