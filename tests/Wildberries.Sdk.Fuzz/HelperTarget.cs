using System.Reflection;
using System.Runtime.CompilerServices;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Fuzz;

/// <summary>What stands on top of the operations: pagers, streams, messengers. They end, and they throw what is documented.</summary>
internal sealed class HelperTarget : Target
{
    // Whoever asks so often with sample arguments does not stop by itself: the caller does.
    private const int MostRequests = 25;

    // Samples do not get through: what an upload gave is asked for, a store is asked first, two lists of one product are refused.
    private static readonly HashSet<string> NotReached = new(StringComparer.Ordinal)
    {
        "AdvertApiExtensions.ChangeProductsAsync", "PriceUploader.WaitForUploadsAsync", "PromoCodeSender.SendAsync", "PromoCodeSender.ReconcileAsync",
        "FbsHandOver.ResumeAsync", "FbsHandOver.FindAsync", "FbsHandOver.ForgetAsync",
    };

    private static readonly Type[] Apis = [.. WildberriesOperations.All.Select(operation => operation.ApiType).Distinct()];

    private readonly FuzzHost _host;
    private readonly Judge _judge;
    private readonly Dictionary<(Type ApiType, string MethodName), byte[]> _valid;
    private readonly IReadOnlyList<Helper> _helpers;

    public HelperTarget(FuzzHost host, Judge judge)
    {
        _host = host;
        _judge = judge;
        _valid = WildberriesOperations.All.ToDictionary(operation => (operation.ApiType, operation.MethodName), operation => Samples.Answer(operation));
        _helpers = [.. Extensions().Concat(Classes()).Where(helper => !NotReached.Contains(helper.Name)).Select(Reaching)];
    }

    public override string Name => "helpers";

    public override IEnumerable<string> Check()
    {
        foreach (Helper helper in _helpers)
        {
            _host.Requests = 0;
            string? fault = Run(helper, Valid);
            if (fault is not null || _host.Requests == 0)
                yield return $"{helper.Name} with good answers: {fault ?? "nothing was asked"}";
        }
    }

    public override string? Run(Random random)
    {
        var mutator = new Mutator(random);
        _host.Requests = 0;
        return Run(mutator.Any(_helpers), request => random.Next(3) switch
        {
            0 => Valid(request),
            _ => FuzzHost.Response(random.Next(12) == 0 ? random.Next(200, 600) : 200, mutator.Json(ValidBody(request)), "application/json", Headers(random, mutator)),
        });
    }

    private string? Run(Helper helper, Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        using var stop = new CancellationTokenSource();
        _host.Answer = request =>
        {
            if (_host.Requests >= MostRequests)
                stop.Cancel();
            return answer(request);
        };
        string? fault;
        try
        {
            (object? target, object?[] arguments) = helper.Prepare(stop.Token, helper.Thrift);
            fault = _judge.Answer(helper.Call.RunAsync(target, arguments).GetAwaiter().GetResult());
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            fault = null;
        }
        catch (Exception exception)
        {
            fault = _judge.Exception(exception);
        }

        return fault is null ? null : $"{helper.Name}: {fault}";
    }

    private HttpResponseMessage Valid(HttpRequestMessage request) => FuzzHost.Response(200, ValidBody(request), "application/json");

    private byte[] ValidBody(HttpRequestMessage request)
    {
        request.Options.TryGetValue(new HttpRequestOptionsKey<Type>(Refit.HttpRequestMessageOptions.InterfaceType), out Type? type);
        request.Options.TryGetValue(new HttpRequestOptionsKey<string>(Refit.HttpRequestMessageOptions.MethodName), out string? method);

        // What belongs to no operation is a file.
        return _valid.TryGetValue((type!, method!), out byte[]? body) ? body : "file"u8.ToArray();
    }

    private object Api(Type type) => Samples.Api(_host.Client(TokenType.Personal), type);

    private object[] Known() =>
    [
        .. Apis.Select(Api), _host.Clock, new Progress<long>(), new State.InMemoryStateStore(), new PromoCodes.InMemoryPromoCodeStore(), new Directories.DirectoryCacheOptions(),
        new Cards.CardCreation { Rows = [new Cards.CardCreationRow { VendorCode = Samples.Text, Outcome = Cards.CardCreationOutcome.Processing }], Mark = new Cards.CardCreationMark() },
        new Directories.DirectoryCache((Directories.IDirectoriesApi)Api(typeof(Directories.IDirectoriesApi)), timeProvider: _host.Clock),
    ];

    // These wait by the system's clock. What they stand on is among the classes, which get a clock that is in a hurry.
    private static bool TakesItsTime(MethodInfo method) =>
        method.Name.Contains("Wait", StringComparison.Ordinal)
        || method.Name is nameof(BuyerChat.BuyerChatApiExtensions.StreamEventsAsync) or nameof(Cards.CardsApiExtensions.EditAsync);

    private IEnumerable<Helper> Extensions() =>
        from type in typeof(IWildberriesClient).Assembly.GetExportedTypes()
        where type is { IsAbstract: true, IsSealed: true }
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.IsDefined(typeof(ExtensionAttribute)) && Apis.Contains(method.GetParameters()[0].ParameterType) && Call.IsAsynchronous(method)
        where !TakesItsTime(method)
        select new Helper($"{type.Name}.{method.Name}", new Call(method), (stop, thrift) => (null, Samples.Arguments(method, stop, thrift, Known())));

    private IEnumerable<Helper> Classes() =>
        from type in typeof(IWildberriesClient).Assembly.GetExportedTypes()
        where type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        from constructor in type.GetConstructors().Take(1)
        where constructor.GetParameters().Any(parameter => Apis.Contains(parameter.ParameterType))
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where Call.IsAsynchronous(method)
        select new Helper($"{type.Name}.{method.Name}", new Call(method), (stop, thrift) => (
            constructor.Invoke(Samples.Arguments(constructor, stop, thrift: 0, Known())), Samples.Arguments(method, stop, thrift, Known())));

    // With everything that it may get, or, where that is refused, with less.
    private Helper Reaching(Helper helper)
    {
        _host.Requests = 0;
        Run(helper, Valid);
        return _host.Requests > 0 || helper.Thrift == 2 ? helper : Reaching(helper with { Thrift = helper.Thrift + 1 });
    }

    private sealed record Helper(string Name, Call Call, Func<CancellationToken, int, (object? Target, object?[] Arguments)> Prepare)
    {
        public int Thrift { get; init; }
    }
}
