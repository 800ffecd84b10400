using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Telemetry;

namespace Wildberries.Sdk.DependencyInjection;

/// <summary>One per container; owns what the container's clients share.</summary>
internal sealed class WildberriesClientFactory : IWildberriesClientFactory, IDisposable
{
    private readonly WildberriesRuntime _runtime;
    private readonly IDisposable? _changes;
    private readonly TimeProvider _timeProvider;
    private volatile WildberriesOptions _options;

    public WildberriesClientFactory(
        IOptionsMonitor<WildberriesOptions> options,
        IRateLimitStore store,
        ILoggerFactory? loggerFactory = null,
        TimeProvider? timeProvider = null)
    {
        _options = options.CurrentValue;

        // Told of changes that could be read only: after one that could not, the last good settings stay.
        _changes = options.OnChange((changed, name) =>
        {
            if (name == Options.DefaultName)
                _options = changed;
        });
        _timeProvider = timeProvider ??= TimeProvider.System;
        _runtime = new WildberriesRuntime(
            _options,
            timeProvider,
            new RequestRateLimiter(store, timeProvider),
            loggerFactory?.CreateLogger(WildberriesTelemetry.Name) ?? NullLogger.Instance);
    }

    public IWildberriesClient Create(string token, WildberriesEnvironment environment = WildberriesEnvironment.Production)
    {
        ArgumentNullException.ThrowIfNull(token);
        return Create(new FixedCredentialsProvider(new WildberriesCredentials(token)), environment);
    }

    public IWildberriesClient Create(
        IWildberriesCredentialsProvider credentials,
        WildberriesEnvironment environment = WildberriesEnvironment.Production)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        if (!Enum.IsDefined(environment))
            throw new ArgumentOutOfRangeException(nameof(environment), environment, "The environment must be Production or Sandbox.");
        return new WildberriesClient(_runtime, new Seller(credentials, environment));
    }

    public IWildberriesClient Create(WildberriesSellerOptions seller)
    {
        ArgumentNullException.ThrowIfNull(seller);
        WildberriesOptionsValidator.ThrowIfUnusable(seller);
        return Create(new ConfiguredCredentialsProvider(() => seller, "WildberriesSellerOptions", _timeProvider), seller.Environment);
    }

    public IWildberriesClient CreateForSeller(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!_options.Sellers.TryGetValue(name, out WildberriesSellerOptions? seller))
        {
            string known = string.Join(", ", _options.Sellers.Keys);
            throw new InvalidOperationException($"There is no seller \"{SafeText.Given(name)}\"; known sellers: {(known.Length == 0 ? "none" : known)}.");
        }

        return Create(new ConfiguredCredentialsProvider(Current, $"Wildberries:Sellers:{name}", _timeProvider), seller.Environment);

        WildberriesSellerOptions? Current() => _options.Sellers.TryGetValue(name, out WildberriesSellerOptions? now) ? now : null;
    }

    public IWildberriesClient CreateDefault() =>
        Create(new ConfiguredCredentialsProvider(() => _options, "Wildberries", _timeProvider), _options.Environment);

    public void Dispose()
    {
        _changes?.Dispose();
        _runtime.Dispose();
    }
}
