using CsCheck;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.BuyerChat;
using Wildberries.Sdk.Warehouses;
using static Wildberries.Sdk.Tests.Warehouses.FakeStocksApi;

namespace Wildberries.Sdk.Tests.Warehouses;

/// <summary>What holds whatever was there before, whatever WB refuses, and whatever goes wrong between: the stocks against a model of them.</summary>
public sealed class StockSyncLaws
{
    private static readonly Gen<Size> Sizes = Gen.Select(
        Gen.Frequency((4, Gen.Const(-1)), (3, Gen.Const(0)), (10, Gen.Int[0, 6])),
        Gen.Int[0, 6],
        Gen.Frequency((30, Gen.Const(-1)), (1, Gen.Int[0, 2])),
        (before, desired, refusal) => new Size(before, desired, refusal));

    private static readonly WriteAnswer[] Passing =
    [
        WriteAnswer.Taken,
        WriteAnswer.Ignored,
        WriteAnswer.LostBefore,
        WriteAnswer.LostAfter,
        WriteAnswer.NotSent,
        WriteAnswer.Limited,
        WriteAnswer.Blocked,
        WriteAnswer.Processing,
    ];

    private static readonly Gen<Case> Cases = Gen.Select(
        Gen.OneOf(Sizes.Array[0, 12], Sizes.Array[995, 1010], Sizes.Array[2000, 3300]),
        Gen.Int[0, Passing.Length - 1].Select(i => Passing[i]).Array[0, 2],
        Gen.Bool.Array[6],
        Gen.Bool,
        Gen.Bool,
        Gen.Int[0, 3],
        (sizes, faults, failedReads, appliesRest, showsLate, looks) => new Case(sizes, faults, failedReads, appliesRest, showsLate, looks));

    [Fact]
    public async Task Afterwards_the_warehouse_has_what_was_wanted_but_for_what_is_refused_whatever_went_wrong() =>
        await Cases.SampleAsync(
            async c =>
            {
                FakeStocksApi api = c.Make();
                foreach (WriteAnswer fault in c.Faults)
                    api.Answers.Enqueue(fault);
                StockSyncResult result = await SyncAsync(api, c);

                AccountsForEach(c, result);
                Assert.Empty(result.Pending);
                foreach (StockSyncRow row in result.Rows)
                {
                    Size size = c.Sizes[(int)row.ChrtId - 1];
                    int now = api.Stocks.GetValueOrDefault(row.ChrtId);
                    Assert.Equal(size.Before < 0 ? null : size.Before, row.Before);
                    if (size.IsInStep)
                        Assert.Equal((StockSyncOutcome.Unchanged, size.Desired), (row.Outcome, now));
                    else if (row.Outcome == StockSyncOutcome.Unknown)
                        Assert.Equal((true, true, Math.Max(size.Before, 0)), (c.Faults.Any(IsUnseen), size.Desired > size.Before || c.Faults.Contains(WriteAnswer.Ignored), now));
                    else if (size.Refusal >= 0)
                        Assert.Equal((StockSyncOutcome.Refused, Math.Max(size.Before, 0)), (row.Outcome, now));
                    else
                        Assert.Equal((StockSyncOutcome.Changed, size.Desired), (row.Outcome, now));
                }
            },
            iter: 300);

    [Fact]
    public async Task Nothing_is_told_as_changed_that_is_not_though_buyers_buy_in_between() =>
        await Gen.Select(Cases, Gen.Int[0, 6].Array[40]).SampleAsync(
            async (c, buying) =>
            {
                FakeStocksApi api = c.Make();
                foreach (WriteAnswer fault in c.Faults)
                    api.Answers.Enqueue(fault);

                int turn = 0;
                var sold = new Dictionary<long, int>();
                void Buy()
                {
                    int step = buying[turn++ % buying.Length];
                    for (int i = step; step > 0 && i < c.Sizes.Length; i += step * 3)
                    {
                        long chrtId = i + 1;
                        if (api.Stocks.GetValueOrDefault(chrtId) is var there and > 0)
                        {
                            api.Stocks[chrtId] = there - 1;
                            sold[chrtId] = sold.GetValueOrDefault(chrtId) + 1;
                        }
                    }
                }

                // What was set in spite of a refusal, and so sold that it looks as before.
                var hidden = new HashSet<long>();
                var set = new HashSet<long>();
                var shown = new Dictionary<long, int>();
                api.BeforeRead = Buy;
                api.AfterWrite = () =>
                {
                    if (api.AppliesRest)
                        set.UnionWith(api.Applied[^1].Keys);
                    Buy();
                };
                api.Shown = (chrtId, stock) =>
                {
                    if (set.Contains(chrtId) && stock == shown.GetValueOrDefault(chrtId))
                        hidden.Add(chrtId);
                    return shown[chrtId] = stock;
                };
                StockSyncResult result = await SyncAsync(api, c);

                AccountsForEach(c, result);
                foreach (StockSyncRow row in result.Rows)
                {
                    IReadOnlyDictionary<long, int>[] writes = [.. api.Applied.Where(write => write.ContainsKey(row.ChrtId))];
                    int now = api.Stocks.GetValueOrDefault(row.ChrtId);
                    Assert.True(now <= Math.Max(row.Desired, c.Sizes[(int)row.ChrtId - 1].Before), $"{row}: {now} are there");

                    // No piece is sold twice, but where all that a refusal has added is sold before anybody looks: nothing tells that it was there.
                    if (!hidden.Contains(row.ChrtId))
                        Assert.True(sold.GetValueOrDefault(row.ChrtId) + now <= row.Desired + Math.Max(c.Sizes[(int)row.ChrtId - 1].Before, 0), $"{row}: {sold.GetValueOrDefault(row.ChrtId)} sold, {now} are there");
                    switch (row.Outcome)
                    {
                        case StockSyncOutcome.Changed:
                            // It was as wanted when it was read; or it was set, and nothing but sales came after that. What WB says that it took, and has
                            // not, is believed where buyers have taken more than was to be taken away.
                            bool isBelieved = row.Desired < row.Before && c.Faults.Contains(WriteAnswer.Ignored);
                            Assert.True((row.Now ?? 0) == row.Desired || writes.Length > 0 || isBelieved, row.ToString());
                            Assert.All(writes, write => Assert.Equal(row.Desired, write[row.ChrtId]));
                            Assert.InRange(now, 0, row.Desired);
                            Assert.InRange(row.Now ?? 0, now, row.Desired);
                            break;
                        case StockSyncOutcome.Unchanged:
                            Assert.Empty(writes);
                            Assert.Equal(row.Desired, row.Before ?? 0);
                            break;
                        case StockSyncOutcome.Refused:
                            Assert.True(c.Sizes[(int)row.ChrtId - 1].Refusal >= 0);
                            Assert.Empty(writes);
                            break;
                        case StockSyncOutcome.Unknown:
                            Assert.NotNull(row.Reason);
                            break;
                        default:
                            Assert.Fail(row.ToString());
                            break;
                    }
                }
            },
            iter: 300);

    [Fact]
    public async Task However_a_call_ends_each_size_is_accounted_for_and_what_is_called_pending_was_not_sent() =>
        await Gen.Select(Cases, Gen.Int[0, 12], Gen.Bool).SampleAsync(
            async (c, calls, isWrite) =>
            {
                FakeStocksApi api = c.Make();
                int left = calls;
                void End()
                {
                    if (left-- == 0)
                        throw new WildberriesPaymentRequiredException("402") { Delivery = Delivery.Refused };
                }

                if (isWrite)
                    api.BeforeWrite = End;
                else
                    api.BeforeRead = End;
                StockSyncResult result;
                try
                {
                    result = await SyncAsync(api, c);
                }
                catch (WildberriesPaymentRequiredException exception)
                {
                    result = exception.GetStockSyncResult()!;
                }

                AccountsForEach(c, result);
                foreach (StockSyncRow row in result.Rows)
                {
                    bool isSet = api.Applied.Exists(write => write.ContainsKey(row.ChrtId));
                    if (row.Outcome is StockSyncOutcome.Pending or StockSyncOutcome.Unchanged)
                        Assert.False(isSet, row.ToString());
                    else if (row.Outcome == StockSyncOutcome.Changed)
                        Assert.True(isSet, row.ToString());
                }
            },
            iter: 300);

    // After these, pieces that do not show are as well sold as not set.
    private static bool IsUnseen(WriteAnswer fault) => fault is WriteAnswer.LostAfter or WriteAnswer.LostBefore or WriteAnswer.Ignored;

    private static async Task<StockSyncResult> SyncAsync(FakeStocksApi api, Case c) =>
        await new StockSynchronizer(api, new StockSyncOptions { MaxWait = null, Sizes = c.Index }, new JumpingTimeProvider())
            .SyncAsync(WarehouseId, c.Sizes.Select((size, i) => new Stock { ChrtId = i + 1, Quantity = size.Desired }));

    private static void AccountsForEach(Case c, StockSyncResult result)
    {
        Assert.Equal(Enumerable.Range(1, c.Sizes.Length).Select(i => (long)i), result.Rows.Select(row => row.ChrtId));
        Assert.Equal(
            result.Rows.Select(row => row.ChrtId),
            result.Changed.Concat(result.Unchanged).Concat(result.Refused).Concat(result.Unknown).Concat(result.Pending).Select(row => row.ChrtId).Order());
    }

    /// <summary>A size.</summary>
    /// <param name="Before">What is there; -1: WB knows nothing of it.</param>
    /// <param name="Desired">What should be there.</param>
    /// <param name="Refusal">How WB names it when it refuses it; -1: it does not.</param>
    private sealed record Size(int Before, int Desired, int Refusal)
    {
        public bool IsInStep => Math.Max(Before, 0) == Desired;
    }

    private sealed record Case(Size[] Sizes, WriteAnswer[] Faults, bool[] FailedReads, bool AppliesRest, bool ShowsLate, int Looks)
    {
        public SizeIndex Index => SizeIndex.Create(Sizes.Select((_, i) => new SizeKeys { ChrtId = i + 1, Barcodes = [$"B{i + 1}"] }));

        public FakeStocksApi Make()
        {
            // Where a refusal has set the others, and then an answer is lost: nobody can tell a row that is refused from one that was sold.
            var api = new FakeStocksApi { AppliesRest = AppliesRest && !Faults.Any(IsUnseen), ShowsRestLate = ShowsLate, ProcessingLooks = Looks };
            int nameless = 0;
            for (int i = 0; i < Sizes.Length; i++)
            {
                if (Sizes[i].Before >= 0)
                    api.Stocks[i + 1] = Sizes[i].Before;
                api.Barcodes[i + 1] = $"B{i + 1}";

                // Of rows that WB does not name, more than one in a request cannot all be found within reason.
                if (Sizes[i].Refusal >= 0)
                    api.Refused[i + 1] = (Naming)Sizes[i].Refusal == Naming.None && ++nameless > 1 ? Naming.ChrtId : (Naming)Sizes[i].Refusal;
            }

            foreach (bool fails in FailedReads)
                api.ReadFailures.Enqueue(fails ? new WildberriesServerException("502") : null);
            return api;
        }

        public override string ToString() =>
            $"{Sizes.Length} sizes{(Sizes.Length > 20 ? "" : ": " + string.Join(' ', Sizes.Select(size => $"{size.Before}>{size.Desired}({size.Refusal})")))}; {string.Join(',', Faults)}; "
            + $"reads {string.Join(',', FailedReads)}; rest {AppliesRest}, late {ShowsLate}; looks {Looks}";
    }
}
