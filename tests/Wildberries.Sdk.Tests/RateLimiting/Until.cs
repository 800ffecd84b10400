namespace Wildberries.Sdk.Tests.RateLimiting;

/// <summary>Lets other threads run until something has happened.</summary>
internal static class Until
{
    public static async Task True(Func<bool> condition)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (!condition())
        {
            timeout.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
