using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Telemetry;

namespace Wildberries.Sdk.Http;

/// <summary>What all clients of a container, or of the process, share: the handler chain, the limits' state, the table of operations.</summary>
internal sealed class WildberriesRuntime : IDisposable
{
    private readonly FrozenDictionary<(Type ApiType, string MethodName), WildberriesOperation> _operations;
    private readonly Uri? _emulatorAddress;

    public WildberriesRuntime(
        WildberriesOptions options,
        TimeProvider timeProvider,
        RequestRateLimiter limiter,
        ILogger logger,
        HttpMessageHandler? sharedPrimaryHandler = null)
    {
        if (options.EmulatorAddress is { } emulator && !emulator.IsLoopback)
            throw new ArgumentException($"EmulatorAddress must be on this machine (a loopback address); {emulator.Host} is not.", nameof(options));
        _emulatorAddress = options.EmulatorAddress;
        TimeProvider = timeProvider;

        // A user's own registration of a built-in interface replaces it.
        Apis = ApiRegistration.BuiltIn
            .Where(builtIn => !options.GetApis().Any(own => own.Type == builtIn.Type))
            .Concat(options.GetApis())
            .Select((api, index) => (api, index))
            .ToFrozenDictionary(pair => pair.api.Type, pair => (pair.api, pair.index));
        _operations = Apis.Values
            .SelectMany(entry => entry.Api.Operations)
            .Select(operation =>
                options.GetOverrides().TryGetValue((operation.ApiType, operation.MethodName), out Func<WildberriesOperation, WildberriesOperation>? change)
                    ? Changed(operation, change)
                    : operation)
            .ToFrozenDictionary(operation => (operation.ApiType, operation.MethodName));

        foreach ((Type type, string method) in options.GetOverrides().Keys)
        {
            if (!_operations.ContainsKey((type, method)))
                throw new InvalidOperationException($"{type.Name}.{method} is overridden, but {type.Name} is not registered.");
        }

        var telemetry = new WildberriesTelemetry(options.IncludeSellerIdInTelemetry, timeProvider, logger);
        HttpMessageHandler primary = sharedPrimaryHandler is null
            ? PrimaryHandler.Create(options)
            : new UndisposedHandler(sharedPrimaryHandler);
        Pipeline = Chain(
            new CallHandler(options, timeProvider, telemetry),
            new TokenGuardHandler(timeProvider, telemetry),
            RetryStrategy.CreateHandler(options, timeProvider, telemetry),
            new RateLimitHandler(
                limiter,
                new RateLimitPolicy(_operations.Values, options.RateLimitPadding),
                options.MaxRateLimitWait,
                timeProvider,
                telemetry),
            new AttemptHandler(timeProvider, options.AttemptTimeout, tellsWriting: options.GetPrimaryHandlerFactory() is null),
            new AuthorizationHandler(timeProvider),
            primary);
    }

    public TimeProvider TimeProvider { get; }

    public HttpMessageHandler Pipeline { get; }

    public FrozenDictionary<Type, (ApiRegistration Api, int Index)> Apis { get; }

    public WildberriesOperation Operation(Type apiType, string methodName) =>
        _operations.TryGetValue((apiType, methodName), out WildberriesOperation? operation)
            ? operation
            : throw new InvalidOperationException($"{apiType.Name}.{methodName} is not registered with the SDK.");

    /// <summary>Where an interface's requests go: WB's host, or its place on the emulator.</summary>
    public Uri BaseAddress(ApiRegistration api, WildberriesEnvironment environment)
    {
        // An interface without a sandbox gets its production host: the guard refuses its calls before they are sent.
        WildberriesOperation any = api.Operations.FirstOrDefault(operation => operation.SandboxHost is not null) ?? api.Operations[0];
        Uri host = environment == WildberriesEnvironment.Sandbox ? any.SandboxHost ?? any.Host : any.Host;
        return _emulatorAddress is null ? host : new Uri(_emulatorAddress, host.Host.Split('.')[0] + "/");
    }

    public void Dispose() => Pipeline.Dispose();

    private static WildberriesOperation Changed(WildberriesOperation operation, Func<WildberriesOperation, WildberriesOperation> change)
    {
        WildberriesOperation changed = change(operation) ?? throw new InvalidOperationException($"The override of {operation.Name} gave nothing.");
        WildberriesOperation route = changed with
        {
            Category = operation.Category,
            Access = operation.Access,
            TokenTypes = operation.TokenTypes,
            RateLimits = operation.RateLimits,
            LimitScope = operation.LimitScope,
            ClientErrorCost = operation.ClientErrorCost,
            MayAnswerEmpty = operation.MayAnswerEmpty,
        };
        return route == operation
            ? changed
            : throw new InvalidOperationException($"An override of {operation.Name} may change access and limits, not its name, route or hosts.");
    }

    private static HttpMessageHandler Chain(params ReadOnlySpan<HttpMessageHandler> handlers)
    {
        for (int i = 0; i < handlers.Length - 1; i++)
            ((DelegatingHandler)handlers[i]).InnerHandler = handlers[i + 1];
        return handlers[0];
    }

    private sealed class UndisposedHandler(HttpMessageHandler shared) : DelegatingHandler(shared)
    {
        protected override void Dispose(bool disposing) => base.Dispose(disposing: false);
    }
}
