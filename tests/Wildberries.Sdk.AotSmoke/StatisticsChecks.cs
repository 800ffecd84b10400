using Wildberries.Sdk.State;
using Wildberries.Sdk.Statistics;

/// <summary>Orders and sales of the day.</summary>
internal static class StatisticsChecks
{
    public static async Task RunAsync(IStatisticsApi api, Func<string, Func<Task<bool>>, Task> check)
    {
        var from = DateTimeOffset.UtcNow.AddDays(-30);
        await check("statistics: ping", async () => (await api.PingAsync()).Status == "OK");
        await check("statistics: orders", async () => await api.GetOrdersAsync(from).CountAsync() == 2);
        await check("statistics: sales", async () => await api.GetSalesAsync(from).CountAsync() == 1);
        await check("statistics: changed ones, each once", async () =>
        {
            var store = new InMemoryStateStore();
            var once = new ChangedRowStreamOptions { StopAtEnd = true };
            return await api.StreamChangedOrdersAsync(store, "seller", once).CountAsync() == 2
                && await api.StreamChangedOrdersAsync(store, "seller", once).CountAsync() == 0;
        });
    }
}
