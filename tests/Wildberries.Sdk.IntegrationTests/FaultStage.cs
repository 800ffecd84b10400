using System.Collections.Concurrent;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Testing;
using Wildberries.Sdk.Tests;
using Wildberries.Sdk.Tests.RateLimiting;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>A server at which a row of the table goes wrong, a client of it, and a look at everything that a call could leave behind.</summary>
internal sealed class FaultStage : IAsyncDisposable
{
    public const string ReadOperation = "GET /api/v1/seller/chats";
    public const string WriteOperation = "POST /api/v1/seller/message";
    public const string ClientSecret = "client-secret-9f27c1+/x";
    public const int MaxRetries = 2;

    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan BodyIdleTimeout = TimeSpan.FromSeconds(5);

    private const string Chats = """{"result":[{"chatID":"1:a","clientName":"Ёлка","replySign":"1:a:sign"}],"errors":null}""";
    private const string Sent = """{"result":{"addTime":1712848270018,"chatID":"1:a"},"errors":[]}""";

    private readonly FaultRow _row;
    private readonly WildberriesRuntime _runtime;
    private readonly AttemptLog _log;
    private readonly ConcurrentQueue<long> _times = [];
    private readonly Vault _vault;
    private readonly IBuyerChatApi _api;
    private readonly Socket? _deaf;
    private readonly RawServer? _server;
    private readonly WildberriesEmulator? _emulator;
    private Reply? _warmUp;
    private volatile bool _mended;

    private FaultStage(FaultRow row, WildberriesEmulator? emulator, ILogger? logger, Action<WildberriesOptions>? configure)
    {
        OpenConnections.Watch();
        _row = row;
        _emulator = emulator;
        Clock = new FastClock(row.Speed);
        Store = new InMemoryRateLimitStore(Clock);
        Limiter = new RequestRateLimiter(Store, Clock);
        _log = new AttemptLog(logger);
        if (emulator is null && row.AtServer is null && row.OnConnection is null)
        {
            // Bound, so that the port is nobody else's, but not listening.
            _deaf = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        }
        else if (emulator is null)
        {
            _server = new RawServer(Answer, row.OnConnection);
        }

        Address = emulator?.Address ?? _server?.Address ?? new Uri($"http://{_deaf!.LocalEndPoint}/");
        _vault = new Vault(NewToken());
        var options = new WildberriesOptions
        {
            EmulatorAddress = Address,
            AttemptTimeout = row.Stalls ? AttemptTimeout : TimeSpan.FromDays(1),
            BodyIdleTimeout = row.Stalls ? BodyIdleTimeout : TimeSpan.FromDays(1),
            Retry = new WildberriesRetryOptions
            {
                MaxRetries = MaxRetries,
                BaseDelay = TimeSpan.FromMilliseconds(100),
                MaxTotalTime = TimeSpan.FromDays(1),
            },
        };
        configure?.Invoke(options);
        _runtime = new WildberriesRuntime(options, Clock, Limiter, _log);
        _api = new WildberriesClient(_runtime, new Seller(_vault, WildberriesEnvironment.Production)).BuyerChat;
    }

    /// <summary>The clock of the SDK, and of nobody else.</summary>
    public FastClock Clock { get; }

    public RequestRateLimiter Limiter { get; }

    public InMemoryRateLimitStore Store { get; }

    public Uri Address { get; }

    /// <summary>Another server, to which nothing may ever come.</summary>
    public RawServer Elsewhere { get; } = new(_ => RawServer.Json("{}"));

    /// <summary>The caller's own cancellation.</summary>
    public CancellationTokenSource Caller { get; private set; } = NewCaller();

    /// <summary>The attempts of the last call that ended, as the SDK counts them.</summary>
    public int Attempts => _log.Attempts;

    /// <summary>Whether the header of an answer has come for the token that is used now.</summary>
    public bool HeaderArrived => Limiter.Proven.ContainsAsync(new WildberriesCredentials(Token), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    /// <summary>How many messages the emulator has.</summary>
    public int Messages => _emulator?.Chats.Sent.Count ?? 0;

    /// <summary>How far apart the requests arrived.</summary>
    public IReadOnlyList<TimeSpan> Apart
    {
        get
        {
            long[] times = [.. _times];
            return [.. times.Zip(times.Skip(1), (one, next) => TimeSpan.FromTicks(next - one))];
        }
    }

    /// <param name="row">What goes wrong.</param>
    /// <param name="logger">Hears what the SDK logs.</param>
    /// <param name="configure">Changes the SDK's options.</param>
    public static async Task<FaultStage> OpenAsync(FaultRow row, ILogger? logger = null, Action<WildberriesOptions>? configure = null)
    {
        if (row.AtEmulator is not { } fault)
            return new FaultStage(row, null, logger, configure);
        WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(
            new WildberriesEmulatorOptions { TimeProvider = new FastClock(row.Speed) }, TestContext.Current.CancellationToken);
        emulator.Chats.BuyerWrites("1:a", "Пришёл не тот цвет");
        emulator.Faults.Always(ReadOperation, fault);
        emulator.Faults.Always(WriteOperation, fault);
        return new FaultStage(row, emulator, logger, configure);
    }

    /// <summary>An answer as it should be.</summary>
    public static Reply Good(RawServer.Arrival arrival) => RawServer.Json(GoodBody(arrival));

    public static string GoodBody(RawServer.Arrival arrival) => IsWrite(arrival) ? Sent : Chats;

    public static bool IsWrite(RawServer.Arrival arrival) => arrival.Path.EndsWith("/message", StringComparison.Ordinal);

    public int Arrivals(bool write) => _emulator is not null
        ? _emulator.Requests.Count(write ? WriteOperation : ReadOperation)
        : _server?.Arrivals.Count(arrival => IsWrite(arrival) == write && !arrival.Path.EndsWith("/ping", StringComparison.Ordinal)) ?? 0;

    /// <summary>Calls, and looks at the answer.</summary>
    public async Task CallAsync(bool write)
    {
        string? chatId = write
            ? (await _api.SendMessageAsync(ReplySign, "Здравствуйте!", cancellationToken: Caller.Token)).Result?.ChatId
            : (await _api.GetChatsAsync(Caller.Token)).Result.Single().ChatId;
        Assert.Equal("1:a", chatId);
    }

    /// <summary>Makes a call for which the connection is opened.</summary>
    /// <param name="reply">How it is answered; by default as it should be.</param>
    public async Task WarmUpAsync(Reply? reply = null)
    {
        _warmUp = reply ?? RawServer.Json("""{"Status":"OK"}""");
        await _api.PingAsync(Caller.Token);
    }

    /// <summary>Waits until the closing of a pooled connection has come to this side.</summary>
    public Task ClosingArrivedAsync() => Until.True(() => !Array.Exists(
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections(),
        connection => connection.RemoteEndPoint.Port == Address.Port && connection.State == TcpState.Established));

    /// <summary>The token goes: the seller withdraws it.</summary>
    public void Revoke() => _emulator!.RevokeToken(_vault.Token);

    /// <summary>The token that is used now.</summary>
    public string Token => _vault.Token;

    /// <summary>The token is replaced.</summary>
    public void Rotate(DateTimeOffset? expiresAt = null) => _vault.Token = NewToken(expiresAt);

    /// <summary>Another caller, of another seller, at a server that has forgotten the one before.</summary>
    public void Renew()
    {
        Caller.Dispose();
        Caller = NewCaller();
        Rotate();
        _server?.Forget();
        _times.Clear();
        _log.Clear();
    }

    /// <summary>From now on nothing goes wrong any more, or it does again.</summary>
    public void Mend(bool mended = true)
    {
        _mended = mended;
        if (mended)
            _emulator?.Faults.Clear();
    }

    /// <summary>Waits until nothing of the calls is left: no timer, no waiting caller, no request, no connection in use.</summary>
    public async Task AssertNothingIsLeftAsync()
    {
        await Until.True(() => Clock.Timers == 0);
        await Until.True(() => OpenConnections.Requests(Address.Port) == 0);
        await Until.True(() => OpenConnections.Active(Address.Port) == 0);
        Assert.Equal(0, Limiter.Waiting);
        Assert.Equal(0, Elsewhere.Connections);
    }

    /// <summary>Whether a call gets its answer when nothing goes wrong. Of another seller: the limits of the first may be closed.</summary>
    public async Task AssertWorksAgainAsync(bool write)
    {
        if (_deaf is not null || _row.OnConnection is not null)
            return;
        Mend();
        _vault.Token = NewToken();
        if (_emulator is not null)
            await _api.GetChatsAsync(TestContext.Current.CancellationToken);
        else if (write)
            await _api.SendMessageAsync(ReplySign, "Здравствуйте!", cancellationToken: TestContext.Current.CancellationToken);
        else
            await _api.GetChatsAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _runtime.Dispose();
        await Elsewhere.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        if (_emulator is not null)
            await _emulator.DisposeAsync();
        _deaf?.Dispose();
        Caller.Dispose();
    }

    private static CancellationTokenSource NewCaller() => CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private string ReplySign => _emulator?.Chats.Find("1:a")!.ReplySign ?? "1:a:sign";

    private string NewToken(DateTimeOffset? expiresAt = null)
    {
        string seller = Guid.NewGuid().ToString();
        return _emulator?.CreateToken(sellerId: seller, expiresAt: expiresAt) ?? TestTokens.Create(sellerId: seller, expiresAt: expiresAt);
    }

    private Reply Answer(RawServer.Arrival arrival)
    {
        if (arrival.Path.EndsWith("/ping", StringComparison.Ordinal))
            return _warmUp!;
        _times.Enqueue(Clock.GetTimestamp());
        return _mended ? Good(arrival) : _row.AtServer!(this, arrival);
    }

    private sealed class Vault(string token) : IWildberriesCredentialsProvider
    {
        public string Token { get; set; } = token;

        public ValueTask<WildberriesCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default) =>
            new(new WildberriesCredentials(Token, ClientSecret));
    }

    private sealed class AttemptLog(ILogger? other) : ILogger
    {
        public int Attempts { get; private set; }

        public void Clear() => Attempts = 0;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            other?.Log(logLevel, eventId, state, exception, formatter);
            if (state is IEnumerable<KeyValuePair<string, object?>> values
                && values.FirstOrDefault(value => value.Key == "Attempts").Value is int attempts)
            {
                Attempts = attempts;
            }
        }
    }
}
