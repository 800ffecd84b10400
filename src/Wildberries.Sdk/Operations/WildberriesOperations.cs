using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Refit;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Requests;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Operations;

/// <summary>The table of WB operations, read from the attributes of the Refit interfaces and of their hosts.</summary>
public static class WildberriesOperations
{
    private static readonly Lazy<IReadOnlyList<WildberriesOperation>> Everything = new(() => [.. Areas.All.SelectMany(area => area.Operations)]);

    /// <summary>
    /// Every operation that the SDK's own interfaces declare. For tools and tests: it reads all areas, where a client reads those that it is asked for.
    /// </summary>
    public static IReadOnlyList<WildberriesOperation> All => Everything.Value;

    /// <summary>Reads the operations of one Refit interface.</summary>
    /// <typeparam name="TApi">The interface: with <see cref="WildberriesApiAttribute"/>, each method with <see cref="OperationAttribute"/>.</typeparam>
    /// <returns>One row per method.</returns>
    /// <exception cref="ArgumentException">
    /// The interface or a method lacks an attribute, two methods share a name, the host is not WB's, or an operation's group of shared limits is not declared.
    /// </exception>
    public static IReadOnlyList<WildberriesOperation> Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TApi>()
        where TApi : class
    {
        Type type = typeof(TApi);
        var api = ApiDescription.Of(type);
        var operations = new List<WildberriesOperation>();
        foreach (MethodInfo method in type.GetMethods())
        {
            HttpMethodAttribute route = method.GetCustomAttribute<HttpMethodAttribute>()
                ?? throw new ArgumentException($"{type}.{method.Name} has no Refit route attribute ([Get], [Post], ...).");
            OperationAttribute operation = method.GetCustomAttribute<OperationAttribute>()
                ?? throw new ArgumentException($"{type}.{method.Name} has no [Operation] attribute that says its token category and access.");
            if (operations.Exists(o => o.MethodName == method.Name))
                throw new ArgumentException($"{type}.{method.Name} is declared twice: an operation is found by its method's name.");
            if (operation.Sandbox && api.SandboxHost is null)
                throw new ArgumentException($"{type}.{method.Name} has a sandbox, but {type} names no sandbox host.");

            operations.Add(new WildberriesOperation
            {
                ApiType = type,
                MethodName = method.Name,
                Name = NameOf(type, method),
                HttpMethod = route.Method,
                Path = route.Path,
                Host = api.Host,
                SandboxHost = operation.Sandbox ? api.SandboxHost : null,
                Category = operation.Category,
                Access = operation.Access,
                TokenKinds = operation.TokenKinds,
                MayAnswerEmpty = operation.MayAnswerEmpty || method.ReturnType == typeof(Task) || method.ReturnType == typeof(Task<HttpResponseMessage>),
                UnclearStatus = operation.UnclearStatus == 0 ? null : operation.UnclearStatus,
                AnswersNothing = method.ReturnType == typeof(Task),
                AnswersList = method.ReturnType.IsGenericType
                    && method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>)
                    && WildberriesRefitSettings.IsList(method.ReturnType.GenericTypeArguments[0]),
                IsStreamed = method.ReturnType == typeof(Task<HttpResponseMessage>)
                    || (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)),
                Parameters = ParameterRules.Of(method, route.Path, isOurs: type.IsDefined(typeof(AreaAttribute), inherit: false)),
                LimitGroup = operation.LimitGroup,
                ClientErrorCost = operation.ClientErrorCost > 0 ? operation.ClientErrorCost : api.ClientErrorCost,
                RateLimits = LimitsOf(api, method, operation),
            });
        }

        return operations.Count > 0 ? operations : throw new ArgumentException($"{type} declares no operation.");
    }

    private static IReadOnlyList<RateLimit> LimitsOf(ApiDescription api, MethodInfo method, OperationAttribute operation)
    {
        RateLimit[] own =
        [
            .. method.GetCustomAttributes<RateLimitAttribute>()
                .Select(r => new RateLimit(r.Requests, TimeSpan.FromSeconds(r.PeriodSeconds), r.Burst, r.Tokens)),
        ];
        if (operation.LimitGroup is not { } group)
            return own;
        if (own.Length > 0)
            throw new ArgumentException($"{api.Type}.{method.Name} has rows of its own and the group \"{group}\", whose rows stand at the host or the interface.");
        return api.SharedLimits.TryGetValue(group, out List<RateLimit>? shared)
            ? shared
            : throw new ArgumentException($"{api.Type}.{method.Name} is of the group \"{group}\", which neither {api.Type} nor its host declares with [SharedRateLimit].");
    }

    private static string NameOf(Type type, MethodInfo method)
    {
        string api = type.Name;
        if (api is ['I', _, ..] && char.IsUpper(api[1]))
            api = api[1..];
        if (api.EndsWith("Api", StringComparison.Ordinal))
            api = api[..^3];
        string name = method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name[..^5] : method.Name;
        return $"{api}.{name}";
    }
}
