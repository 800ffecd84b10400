using System.Collections.Concurrent;
using System.Reflection;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Http;

/// <summary>
/// The interfaces that clients of one setting offer, and their operations. An interface's rows are read when it is first used, once for the process;
/// only those that are overridden here are copies.
/// </summary>
internal sealed class OperationTable
{
    private readonly ConcurrentDictionary<Type, Dictionary<string, WildberriesOperation>> _operations = new();
    private readonly Dictionary<Type, ApiRegistration> _registered;
    private readonly IReadOnlyDictionary<(Type ApiType, string MethodName), Func<WildberriesOperation, WildberriesOperation>> _overrides;

    public OperationTable(WildberriesOptions options)
        : this(options.GetApis(), options.GetOverrides())
    {
    }

    public OperationTable(
        IEnumerable<ApiRegistration> registered,
        IReadOnlyDictionary<(Type ApiType, string MethodName), Func<WildberriesOperation, WildberriesOperation>> overrides)
    {
        _registered = registered.ToDictionary(api => api.Type);
        _overrides = overrides;

        // A wrong override shows at the start. It costs the reading of the interfaces that are overridden, not of others.
        foreach ((Type type, string method) in _overrides.Keys)
        {
            if (Find(type) is null)
                throw new InvalidOperationException($"{type.Name}.{method} is overridden, but {type.Name} is not registered.");
            _ = OperationsOf(type);
        }
    }

    /// <summary>The registration that holds for an interface, or <see langword="null"/>. A user's own goes before the SDK's.</summary>
    public ApiRegistration? Find(Type type) =>
        _registered.TryGetValue(type, out ApiRegistration? own) ? own
        : type.GetCustomAttribute<AreaAttribute>() is { OptIn: false } area ? area.Api
        : null;

    /// <summary>The registration that holds for an area of the SDK.</summary>
    public ApiRegistration Find(ApiRegistration area) => _registered.GetValueOrDefault(area.Type, area);

    /// <summary>The operation of a method.</summary>
    /// <exception cref="InvalidOperationException">The interface is not registered, or has no such method.</exception>
    public WildberriesOperation Operation(Type apiType, string methodName) =>
        OperationsOf(apiType).TryGetValue(methodName, out WildberriesOperation? operation)
            ? operation
            : throw new InvalidOperationException($"{apiType.Name}.{methodName} is not registered with the SDK.");

    /// <summary>Where an interface's requests go: to WB's production or sandbox host.</summary>
    public static Uri Host(ApiRegistration api, WildberriesEnvironment environment)
    {
        // An interface without a sandbox gets its production host: the guard refuses its calls before they are sent.
        WildberriesOperation any = api.Operations.FirstOrDefault(operation => operation.SandboxHost is not null) ?? api.Operations[0];
        return environment == WildberriesEnvironment.Sandbox ? any.SandboxHost ?? any.Host : any.Host;
    }

    private Dictionary<string, WildberriesOperation> OperationsOf(Type type) =>
        _operations.TryGetValue(type, out Dictionary<string, WildberriesOperation>? known) ? known : _operations.GetOrAdd(type, Read(type));

    private Dictionary<string, WildberriesOperation> Read(Type type) =>
        Find(type) is { } api
            ? api.Operations.ToDictionary(operation => operation.MethodName, Overridden, StringComparer.Ordinal)
            : throw new InvalidOperationException($"{type.Name} is not registered with the SDK.");

    private WildberriesOperation Overridden(WildberriesOperation operation) =>
        _overrides.TryGetValue((operation.ApiType, operation.MethodName), out Func<WildberriesOperation, WildberriesOperation>? change)
            ? Changed(operation, change)
            : operation;

    private static WildberriesOperation Changed(WildberriesOperation operation, Func<WildberriesOperation, WildberriesOperation> change)
    {
        WildberriesOperation changed = change(operation) ?? throw new InvalidOperationException($"The override of {operation.Name} gave nothing.");
        WildberriesOperation route = changed with
        {
            Category = operation.Category,
            Access = operation.Access,
            TokenKinds = operation.TokenKinds,
            RateLimits = operation.RateLimits,
            LimitGroup = operation.LimitGroup,
            ClientErrorCost = operation.ClientErrorCost,
            MayAnswerEmpty = operation.MayAnswerEmpty,
            UnclearStatus = operation.UnclearStatus,
        };
        return route == operation
            ? changed
            : throw new InvalidOperationException($"An override of {operation.Name} may change access and limits, not its name, route or hosts.");
    }
}
