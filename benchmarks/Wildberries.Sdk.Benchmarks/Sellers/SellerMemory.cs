using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Benchmarks.Calls;
using Wildberries.Sdk.BuyerChat;

namespace Wildberries.Sdk.Benchmarks.Sellers;

/// <summary>What clients for many sellers keep in memory: when they are made, and when each has called once.</summary>
internal static class SellerMemory
{
    private static readonly byte[] Answer = Encoding.UTF8.GetBytes("""{"result":[],"errors":null}""");

    /// <param name="args">How many sellers; 1,000 if none is named.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        int sellers = args is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 1_000;
        string[] tokens = [.. Enumerable.Range(0, sellers + 1).Select(i => BenchmarkToken.For(new Guid(i, 0, 0, new byte[8]).ToString()))];
        IWildberriesClientFactory factory = new ServiceCollection()
            .AddWildberries(options => options.UsePrimaryHandler(() => new InMemoryTransport(Answer, waits: false)))
            .Services.BuildServiceProvider().GetRequiredService<IWildberriesClientFactory>();

        // What all share is made by the first.
        await factory.Create(tokens[sellers]).BuyerChat.GetChatsAsync();
        var apis = new IBuyerChatApi[sellers];
        long start = GC.GetTotalMemory(forceFullCollection: true);
        long clock = Stopwatch.GetTimestamp();
        for (int i = 0; i < sellers; i++)
            apis[i] = factory.Create(tokens[i]).BuyerChat;
        TimeSpan making = Stopwatch.GetElapsedTime(clock);
        long made = GC.GetTotalMemory(forceFullCollection: true);
        foreach (IBuyerChatApi api in apis)
            await api.GetChatsAsync();
        long called = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(apis);
        GC.KeepAlive(tokens);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sellers:N0} clients made in {making.TotalMilliseconds:0.0} ms; alive: {(made - start) / sellers:N0} bytes each, {(called - start) / sellers:N0} once each has called"));
        return 0;
    }
}
