using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Worker;

/// <summary>
/// Hands over what is new, or goes on with the hand-over of that name: a label identifier for each order that takes one, shipping parameters and a box for each supply.
/// Says where it is, a line each: "looking", "saving", "saved", and after each answer "called X"; at last "done" and the result. Settings: emulator, token, state
/// (a folder), name.
/// </summary>
internal static class HandOverHandler
{
    public static async Task<int> RunAsync(Dictionary<string, string> settings)
    {
        var services = new ServiceCollection();
        services.AddWildberries(options =>
        {
            options.EmulatorAddress = new Uri(settings["emulator"]);
            options.Token = settings["token"];
            foreach (WildberriesOperation operation in WildberriesOperations.All)
            {
                if (operation.ApiType == typeof(IFbsOrdersApi))
                    options.OverrideOperation<IFbsOrdersApi>(operation.MethodName, Unlimited);
                else if (operation.ApiType == typeof(IFbsSuppliesApi))
                    options.OverrideOperation<IFbsSuppliesApi>(operation.MethodName, Unlimited);
            }
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        using var stop = new CancellationTokenSource();
        _ = Input.EndAsync().ContinueWith(_ => stop.Cancel(), TaskScheduler.Default);
        IWildberriesClient wb = provider.GetRequiredService<IWildberriesClient>().With(new WildberriesCallOptions
        {
            OnResponse = info => Console.WriteLine($"called {info.Operation.MethodName}"),
        });
        var handOver = new FbsHandOver(wb.FbsSupplies, wb.FbsOrders, new TellingStateStore(settings["state"]), "seller", new HandOverOptions
        {
            Shipping = _ => new SupplyShipping { City = "Подольск", ShippingPointId = 507, Date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(7) },
            BoxCount = _ => 1,
            MaxSendTime = TimeSpan.FromSeconds(2),
            PollInterval = TimeSpan.FromMilliseconds(200),
        });
        try
        {
            Console.WriteLine("looking");
            HandOverResult result = await handOver.ResumeAsync(settings["name"], cancellationToken: stop.Token)
                ?? await handOver.HandOverAsync(settings["name"], (await wb.FbsOrders.GetNewOrdersAsync(stop.Token)).Orders.Select(Marked), cancellationToken: stop.Token);
            Console.WriteLine($"done {result}");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The tests are done.
        }

        return 0;
    }

    private static HandOverOrder Marked(NewFbsOrder order) => HandOverOrder.From(
        order, order.OptionalMarkings.Contains(MarkingCodeKind.Sgtin) ? [OrderMarkingCodes.Sgtins(order.Id, FormattableString.Invariant($"0104600000000011215{order.Id}\u001d93abcd"))] : []);

    private static WildberriesOperation Unlimited(WildberriesOperation operation) => operation with { RateLimits = [new RateLimit(1000, TimeSpan.FromSeconds(1), 1000)] };
}
