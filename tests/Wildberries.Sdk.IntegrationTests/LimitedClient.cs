using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Tests;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>A client of a <see cref="LimitedServer"/> with limits of its own, whose connections take their time.</summary>
internal sealed class LimitedClient : IDisposable
{
    private readonly WildberriesRuntime _runtime;
    private readonly WildberriesClient _client;

    private LimitedClient(WildberriesRuntime runtime)
    {
        _runtime = runtime;
        _client = new WildberriesClient(
            runtime, new Seller(new FixedCredentialsProvider(new WildberriesCredentials(TestTokens.Create(), null)), WildberriesEnvironment.Production));
    }

    public static LimitedClient Connect(LimitedServer server, TimeSpan connect)
    {
        var options = new WildberriesOptions { EmulatorAddress = server.Address };
        options.AddApi<IArrivalsApi>(ArrivalsJsonContext.Default);
        options.OverrideOperation<IArrivalsApi>(
            nameof(IArrivalsApi.ReadAsync), operation => operation with { RateLimits = [new RateLimit(1, server.Interval, server.Burst)] });
        var network = (SocketsHttpHandler)PrimaryHandler.Create(options);
        network.ConnectCallback = async (context, cancellationToken) =>
        {
            await Task.Delay(connect, cancellationToken);
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        };
        return new LimitedClient(new WildberriesRuntime(
            options, TimeProvider.System, new RequestRateLimiter(new InMemoryRateLimitStore(TimeProvider.System), TimeProvider.System), NullLogger.Instance, network));
    }

    public Task CallAsync(CancellationToken cancellationToken) => _client.Api<IArrivalsApi>().ReadAsync(cancellationToken);

    public void Dispose()
    {
        _client.Dispose();
        _runtime.Dispose();
    }
}
