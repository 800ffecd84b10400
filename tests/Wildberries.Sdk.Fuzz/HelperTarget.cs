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

    private static readonly Type[] Apis = [.. WildberriesOperations.All.Select(operation => operation.ApiType).Distinct()];

    private readonly FuzzHost _host;
    private readonly Judge _judge;
    private readonly Dictionary<(Type ApiType, string MethodName), byte[]> _valid;
    private readonly IReadOnlyList<(string Name, Call Call, Func<CancellationToken, (object? Target, object?[] Arguments)> Prepare)> _helpers;

    public HelperTarget(FuzzHost host, Judge judge)
    {
        _host = host;
        _judge = judge;
        _valid = WildberriesOperations.All.ToDictionary(operation => (operation.ApiType, operation.MethodName), Samples.Answer);
        _helpers = [.. Extensions(), .. Classes()];
    }

    public override string Name => "helpers";

    public override IEnumerable<string> Check()
    {
        for (int i = 0; i < _helpers.Count; i++)
        {
            _host.Requests = 0;
            string? fault = Run(i, Valid);
            if (fault is not null || _host.Requests == 0)
                yield return $"{_helpers[i].Name} with good answers: {fault ?? "nothing was asked"}";
        }
    }

    public override string? Run(Random random)
    {
        var mutator = new Mutator(random);
        _host.Requests = 0;
        return Run(random.Next(_helpers.Count), request => random.Next(3) switch
        {
            0 => Valid(request),
            _ => FuzzHost.Response(random.Next(12) == 0 ? random.Next(200, 600) : 200, mutator.Json(ValidBody(request)), "application/json", Headers(random, mutator)),
        });
    }

    private string? Run(int index, Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        using var stop = new CancellationTokenSource();
        _host.Answer = request =>
        {
            if (_host.Requests >= MostRequests)
                stop.Cancel();
            return answer(request);
        };
        (string name, Call call, Func<CancellationToken, (object? Target, object?[] Arguments)> prepare) = _helpers[index];
        string? fault;
        try
        {
            (object? target, object?[] arguments) = prepare(stop.Token);
            fault = _judge.Answer(call.RunAsync(target, arguments).GetAwaiter().GetResult());
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            fault = null;
        }
        catch (Exception exception)
        {
            fault = _judge.Exception(exception);
        }

        return fault is null ? null : $"{name}: {fault}";
    }

    private HttpResponseMessage Valid(HttpRequestMessage request) => FuzzHost.Response(200, ValidBody(request), "application/json");

    private byte[] ValidBody(HttpRequestMessage request)
    {
        request.Options.TryGetValue(new HttpRequestOptionsKey<Type>(Refit.HttpRequestMessageOptions.InterfaceType), out Type? type);
        request.Options.TryGetValue(new HttpRequestOptionsKey<string>(Refit.HttpRequestMessageOptions.MethodName), out string? method);
        return _valid[(type!, method!)];
    }

    private object Api(Type type) => Samples.Api(_host.Client(TokenType.Personal), type);

    private IEnumerable<(string, Call, Func<CancellationToken, (object?, object?[])>)> Extensions() =>
        from type in typeof(IWildberriesClient).Assembly.GetExportedTypes()
        where type is { IsAbstract: true, IsSealed: true }
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.IsDefined(typeof(ExtensionAttribute)) && Apis.Contains(method.GetParameters()[0].ParameterType) && Call.IsAsynchronous(method)
        let api = method.GetParameters()[0].ParameterType
        select (
            $"{type.Name}.{method.Name}",
            new Call(method),
            (Func<CancellationToken, (object?, object?[])>)(stop => (null, Samples.Arguments(method, stop, Api(api), _host.Clock, new MemoryCursorStore()))));

    private IEnumerable<(string, Call, Func<CancellationToken, (object?, object?[])>)> Classes() =>
        from type in typeof(IWildberriesClient).Assembly.GetExportedTypes()
        where type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        from constructor in type.GetConstructors().Take(1)
        let api = constructor.GetParameters().Select(parameter => parameter.ParameterType).FirstOrDefault(Apis.Contains)
        where api is not null
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where Call.IsAsynchronous(method)
        select (
            $"{type.Name}.{method.Name}",
            new Call(method),
            (Func<CancellationToken, (object?, object?[])>)(stop => (
                constructor.Invoke(Samples.Arguments(constructor, stop, Api(api), _host.Clock, new MemoryCursorStore())),
                Samples.Arguments(method, stop))));

    private sealed class MemoryCursorStore : BuyerChat.IChatCursorStore
    {
        private BuyerChat.ChatCursor? _cursor;

        public ValueTask<BuyerChat.ChatCursor?> LoadAsync(CancellationToken cancellationToken = default) => new(_cursor);

        public ValueTask SaveAsync(BuyerChat.ChatCursor cursor, CancellationToken cancellationToken = default)
        {
            _cursor = cursor;
            return default;
        }
    }
}
