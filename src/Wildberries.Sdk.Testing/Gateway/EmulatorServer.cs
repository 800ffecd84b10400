using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Testing.Gateway;

/// <summary>
/// Kestrel without a host around it: no configuration, environment variable, console or signal of the program reaches the emulator.
/// </summary>
internal sealed class EmulatorServer : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private const int MaxBody = 64 * 1024 * 1024;

    // What is still open after this is cut off.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BeforeReset = TimeSpan.FromMilliseconds(250);

    private readonly KestrelServer _kestrel;
    private readonly CancellationTokenSource _stopping = new();
    private readonly OperationTable _table;
    private readonly ApiGateway _gateway;
    private readonly EmulatorFaults _faults;
    private readonly RequestLog _log;
    private readonly FixedAnswers _answers;
    private readonly IReadOnlyList<Handler> _handlers;
    private readonly DefaultAnswers _defaults;
    private readonly PublicFiles _files;
    private readonly TimeProvider _time;
    private readonly bool _keepBodies;
    private int _disposed;

    public EmulatorServer(
        WildberriesEmulatorOptions options,
        OperationTable table,
        ApiGateway gateway,
        EmulatorFaults faults,
        RequestLog log,
        FixedAnswers answers,
        IReadOnlyList<Handler> handlers,
        DefaultAnswers defaults,
        PublicFiles files)
    {
        _table = table;
        _gateway = gateway;
        _faults = faults;
        _log = log;
        _answers = answers;
        _handlers = handlers;
        _defaults = defaults;
        _files = files;
        _time = options.TimeProvider;
        _keepBodies = options.KeepRequestBodies;

        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        // A stalled body is a feature here.
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Limits.MaxRequestBodySize = MaxBody;
        kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _kestrel = new KestrelServer(Options.Create(kestrel), transport, NullLoggerFactory.Instance);
    }

    public async Task<Uri> StartAsync(CancellationToken cancellationToken)
    {
        await _kestrel.StartAsync(this, cancellationToken).ConfigureAwait(false);
        return new Uri(_kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _stopping.CancelAsync().ConfigureAwait(false);
        using var grace = new CancellationTokenSource(Grace);
        await _kestrel.StopAsync(grace.Token).ConfigureAwait(false);
        _kestrel.Dispose();
        _stopping.Dispose();
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        try
        {
            await AnswerAsync(context, gone.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException exception)
        {
            context.Response.StatusCode = exception.StatusCode;
        }
        catch (IOException)
        {
            context.Abort();
        }
    }

    private async Task AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        HttpRequest request = context.Request;
        (string hostLabel, string path) = SplitPath(request.Path.Value ?? "/");
        byte[] body = await ReadBodyAsync(request, cancellationToken).ConfigureAwait(false);
        GatewayToken? token = _gateway.Authenticate(request.Headers.Authorization, out Answer? refusal);
        bool hasSecret = !string.IsNullOrEmpty(request.Headers["X-Client-Secret"]);

        var entry = new LoggedRequest
        {
            Time = _time.GetUtcNow(),
            Verb = request.Method,
            HostLabel = hostLabel,
            Path = path,
            Query = request.QueryString.Value ?? "",
            TokenId = token?.Id,
            TokenType = token?.Type,
            SellerId = token?.SellerId,
            HasSecret = hasSecret,
            BodyLength = body.Length,
            Body = _keepBodies ? Encoding.UTF8.GetString(body) : null,
        };
        Action<LoggedRequest> log = _log.Add(entry);

        Task SendAsync(Answer answer, Fault.Kind how = Fault.Kind.Answer)
        {
            // Before it goes out: who has the answer finds it in the log.
            log(entry with { Status = answer.Status });
            return WriteAsync(context, answer, how, cancellationToken);
        }

        if (_files.Find(request.Method, hostLabel, path) is { } file)
        {
            // Whoever sends a token here would send it to a host that is not WB's API.
            bool hasToken = !string.IsNullOrEmpty(request.Headers.Authorization) || hasSecret;
            await SendAsync(hasToken ? Problem.Gateway(403, "token is not allowed", "files are for everybody: ask without a token", _time.GetUtcNow()) : file).ConfigureAwait(false);
            return;
        }

        if (_table.Find(request.Method, hostLabel, path) is not { } route)
        {
            await SendAsync(Problem.Gateway(
                404, "path not found", "Please consult the https://dev.wildberries.ru/openapi/api-information", _time.GetUtcNow())).ConfigureAwait(false);
            return;
        }

        if (refusal is not null || token is null)
        {
            await SendAsync(refusal!).ConfigureAwait(false);
            return;
        }

        TokenKinds kind = ApiGateway.KindOf(token, hasSecret);
        ApiGateway.Permit? permit = _gateway.OpenBucket(token, route, kind);
        if (_gateway.Authorize(token, route, kind) is { } forbidden)
        {
            await SendAsync(permit is null ? forbidden : permit.Show(forbidden)).ConfigureAwait(false);
            return;
        }

        if (permit?.Take() is { } limited)
        {
            await SendAsync(limited).ConfigureAwait(false);
            return;
        }

        Fault? fault = _faults.Take(request.Method, hostLabel, path);
        if (fault is { IsTooManyRequests: true })
            permit?.Return();
        if (fault is not null && fault.DelayBefore != TimeSpan.Zero)
            await Task.Delay(fault.DelayBefore, _time, cancellationToken).ConfigureAwait(false);

        Answer? answer = null;
        if (fault is null || fault.TakesEffect)
            answer = await RunAsync(new HandlerRequest(request, token, path, body), route, cancellationToken).ConfigureAwait(false);
        if (fault?.What == Fault.Kind.Reset)
        {
            context.Abort();
            return;
        }

        answer = fault?.AnswerInstead(_gateway, permit?.Burst ?? 1) ?? answer!;
        if (permit is not null && answer.Status != 429)
            answer = permit.Settle(answer, route.Operation.ClientErrorCost);
        await SendAsync(answer, fault?.What ?? Fault.Kind.Answer).ConfigureAwait(false);
    }

    private async Task<Answer> RunAsync(HandlerRequest request, OperationTable.Route route, CancellationToken cancellationToken)
    {
        // A host of the sandbox has the handlers of its production one.
        string hostLabel = OperationTable.LabelOf(route.Operation.Host);
        if ((_answers.Find(request.Http.Method, route.HostLabel, request.Path) ?? _answers.Find(request.Http.Method, hostLabel, request.Path)) is { } answer)
            return answer;
        foreach (Handler handler in _handlers)
        {
            if (handler.Pattern.Matches(request.Http.Method, hostLabel, request.Path))
                return await handler.Run(request, cancellationToken).ConfigureAwait(false);
        }

        return _defaults.For(route.Operation, request) ?? Problem.Gateway(
            501, "not implemented", $"the emulator has no behaviour for {route.Operation}; {nameof(WildberriesEmulator)}.{nameof(WildberriesEmulator.Answer)} says what to answer", _time.GetUtcNow());
    }

    private static async Task WriteAsync(HttpContext context, Answer answer, Fault.Kind how, CancellationToken cancellationToken)
    {
        HttpResponse response = context.Response;
        response.StatusCode = answer.Status;
        foreach ((string name, string value) in answer.Headers)
            response.Headers.Append(name, value);
        response.ContentType = answer.ContentType;

        if (answer.WriteBody is { } write && how == Fault.Kind.Answer)
        {
            await write(response.BodyWriter, cancellationToken).ConfigureAwait(false);
            return;
        }

        answer = await answer.HoldAsync(cancellationToken).ConfigureAwait(false);
        byte[] body = answer.Body;
        int half = body.Length / 2;
        if (how == Fault.Kind.MalformedJson)
            body = body[..half];
        if (!answer.Chunked && answer.Status is not (204 or 304))
            response.ContentLength = body.Length;

        if (how is Fault.Kind.Answer or Fault.Kind.MalformedJson)
        {
            if (body.Length > 0 || answer.Chunked)
            {
                await response.StartAsync(cancellationToken).ConfigureAwait(false);
                await response.Body.WriteAsync(body, cancellationToken).ConfigureAwait(false);
            }

            return;
        }

        await response.Body.WriteAsync(body.AsMemory(0, half), cancellationToken).ConfigureAwait(false);
        await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (how == Fault.Kind.ResetInBody)
        {
            // A reset throws away what the other side has not read yet; without the wait the headers too.
            await Task.Delay(BeforeReset, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            context.Abort();
        }
        else if (how == Fault.Kind.StallInBody)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        return buffer.ToArray();
    }

    private static (string HostLabel, string Path) SplitPath(string path)
    {
        int slash = path.IndexOf('/', 1);
        return slash < 0 ? (path[1..], "/") : (path[1..slash], path[slash..]);
    }
}
