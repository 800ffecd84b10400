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

    /// <summary>Whether helpers on top of the interface have to know whose client it comes from (<see cref="ClientOrigin"/>). It costs memory for each client.</summary>
    public bool NotesOrigin { get; init; }

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
    /// <exception cref="ArgumentException">
    /// The interface or a method lacks an attribute, or the host is not WB's, or the context does not know a body or an answer: found now, and not when a
    /// write has been sent whose answer nobody can read.
    /// </exception>
    public static ApiRegistration Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TApi>(JsonSerializerContext jsonContext)
        where TApi : class
    {
        var api = new ApiRegistration<TApi>(() => jsonContext, StubFactory<TApi>())
        {
            NotesOrigin = typeof(TApi).GetCustomAttribute<AreaAttribute>()?.Api.NotesOrigin == true,
        };
        _ = api.Operations;
        CheckTypes(typeof(TApi), jsonContext);
        return api;
    }

    public abstract object CreateStub(HttpClient client);

    protected abstract IReadOnlyList<WildberriesOperation> Read();

    private static void CheckTypes([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type api, JsonSerializerContext jsonContext)
    {
        foreach (MethodInfo method in api.GetMethods())
        {
            IEnumerable<Type> bodies = method.GetParameters().Where(parameter => parameter.IsDefined(typeof(BodyAttribute))).Select(parameter => parameter.ParameterType);
            foreach (Type type in bodies.Append(AnswerOf(method.ReturnType)))
            {
                if (!IsJson(type) || jsonContext.GetTypeInfo(type) is not null)
                    continue;
                string context = jsonContext.GetType().Name;
                throw new ArgumentException(
                    $"{api}.{method.Name} needs {type} in {context}: put [JsonSerializable(typeof({type.Name}))] on it.", nameof(jsonContext));
            }
        }
    }

    // Task<Answer>, Task<IApiResponse<Answer>>, IAsyncEnumerable<Row>.
    private static Type AnswerOf(Type type)
    {
        while (type.IsGenericType
            && (type.GetGenericTypeDefinition() is { } open)
            && (open == typeof(Task<>) || open == typeof(ValueTask<>) || open == typeof(IAsyncEnumerable<>) || open == typeof(ApiResponse<>) || open == typeof(IApiResponse<>)))
        {
            type = type.GenericTypeArguments[0];
        }

        return type;
    }

    // What Refit hands on as it is.
    private static bool IsJson(Type type) =>
        type != typeof(string)
        && type != typeof(object)
        && type != typeof(Task)
        && type != typeof(IApiResponse)
        && type != typeof(HttpResponseMessage)
        && !typeof(HttpContent).IsAssignableFrom(type)
        && !typeof(Stream).IsAssignableFrom(type);

    // Refit knows the stubs of other assemblies; the SDK's own are not registered with it, see Areas.
    private static Func<HttpClient, RefitSettings, TApi> StubFactory<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TApi>()
        where TApi : class =>
        typeof(TApi).GetCustomAttribute<AreaAttribute>()?.Api is ApiRegistration<TApi> area
            ? area.Stub
            : static (client, settings) => RestService.ForGenerated<TApi>(client, settings);
}
