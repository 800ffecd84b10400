using System.Reflection;
using Refit;
using Wildberries.Sdk.Advert.Retired;
using Wildberries.Sdk.AdvertMedia;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.DbwOrders;
using Wildberries.Sdk.Directories;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.PickupOrders;
using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Warehouses;
using Areas = Refit.Implementation.GeneratedWildberries_Sdk;

namespace Wildberries.Sdk.Tests.House;

public sealed class RefitInterfaceTests
{
#pragma warning disable WBSDK0001 // Obsolete, and yet bound by the rules.
    // Interface -> why no client has it unless it is registered, and no table.
    private static readonly Dictionary<Type, string> Apart = new()
    {
        [typeof(IRetiredAdvertApi)] = "WB has turned its operations off",
    };

    // Interface -> why it has no connection check.
    private static readonly Dictionary<Type, string> WithoutPing = new()
    {
        [typeof(IRetiredAdvertApi)] = "IAdvertApi has that of its host",
        [typeof(IAdvertMediaApi)] = "WB lists no /ping for advert-media-api",
        [typeof(IFbsSuppliesApi)] = "IFbsOrdersApi has that of its host",
        [typeof(IDbwOrdersApi)] = "IFbsOrdersApi has that of its host",
        [typeof(IDbsOrdersApi)] = "IFbsOrdersApi has that of its host",
        [typeof(IPickupOrdersApi)] = "IFbsOrdersApi has that of its host",
        [typeof(IDirectoriesApi)] = "ICardsApi has that of its host",
        [typeof(IQuestionsApi)] = "IFeedbacksApi has that of its host",
        [typeof(IPromoCalendarApi)] = "WB lists no /ping for dp-calendar-api",
        [typeof(IWarehousesApi)] = "IFbsOrdersApi has that of its host",
    };
#pragma warning restore WBSDK0001

    [Fact]
    public void Every_Refit_interface_keeps_the_rules() => Rule.Holds(PublicTypes.RefitInterfaces, Offences);

    [Fact]
    public void Every_Refit_interface_is_a_property_of_the_client_an_area_and_in_the_table_of_operations()
    {
        IEnumerable<Type> ours = PublicTypes.RefitInterfaces.Except(Apart.Keys).OrderBy(type => type.FullName, StringComparer.Ordinal);
        Assert.Equal(
            ours,
            typeof(IWildberriesClient).GetProperties().Select(property => property.PropertyType).OrderBy(type => type.FullName, StringComparer.Ordinal));
        Assert.Equal(ours, Areas.All.Select(area => area.Type).OrderBy(type => type.FullName, StringComparer.Ordinal));
        Assert.All(Areas.All, area => Assert.Same(area, area.Type.GetCustomAttribute<AreaAttribute>()?.Api));
        Assert.Equal(
            ours,
            WildberriesOperations.All.Select(operation => operation.ApiType).Distinct().OrderBy(type => type.FullName, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(typeof(INoHost), "names no host")]
    [InlineData(typeof(INoPing), "PingAsync")]
    [InlineData(typeof(IOverloaded), "overload")]
    [InlineData(typeof(INoRoute), "route attributes")]
    [InlineData(typeof(INoOperation), "[Operation]")]
    [InlineData(typeof(INoLimit), "[RateLimit]")]
    [InlineData(typeof(INotNamedAsync), "does not end with Async")]
    [InlineData(typeof(IBodyOfInterface), "[Body]")]
    [InlineData(typeof(IApiResponseAnswer), "ApiResponse")]
    public void Each_rule_sees_its_offender(Type offender, string words) =>
        Assert.Contains(Offences(offender), text => text.Contains(words, StringComparison.Ordinal));

    private static IEnumerable<string> Offences(Type type)
    {
        if (!type.IsDefined(typeof(WildberriesApiAttribute)))
            yield return $"{type.FullName} names no host with [WildberriesApi]";
        if (type.GetMethod("PingAsync") is null != WithoutPing.ContainsKey(type))
            yield return $"{type.FullName} has {(WithoutPing.ContainsKey(type) ? "a" : "no")} PingAsync";
        foreach (IGrouping<string, MethodInfo> group in type.GetMethods().GroupBy(method => method.Name, StringComparer.Ordinal))
        {
            if (group.Count() > 1)
                yield return $"{type.FullName}.{group.Key} has overloads: an operation is found by its method's name";
        }

        foreach (string offence in type.GetMethods().SelectMany(method => Offences(type, method)))
            yield return offence;
    }

    private static IEnumerable<string> Offences(Type type, MethodInfo method)
    {
        string name = $"{type.FullName}.{method.Name}";
        if (method.GetCustomAttributes<HttpMethodAttribute>().Count() is var routes and not 1)
            yield return $"{name} has {routes} route attributes, not one";
        if (!method.IsDefined(typeof(OperationAttribute)))
            yield return $"{name} has no [Operation]";
        if (!method.IsDefined(typeof(RateLimitAttribute)) && method.GetCustomAttribute<OperationAttribute>() is not { LimitGroup: not null })
            yield return $"{name} has no [RateLimit] and no group of shared limits";
        if (!method.Name.EndsWith("Async", StringComparison.Ordinal))
            yield return $"{name} does not end with Async";
        foreach (ParameterInfo parameter in method.GetParameters())
        {
            if (parameter.IsDefined(typeof(BodyAttribute)) && parameter.ParameterType.IsInterface)
                yield return $"{name} has a [Body] of the interface type {parameter.ParameterType.Name}, which source-generated JSON does not find";
        }

        if (PublicTypes.Unwrap(method.ReturnType).Any(part => part == typeof(IApiResponse) || part.GetInterfaces().Contains(typeof(IApiResponse))))
            yield return $"{name} answers with an ApiResponse: failures would be no exceptions";
    }

    internal interface INoHost
    {
        [Get("/ping")]
        [Operation(TokenCategory.None, OperationAccess.Read)]
        [RateLimit(3, 30, 99)]
        Task PingAsync(CancellationToken cancellationToken = default);
    }

    [WildberriesApi("https://x.wildberries.ru")]
    internal interface INoPing
    {
        [Get("/a")]
        Task GetAsync(CancellationToken cancellationToken = default);
    }

    [WildberriesApi("https://x.wildberries.ru")]
    internal interface IOverloaded
    {
        [Get("/a")]
        Task GetAsync(CancellationToken cancellationToken = default);

        [Get("/b")]
        Task GetAsync(int id, CancellationToken cancellationToken = default);
    }

    [WildberriesApi("https://x.wildberries.ru")]
    internal interface INoRoute
    {
        [Operation(TokenCategory.None, OperationAccess.Read)]
        [RateLimit(3, 30, 99)]
        Task GetAsync(CancellationToken cancellationToken = default);
    }

    [WildberriesApi("https://x.wildberries.ru")]
    internal interface INoOperation
    {
        [Get("/a")]
        [RateLimit(3, 30, 99)]
        Task GetAsync(CancellationToken cancellationToken = default);
    }

    [WildberriesApi("https://x.wildberries.ru")]
    internal interface INoLimit
    {
        [Get("/a")]
        [Operation(TokenCategory.None, OperationAccess.Read)]
        Task GetAsync(CancellationToken cancellationToken = default);
    }

    [WildberriesApi("https://x.wildberries.ru")]
    internal interface INotNamedAsync
    {
        [Get("/a")]
        Task Get(CancellationToken cancellationToken = default);
    }

    [WildberriesApi("https://x.wildberries.ru")]
    internal interface IBodyOfInterface
    {
        [Post("/a")]
        Task PostAsync([Body] IReadOnlyList<long> ids, CancellationToken cancellationToken = default);
    }

    [WildberriesApi("https://x.wildberries.ru")]
    internal interface IApiResponseAnswer
    {
        [Get("/a")]
        Task<ApiResponse<string>> GetAsync(CancellationToken cancellationToken = default);
    }
}
