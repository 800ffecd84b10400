using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Serialization;
using Refit;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Http;

/// <summary>One Refit interface that clients offer: its JSON, how its stub is made, and its operations, read when they are first asked for.</summary>
internal abstract class ApiRegistration(Type type)
{
    private readonly object _lock = new();
    private IReadOnlyList<WildberriesOperation>? _operations;

    public Type Type { get; } = type;

    public IReadOnlyList<WildberriesOperation> Operations
    {
        get
        {
            if (Volatile.Read(ref _operations) is { } operations)
                return operations;
            lock (_lock)
                return _operations ??= Read();
        }
    }

    /// <summary>The registration of a user: an interface of their own, or one of the SDK's with another context.</summary>
    /// <exception cref="ArgumentException">The interface or a method lacks an attribute, or the host is not WB's.</exception>
    public static ApiRegistration Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TApi>(JsonSerializerContext jsonContext)
        where TApi : class
    {
        var api = new ApiRegistration<TApi>(() => jsonContext, StubFactory<TApi>());
        _ = api.Operations;
        return api;
    }

    public abstract object CreateStub(HttpClient client);

    protected abstract IReadOnlyList<WildberriesOperation> Read();

    // Refit knows the stubs of other assemblies; the SDK's own are not registered with it, see Areas.
    private static Func<HttpClient, RefitSettings, TApi> StubFactory<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TApi>()
        where TApi : class =>
        typeof(TApi).GetCustomAttribute<AreaAttribute>()?.Api is ApiRegistration<TApi> area
            ? area.Stub
            : static (client, settings) => RestService.ForGenerated<TApi>(client, settings);
}
