using Microsoft.Extensions.Logging;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Telemetry;

namespace Wildberries.Sdk.Http;

/// <summary>What all clients of a container, or of the process, share: the handler chain, the limits' state, the table of operations.</summary>
internal sealed class WildberriesRuntime : IDisposable
{
    private readonly Uri? _emulatorAddress;
    private readonly IDisposable? _limiterLease;
    private readonly Lazy<HttpMessageInvoker> _media;

    public WildberriesRuntime(
        WildberriesOptions options,
        TimeProvider timeProvider,
        RequestRateLimiter limiter,
        ILogger logger,
        HttpMessageHandler? sharedPrimaryHandler = null,
        IDisposable? limiterLease = null)
    {
        if (options.EmulatorAddress is { } emulator && !emulator.IsLoopback)
            throw new ArgumentException($"EmulatorAddress must be on this machine (a loopback address); {emulator.Host} is not.", nameof(options));
        _emulatorAddress = options.EmulatorAddress;
        _limiterLease = limiterLease;
        TimeProvider = timeProvider;

        Operations = new OperationTable(options);
        var telemetry = new WildberriesTelemetry(options.IncludeSellerIdInTelemetry, timeProvider, logger);
        HttpMessageHandler primary = sharedPrimaryHandler is null
            ? PrimaryHandler.Create(options)
            : new UndisposedHandler(sharedPrimaryHandler);
        _media = new(() => new HttpMessageInvoker(Http.Pipeline.CreateForMedia(options, timeProvider, telemetry, primary), disposeHandler: false));
        Pipeline = Http.Pipeline.Create(options, timeProvider, telemetry, limiter, new RateLimitPolicy(options.RateLimitPadding), primary);
    }

    public TimeProvider TimeProvider { get; }

    public HttpMessageHandler Pipeline { get; }

    /// <summary>Downloads from WB's storage, over the same network.</summary>
    public HttpMessageInvoker Media => _media.Value;

    public OperationTable Operations { get; }

    /// <summary>Where an interface's requests go: WB's host, or its place on the emulator.</summary>
    public Uri BaseAddress(ApiRegistration api, WildberriesEnvironment environment)
    {
        Uri host = OperationTable.Host(api, environment);
        return _emulatorAddress is null ? host : new Uri(_emulatorAddress, host.Host.Split('.')[0] + "/");
    }

    public void Dispose()
    {
        Pipeline.Dispose();
        _limiterLease?.Dispose();
    }

    private sealed class UndisposedHandler(HttpMessageHandler shared) : DelegatingHandler(shared)
    {
        protected override void Dispose(bool disposing) => base.Dispose(disposing: false);
    }
}
