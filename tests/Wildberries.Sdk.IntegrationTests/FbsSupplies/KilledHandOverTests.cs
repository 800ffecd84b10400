using System.Diagnostics;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.FbsSupplies;

/// <summary>A process that hands orders over is killed (kill -9) and started again, over and over, morning after morning, while WB refuses codes and buyers cancel.</summary>
[Collection(nameof(RealTime))]
public sealed class KilledHandOverTests(ITestOutputHelper output)
{
    // Of each morning's orders one has a code that WB refuses, and one is cancelled on the way.
    private const int Orders = 42;

    private static readonly int Kills = KilledWorker.Kills(everyDay: 5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = KilledWorker.MostMilliseconds)]
    public async Task No_order_is_handed_over_twice_or_lost_however_often_the_process_is_killed()
    {
        await using Shop shop = await Shop.OpenAsync(emulator: options => options.RateLimits = false);
        WildberriesEmulator emulator = shop.Emulator;
        emulator.Orders.MarkingCheckTime = TimeSpan.FromMilliseconds(100);
        string folder = Directory.CreateTempSubdirectory("wb-kill-").FullName, state = Path.Combine(folder, "state");
        var random = new Random(7);
        var killedAt = new Dictionary<string, int>(StringComparer.Ordinal);
        var outcomes = new Dictionary<HandOverOutcome, int>();
        int mornings = 0, linesUntilCancelled = 0;
        long cancelled = 0;
        emulator.FbsSupplies.Add(new EmulatedShippingPoint { Id = 507, City = "Подольск", Kind = ShippingPointKind.PickupPoint });
        try
        {
            bool isDone = true, isRecorded = false;
            for (int kill = 1; kill <= Kills; kill++)
            {
                if (isDone)
                {
                    Open();
                    isRecorded = false;
                }

                isDone = false;
                using Process worker = Start();
                string last = "";
                for (int lines = random.Next(1, 100); lines > 0 && !isDone; lines--)
                    Note(await KilledWorker.ReadLineAsync(worker));
                KilledWorker.Spin(random.Next(200_000));
                worker.Kill();
                await worker.WaitForExitAsync(Cancel);
                while (await KilledWorker.ReadLineAsync(worker) is { } line)
                    Note(line);
                string at = isDone ? "done" : last;
                killedAt[at] = killedAt.GetValueOrDefault(at) + 1;

                void Note(string? line)
                {
                    Assert.NotNull(line);
                    last = line;
                    isDone |= line.StartsWith("done", StringComparison.Ordinal);

                    // An order that is cancelled before the hand-over is on record is none of its orders.
                    isRecorded |= line.StartsWith("called", StringComparison.Ordinal) && !line.EndsWith("GetNewOrdersAsync", StringComparison.Ordinal);
                    if (isRecorded && --linesUntilCancelled == 0)
                        emulator.Orders.BuyerCancels(cancelled);
                }
            }

            if (!isDone)
            {
                using Process end = Start();
                Assert.Contains("done 42 orders", await KilledWorker.EndAfterAsync(end), StringComparison.Ordinal);
            }

            // Every order has a row, and what the row says is true.
            var handOver = new FbsHandOver(shop.Client.FbsSupplies, shop.Client.FbsOrders, new FileStateStore(state), "seller");
            var told = new HashSet<long>();
            for (int morning = 1; morning <= mornings; morning++)
            {
                HandOverResult result = (await handOver.FindAsync(Name(morning), TestContext.Current.CancellationToken))!;
                Assert.True(result.IsComplete, result.ToString());
                foreach (HandOverRow row in result.Rows)
                {
                    outcomes[row.Outcome] = outcomes.GetValueOrDefault(row.Outcome) + 1;
                    Check(row);
                    Assert.True(told.Add(row.OrderId));
                }

                Assert.Equal(Orders, result.Rows.Count);
                Assert.Single(result.SetAside);
            }

            Assert.Equal(emulator.Orders.All.Select(order => order.Id), told.Order());

            // Nobody else has a hand in it: nothing is refused or unknown.
            Assert.Equal(Orders * mornings, Count(HandOverOutcome.HandedOver) + Count(HandOverOutcome.SetAside) + Count(HandOverOutcome.Cancelled));

            // Each supply was made once, each that is closed with one box and its shipping parameters, and each order is in one.
            Assert.Equal(3 * mornings, emulator.FbsSupplies.All.Count);
            Assert.Equal(2 * mornings, emulator.FbsSupplies.All.Count(supply => supply.ClosedAt is not null));
            Assert.All(emulator.FbsSupplies.All, supply => Assert.Equal(supply.ClosedAt is null ? (0, null) : (1, 507L), (supply.BoxIds.Count, supply.ShippingPointId)));
            Assert.All(emulator.FbsSupplies.All.SelectMany(supply => supply.OrderIds).GroupBy(id => id), orders => Assert.Single(orders));
            Assert.All(
                emulator.Orders.All.Where(order => order.Purchase.OptionalMarking.Count > 0), order => Assert.Single(order.MarkingCodes[MarkingCodeKind.Sgtin]));

            // WB refuses a call only if a buyer cancels just before it.
            Assert.All(emulator.Requests.All, request => Assert.True(request.Status is null or 200 or 201 or 204 or 409, request.ToString()));
            Assert.InRange(emulator.Requests.All.Count(request => request.Status == 409), 0, mornings);
        }
        finally
        {
            output.WriteLine($"{Kills} kills ({string.Join(", ", killedAt.Select(pair => $"{pair.Value} after \"{pair.Key}\""))}), {mornings} mornings");
            output.WriteLine($"{string.Join(", ", outcomes.Select(pair => $"{pair.Value} {pair.Key}"))}; {emulator.Requests.All.Count} requests");
            KilledWorker.Delete(folder);
        }

        int Count(HandOverOutcome outcome) => outcomes.GetValueOrDefault(outcome);

        void Check(HandOverRow row)
        {
            EmulatedOrder order = emulator.Orders.Find(row.OrderId)!;
            EmulatedSupply? supply = order.SupplyId is { } id ? emulator.FbsSupplies.Find(id) : null;
            switch (row.Outcome)
            {
                case HandOverOutcome.HandedOver:
                    Assert.Equal((SupplierStatus.Complete, supply!.Id), (order.SupplierStatus, row.SupplyId));
                    Assert.NotNull(supply.ClosedAt);
                    break;
                case HandOverOutcome.SetAside:
                    Assert.Equal((SupplierStatus.Confirm, supply!.Id), (order.SupplierStatus, row.SupplyId));
                    Assert.Null(supply.ClosedAt);
                    Assert.Contains("sgtinWrittenOff", row.Reason, StringComparison.Ordinal);
                    break;
                case HandOverOutcome.Cancelled:
                    Assert.NotEqual(WbStatus.Waiting, order.WbStatus);
                    break;
                default:
                    Assert.Fail(row.ToString());
                    break;
            }
        }

        void Open()
        {
            mornings++;
            emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1, WarehouseId = 1 }, 17);
            emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 2, WarehouseId = 1, OptionalMarking = [MarkingCodeKind.Sgtin] }, 3);
            emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 3, WarehouseId = 2 }, 20);
            EmulatedOrder bad = emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 4, WarehouseId = 1, OptionalMarking = [MarkingCodeKind.Sgtin] });
            emulator.Orders.RefuseMarking(FormattableString.Invariant($"0104600000000011215{bad.Id}\u001d93abcd"), MarkingDecision.SgtinWrittenOff);
            cancelled = emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 5, WarehouseId = 1 }).Id;
            linesUntilCancelled = random.Next(1, 50);
        }

        static string Name(int morning) => FormattableString.Invariant($"morning {morning}");

        Process Start() => KilledWorker.Start("hand-over", $"emulator={emulator.Address}", $"token={emulator.CreateToken()}", $"state={state}", $"name={Name(mornings)}");
    }
}
