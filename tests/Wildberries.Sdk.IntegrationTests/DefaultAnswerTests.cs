using System.Collections;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Fuzz;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Serialization;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>What the emulator answers where it keeps nothing: here it keeps nothing at all.</summary>
public sealed class DefaultAnswerTests
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    // A place to go on from would mean the end of a list; these requests have one that cannot be left out.
    private static readonly object[] FirstPages =
    [
        new SalesReportByIdRequest(),
        new SalesReportRowsRequest { DateFrom = Day, DateTo = Day },
        new AcquiringReportRowsRequest { DateFrom = Day, DateTo = Day },
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Streams { get; } = [.. StreamMethods().Select(NameOf)];

    [Fact]
    public async Task Each_read_is_answered_with_a_value_in_each_member_of_its_model()
    {
        await using Shop shop = await OpenAsync();
        List<string> empty = [], answered = [];
        foreach (WildberriesOperation operation in WildberriesOperations.All.Where(operation => operation.Access == OperationAccess.Read))
        {
            MethodInfo method = Samples.Method(operation);
            object? answer = await new Call(method).RunAsync(
                Samples.Api(ClientFor(shop, operation), operation.ApiType), Samples.Arguments(method, Cancel, thrift: 2, FirstPages));
            FindEmpty(answer, operation.Name, empty);
            answered.Add(operation.Name);
        }

        Assert.Empty(empty);
        Assert.InRange(answered.Count, 40, int.MaxValue);
        Assert.All(shop.Emulator.Requests.All, request => Assert.Equal(200, request.Status));
        Assert.Equal(answered.Count, shop.Emulator.Requests.All.Count);
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task A_list_that_is_read_page_after_page_ends(string name)
    {
        await using Shop shop = await OpenAsync();
        MethodInfo method = StreamMethods().Single(one => NameOf(one) == name);
        object api = Samples.Api(shop.Client, method.GetParameters()[0].ParameterType);
        var rows = Assert.IsAssignableFrom<ICollection>(
            await new Call(method).RunAsync(null, Samples.Arguments(method, Cancel, thrift: 2, [api, new Progress<long>(), .. FirstPages])));
        Assert.Single(rows);
        Assert.InRange(shop.Emulator.Requests.All.Count, 1, 3);
    }

    [Fact]
    public async Task A_write_is_never_answered_by_default_and_the_refusal_names_it()
    {
        await using Shop shop = await OpenAsync();
        foreach (WildberriesOperation operation in WildberriesOperations.All.Where(operation => operation.Access == OperationAccess.Write))
        {
            MethodInfo method = Samples.Method(operation);
            WildberriesServerException refusal = await Assert.ThrowsAsync<WildberriesServerException>(() => new Call(method).RunAsync(
                Samples.Api(ClientFor(shop, operation), operation.ApiType), Samples.Arguments(method, Cancel)));
            Assert.Equal(HttpStatusCode.NotImplemented, refusal.StatusCode);
            Assert.Contains(operation.Name, refusal.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_interface_of_ones_own_is_answered_once_the_emulator_knows_it()
    {
        await using Shop shop = await Shop.OpenAsync(
            emulator: options => options.AddApi<IArrivalsApi>(ArrivalsJsonContext.Default),
            sdk: (options, _) => options.AddApi<IArrivalsApi>(ArrivalsJsonContext.Default));
        IArrivalsApi api = shop.Client.Api<IArrivalsApi>();
        Assert.Equal(1, Assert.Single(await api.ReadAsync(Cancel)));
        await Assert.ThrowsAsync<WildberriesServerException>(() => api.StartAsync(Cancel));
    }

    [Fact]
    public async Task Faults_befall_default_answers_as_they_do_others()
    {
        await using Shop shop = await OpenAsync();
        shop.Emulator.Faults.Next("GET /api/v1/tariffs/commission", Fault.Status(200, """{"report":[{"subjectID":7}]}""", "application/json"));
        Assert.Equal(7, Assert.Single((await shop.Client.Common.GetCommissionsAsync(cancellationToken: Cancel)).Report).SubjectId);
        shop.Emulator.Faults.Next("GET /api/v1/tariffs/commission", Fault.MalformedJson);
        await Assert.ThrowsAsync<WildberriesResponseException>(() => shop.Client.Common.GetCommissionsAsync(cancellationToken: Cancel));
        Assert.Equal(1, Assert.Single((await shop.Client.Common.GetCommissionsAsync(cancellationToken: Cancel)).Report).SubjectId);
    }

    // Minutes of the limiter pass in milliseconds.
    private static Task<Shop> OpenAsync() => Shop.OpenAsync(
        emulator: options =>
        {
            options.DefaultsOnly = true;
            options.RateLimits = false;
        },
        sdk: (options, _) =>
        {
            options.AttemptTimeout = TimeSpan.FromDays(1);
            options.BodyIdleTimeout = TimeSpan.FromDays(1);
            options.MaxRateLimitWait = TimeSpan.FromDays(1);
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
            options.Retry.MaxTotalTime = TimeSpan.FromDays(1);
        },
        clock: new FastClock(3000));

    private static IWildberriesClient ClientFor(Shop shop, WildberriesOperation operation) =>
        shop.Factory.Create(shop.Emulator.CreateToken(Samples.TokenTypeFor(operation)));

    private static IEnumerable<MethodInfo> StreamMethods() =>
        from type in typeof(IWildberriesClient).Assembly.GetExportedTypes()
        where type.IsAbstract && type.IsSealed
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where method.IsDefined(typeof(ExtensionAttribute), inherit: false)
            && method.GetParameters()[0].ParameterType.IsDefined(typeof(WildberriesApiAttribute), inherit: false)
            && method.ReturnType.IsGenericType
            && method.ReturnType.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)

            // What waits for more never ends; what keeps its place does so.
            && !method.GetParameters().Any(parameter => parameter.ParameterType == typeof(IStateStore))
            && method.Name is not (nameof(BuyerChatApiExtensions.StreamEventsAsync) or nameof(FbsOrdersApiExtensions.WatchStatusesAsync))
        select method;

    private static string NameOf(MethodInfo method) =>
        $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Skip(1).Select(parameter => parameter.ParameterType.Name))})";

    /// <summary>Members without a value; nothing says that something failed, and so "error" members have none.</summary>
    private static void FindEmpty(object? value, string path, List<string> empty)
    {
        if (value is null or "" || (value is ValueType && !MayBeZero(value) && value.Equals(RuntimeHelpers.GetUninitializedObject(value.GetType()))))
        {
            empty.Add(path);
            return;
        }

        if (value is HttpResponseMessage or string || value.GetType().IsValueType)
            return;
        if (value is IEnumerable items)
        {
            object[] all = [.. items.Cast<object>()];
            if (all.Length != 1)
                empty.Add(path);
            foreach (object item in all)
                FindEmpty(item, path + "[]", empty);
            return;
        }

        foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.Name is nameof(WildberriesModel.AdditionalProperties) or nameof(WildberriesModel.UnreadableProperties))
                Assert.True(property.GetValue(value) is null or ICollection { Count: 0 }, path);
            else if (property.SetMethod is { IsPublic: true } && !property.Name.StartsWith("Error", StringComparison.Ordinal))
                FindEmpty(property.GetValue(value), $"{path}.{property.Name}", empty);
        }
    }

    // The first known value of an extensible enum of numbers can be 0.
    private static bool MayBeZero(object value) => Array.Exists(
        value.GetType().GetInterfaces(),
        one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IExtensibleEnum<,>) && one.GetGenericArguments()[1] == typeof(int));
}
