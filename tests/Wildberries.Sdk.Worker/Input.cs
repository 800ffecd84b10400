namespace Wildberries.Sdk.Worker;

/// <summary>Standard input. The console reads it on the caller's thread, whatever the method's name says: here it has threads of its own.</summary>
internal static class Input
{
    public static Task<string?> LineAsync() => OwnThread(Console.In.ReadLine);

    public static Task EndAsync() => OwnThread(Console.In.ReadToEnd);

    private static Task<T> OwnThread<T>(Func<T> read) =>
        Task.Factory.StartNew(read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
