using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Wildberries.Sdk.Fuzz;

/// <summary>Calls a method, whatever it is, and waits for what it gives.</summary>
internal sealed class Call
{
    private const int MostItems = 2_000;

    private readonly MethodInfo _method;
    private readonly Func<object, Task<object?>> _finish;

    public Call(MethodInfo method)
    {
        _method = method;
        _finish = Finisher(method.ReturnType);
    }

    public static bool IsAsynchronous(MethodInfo method) =>
        method.ReturnType == typeof(Task) || method.ReturnType == typeof(ValueTask)
        || (method.ReturnType.IsGenericType
            && (method.ReturnType.GetGenericTypeDefinition() is var open)
            && (open == typeof(Task<>) || open == typeof(ValueTask<>) || open == typeof(IAsyncEnumerable<>)));

    /// <summary>The result; of rows, the list of them.</summary>
    public async Task<object?> RunAsync(object? target, object?[] arguments)
    {
        object? started = null;
        try
        {
            started = _method.Invoke(target, arguments);
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException!);
        }

        return await _finish(started!).ConfigureAwait(false);
    }

    private static Func<object, Task<object?>> Finisher(Type type)
    {
        if (type == typeof(Task))
            return OfTask;
        if (type == typeof(ValueTask))
            return static task => OfTask(((ValueTask)task).AsTask());
        Type open = type.GetGenericTypeDefinition();
        string name = open == typeof(Task<>) ? nameof(OfTaskOf) : open == typeof(ValueTask<>) ? nameof(OfValueTask) : nameof(OfRows);
        return typeof(Call).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type.GetGenericArguments()[0])
            .CreateDelegate<Func<object, Task<object?>>>();
    }

    private static async Task<object?> OfTask(object task)
    {
        await ((Task)task).ConfigureAwait(false);
        return null;
    }

    private static async Task<object?> OfTaskOf<T>(object task) => await ((Task<T>)task).ConfigureAwait(false);

    private static async Task<object?> OfValueTask<T>(object task) => await ((ValueTask<T>)task).ConfigureAwait(false);

    private static async Task<object?> OfRows<T>(object rows)
    {
        var items = new List<T>();
        await foreach (T item in ((IAsyncEnumerable<T>)rows).ConfigureAwait(false))
        {
            items.Add(item);
            if (items.Count == MostItems)
                break;
        }

        return items;
    }
}
