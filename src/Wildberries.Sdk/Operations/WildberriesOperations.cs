using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Refit;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.AdvertMedia;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Serialization;
using Wildberries.Sdk.Users;

namespace Wildberries.Sdk.Operations;

/// <summary>The table of WB operations, read from the attributes of the Refit interfaces.</summary>
public static class WildberriesOperations
{
    /// <summary>Every operation that the SDK's own interfaces declare.</summary>
    public static IReadOnlyList<WildberriesOperation> All { get; } =
    [
        .. Of<IAdvertApi>(),
        .. Of<IAdvertMediaApi>(),
        .. Of<IBuyerChatApi>(),
        .. Of<ICommonApi>(),
        .. Of<IDiscountsPricesApi>(),
        .. Of<IFinanceApi>(),
        .. Of<IPromoCalendarApi>(),
        .. Of<IUsersApi>(),
    ];

    /// <summary>Reads the operations of one Refit interface.</summary>
    /// <typeparam name="TApi">The interface: with <see cref="WildberriesApiAttribute"/>, each method with <see cref="OperationAttribute"/>.</typeparam>
    /// <returns>One row per method.</returns>
    /// <exception cref="ArgumentException">The interface or a method lacks an attribute, two methods share a name, or the host is not WB's.</exception>
    public static IReadOnlyList<WildberriesOperation> Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TApi>()
        where TApi : class
    {
        Type type = typeof(TApi);
        WildberriesApiAttribute api = type.GetCustomAttribute<WildberriesApiAttribute>()
            ?? throw new ArgumentException($"{type} has no [WildberriesApi(\"https://...\")] attribute that names its host.");
        Uri host = ParseHost(type, api.Host);
        Uri? sandboxHost = api.SandboxHost is null ? null : ParseHost(type, api.SandboxHost);

        var operations = new List<WildberriesOperation>();
        foreach (MethodInfo method in type.GetMethods())
        {
            HttpMethodAttribute route = method.GetCustomAttribute<HttpMethodAttribute>()
                ?? throw new ArgumentException($"{type}.{method.Name} has no Refit route attribute ([Get], [Post], ...).");
            OperationAttribute operation = method.GetCustomAttribute<OperationAttribute>()
                ?? throw new ArgumentException($"{type}.{method.Name} has no [Operation] attribute that says its token category and access.");
            if (operations.Exists(o => o.MethodName == method.Name))
                throw new ArgumentException($"{type}.{method.Name} is declared twice: an operation is found by its method's name.");
            if (operation.Sandbox && sandboxHost is null)
                throw new ArgumentException($"{type}.{method.Name} has a sandbox, but {type} names no sandbox host.");

            operations.Add(new WildberriesOperation
            {
                ApiType = type,
                MethodName = method.Name,
                Name = NameOf(type, method),
                HttpMethod = route.Method,
                Path = route.Path,
                Host = host,
                SandboxHost = operation.Sandbox ? sandboxHost : null,
                Category = operation.Category,
                Access = operation.Access,
                TokenKinds = operation.TokenKinds,
                MayAnswerEmpty = operation.MayAnswerEmpty || method.ReturnType == typeof(Task) || method.ReturnType == typeof(Task<HttpResponseMessage>),
                AnswersList = method.ReturnType.IsGenericType
                    && method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>)
                    && WildberriesRefitSettings.IsList(method.ReturnType.GenericTypeArguments[0]),
                LimitScope = operation.LimitScope,
                ClientErrorCost = operation.ClientErrorCost,
                RateLimits =
                [
                    .. method.GetCustomAttributes<RateLimitAttribute>()
                        .Select(r => new RateLimit(r.Requests, TimeSpan.FromSeconds(r.PeriodSeconds), r.Burst, r.Tokens)),
                ],
            });
        }

        return operations.Count > 0 ? operations : throw new ArgumentException($"{type} declares no operation.");
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

    private static Uri ParseHost(Type type, string host)
    {
        if (Uri.TryCreate(host, UriKind.Absolute, out Uri? uri) && Http.TrustedHosts.Allows(uri) && uri.AbsolutePath == "/")
            return uri;
        throw new ArgumentException($"{type} names the host \"{host}\", which is not an https host of wildberries.ru nor a loopback address.");
    }
}
