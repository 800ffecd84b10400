using System.Reflection;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Fuzz;

/// <summary>Answers that say success, to every operation: each is understood, or is the one exception for those that are not.</summary>
internal sealed class AnswerTarget : Target
{
    private readonly FuzzHost _host;
    private readonly Judge _judge;
    private readonly IReadOnlyList<Entry> _entries;

    public AnswerTarget(FuzzHost host, Judge judge)
    {
        _host = host;
        _judge = judge;
        _entries = [.. WildberriesOperations.All.Select(operation => new Entry(operation, host))];
    }

    public override string Name => "answers";

    public override IEnumerable<string> Check()
    {
        foreach (Entry entry in _entries)
        {
            _host.Answer = _ => FuzzHost.Response(200, entry.Valid, "application/json");
            if (Run(entry, 200, entry.Valid, mayFail: false) is { } fault)
                yield return $"{entry.Operation.Name} with a good answer: {fault}";
        }
    }

    public override string? Run(Random random)
    {
        var mutator = new Mutator(random);
        Entry entry = mutator.Any(_entries);
        byte[] body = random.Next(50) == 0 ? [] : mutator.Json(entry.Valid);
        if (random.Next(4) == 0)
            body = mutator.Insert(body, random.Next(2) == 0 ? FuzzHost.ClientSecret : mutator.Any(_host.Tokens));
        int status = random.Next(20) == 0 ? random.Next(200, 300) : 200;
        string? contentType = ContentType(random, mutator);
        (string, string)[] headers = Headers(random, mutator);
        _host.Answer = _ => FuzzHost.Response(status, body, contentType, headers);
        _host.Store.Fault = null;
        return Run(entry, status, body, mayFail: true) ?? _host.Store.Fault;
    }

    private string? Run(Entry entry, int status, byte[] body, bool mayFail)
    {
        int thread = Environment.CurrentManagedThreadId;
        long before = GC.GetAllocatedBytesForCurrentThread();
        string? fault;
        try
        {
            object? answer = entry.Call.RunAsync(entry.Api, entry.Arguments()).GetAwaiter().GetResult();
            fault = answer is null && !entry.MayBeNull ? "the answer is null" : _judge.Answer(answer);
        }
        catch (WildberriesResponseException exception) when (mayFail)
        {
            fault = _judge.Exception(exception);
        }
        catch (Exception exception)
        {
            fault = $"undocumented {exception}";
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (fault is null && thread == Environment.CurrentManagedThreadId)
            fault = Judge.Waste(allocated, body.Length);
        return fault is null ? null : $"{entry.Operation.Name}: {fault}\n    {Show(status, body)}";
    }

    private sealed class Entry
    {
        private readonly MethodInfo _method;

        public Entry(WildberriesOperation operation, FuzzHost host)
        {
            Operation = operation;
            _method = Samples.Method(operation);
            Call = new Call(_method);
            Api = Samples.Api(host.Client(Samples.TokenTypeFor(operation)), operation.ApiType);
            Valid = Samples.Answer(operation);

            // Task<T?> says that there may be no answer; Task has none.
            MayBeNull = !_method.ReturnType.IsGenericType
                || new NullabilityInfoContext().Create(_method.ReturnParameter).GenericTypeArguments[0].ReadState == NullabilityState.Nullable;
        }

        public WildberriesOperation Operation { get; }

        public Call Call { get; }

        public object Api { get; }

        public byte[] Valid { get; }

        public bool MayBeNull { get; }

        public object?[] Arguments() => Samples.Arguments(_method, CancellationToken.None);
    }
}
