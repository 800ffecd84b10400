using System.Globalization;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.IntegrationTests.FbsSupplies;

/// <summary>
/// A morning of a large shop with WB's limits: new orders come in, are checked, marked, put into supplies and handed over, their labels are printed and the stocks set,
/// while buyers cancel and somebody else works in the portal. Not one call is refused.
/// </summary>
public sealed class MorningTests(ITestOutputHelper output)
{
    private const int Orders = 10_000;
    private const long Main = 658_434;
    private const long Second = 701_020;
    private const int PointOfMain = 507;
    private const int PickupPointOfSecond = 300_461;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_orders_go_without_a_refusal_and_without_a_429_and_each_ends_once()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(50));
        var buyers = new Buyers(shop.Emulator);
        List<NewFbsOrder> orders = await ReadAsync(shop, buyers);
        Assert.Equal(buyers.All, orders.Select(order => order.Id));

        // Between the list and the hand-over.
        buyers.Cancel(buyers.Undecided);
        buyers.TakeIntoAnotherSupply();

        var handOver = new FbsHandOver(shop.Client.FbsSupplies, shop.Client.FbsOrders, new InMemoryStateStore(), "shop", Options);
        HandOverResult result = await handOver.HandOverAsync("morning", orders.Select(order => HandOverOrder.From(order, buyers.CodesOf(order.Id))), new Middle(buyers), Cancel);

        AssertEachEndsOnce(shop, buyers, result);
        AssertLabels(shop, buyers, result);
        await SyncStocksAsync(shop);
        AssertCalls(shop, buyers, result);
    }

    private static HandOverOptions Options => new()
    {
        Shipping = supply => supply.CrossBorderType == CrossBorderType.CrossBorder ? null : new SupplyShipping
        {
            City = GoesToPickupPoint(supply) ? "Казань" : "Подольск",
            ShippingPointId = GoesToPickupPoint(supply) ? PickupPointOfSecond : PointOfMain,
            Date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(300),
        },
        BoxCount = supply => GoesToPickupPoint(supply) ? supply.OrderIds.Count / 10 : 0,
        Labels = new StickerOptions { Format = StickerFormat.Png },
        MaxWait = null,
    };

    private static bool GoesToPickupPoint(PlannedSupply supply) => supply.WarehouseId == Second && supply.CargoType == CargoType.Small;

    // As a shop follows them: the stream asks again until all have come.
    private static async Task<List<NewFbsOrder>> ReadAsync(Shop shop, Buyers buyers)
    {
        var orders = new List<NewFbsOrder>();
        var options = new NewOrderStreamOptions { SaveEvery = 1_000, Interval = TimeSpan.FromSeconds(5) };
        buyers.Order(0, Orders / 2);
        await foreach (NewFbsOrder order in shop.Client.FbsOrders.StreamNewOrdersAsync(new InMemoryStateStore(), "shop", options, Cancel))
        {
            orders.Add(order);
            if (orders.Count == Orders / 4)
                buyers.Order(Orders / 2, Orders);
            if (orders.Count == Orders)
                break;
        }

        return orders;
    }

    private static void AssertEachEndsOnce(Shop shop, Buyers buyers, HandOverResult result)
    {
        Assert.Equal(buyers.All, result.Rows.Select(row => row.OrderId));
        Assert.True(result.IsComplete);
        AssertEnd(HandOverOutcome.Cancelled, [.. buyers.Undecided, .. buyers.Waiting, .. buyers.Packed]);
        AssertEnd(HandOverOutcome.Refused, [.. buyers.Uncoded, .. buyers.Malformed, .. buyers.TakenElsewhere]);
        AssertEnd(HandOverOutcome.SetAside, buyers.Refused);
        long[] rest = [.. buyers.All.Except(result.Rows.Where(row => row.Outcome != HandOverOutcome.HandedOver).Select(row => row.OrderId))];
        Assert.Equal(buyers.All.Count - (Buyers.Portion * 7), rest.Length);
        AssertEnd(HandOverOutcome.HandedOver, rest);

        // As WB has it: what is handed over is in one closed supply, what is set aside in one that stays open, the rest in none of ours.
        Dictionary<long, EmulatedOrder> known = shop.Emulator.Orders.All.ToDictionary(order => order.Id);
        Dictionary<string, EmulatedSupply> supplies = shop.Emulator.FbsSupplies.All.ToDictionary(supply => supply.Id);
        Assert.Equal(buyers.All.Count, known.Count);
        Assert.Equal(supplies.Values.Sum(supply => supply.OrderIds.Count), supplies.Values.SelectMany(supply => supply.OrderIds).Distinct().Count());
        Assert.Equal(7, supplies.Count);
        foreach (HandOverRow row in result.Rows)
        {
            EmulatedOrder order = known[row.OrderId];
            if (row.Outcome == HandOverOutcome.HandedOver)
                Assert.True(order.SupplierStatus == SupplierStatus.Complete && order.SupplyId == row.SupplyId && supplies[order.SupplyId!].ClosedAt is not null, row.ToString());
            else if (row.Outcome == HandOverOutcome.SetAside)
                Assert.True(order.SupplierStatus == SupplierStatus.Confirm && order.SupplyId == row.SupplyId && supplies[order.SupplyId!].ClosedAt is null, row.ToString());
            else if (row.Outcome == HandOverOutcome.Refused)
                Assert.True(order.SupplyId is null || order.SupplyId == buyers.OtherSupply, row.ToString());
            else
                Assert.True(order.WbStatus == WbStatus.DeclinedByClient || order.WbStatus == WbStatus.CanceledByClient, row.ToString());
        }

        void AssertEnd(HandOverOutcome outcome, IEnumerable<long> ids) =>
            Assert.Equal(ids.Order(), result.Rows.Where(row => row.Outcome == outcome).Select(row => row.OrderId).Order());
    }

    private static void AssertLabels(Shop shop, Buyers buyers, HandOverResult result)
    {
        HashSet<long> abroad = [.. shop.Emulator.Orders.All.Where(order => order.Purchase.IsCrossBorder).Select(order => order.Id)];
        HandOverLabels labels = result.Labels!;
        Assert.Equal(result.HandedOver.Select(row => row.OrderId).Where(id => !abroad.Contains(id)), labels.Orders.Stickers.Select(sticker => sticker.Id));
        Assert.Equal(result.HandedOver.Select(row => row.OrderId).Where(abroad.Contains), labels.CrossBorderOrders.Stickers.Select(sticker => sticker.Id));
        Assert.Equal(result.Supplies.SelectMany(supply => supply.BoxIds), labels.Boxes.Stickers.Select(sticker => sticker.Id));
        Assert.Equal(5, labels.Supplies.Stickers.Count);
        HandOverSupply boxed = Assert.Single(result.Supplies, supply => supply.BoxIds.Count > 0);
        Assert.Equal(boxed.OrderIds.Count / 10, boxed.BoxIds.Count);
        Assert.Equal(PickupPointOfSecond, shop.Emulator.FbsSupplies.Find(boxed.SupplyId!)!.ShippingPointId);
        Assert.Equal(buyers.Good.Count + buyers.Refused.Count, shop.Emulator.Orders.All.Count(order => order.MarkingCodes.Count > 0));
    }

    private static async Task SyncStocksAsync(Shop shop)
    {
        shop.Emulator.Warehouses.AddOffice(new EmulatedOffice { Id = 15 });
        shop.Emulator.Warehouses.Add(new EmulatedWarehouse { Id = Main, OfficeId = 15 });
        Stock[] stocks = [.. Enumerable.Range(1, Orders).Select(number => new Stock { ChrtId = number, Quantity = number % 50 })];
        foreach (Stock stock in stocks.Where(stock => stock.ChrtId % 2 == 0))
            shop.Emulator.Warehouses.SetStock(Main, stock.ChrtId, stock.Quantity);
        StockSyncResult synced = await shop.Client.Warehouses.SyncStocksAsync(Main, stocks, cancellationToken: Cancel);
        Assert.True(synced.IsInStep, synced.ToString());
        Assert.Equal(Orders / 2, synced.Changed.Count);
        Assert.Equal(stocks.Select(stock => (stock.ChrtId, stock.Quantity)), shop.Emulator.Warehouses.StocksOf(Main).Select(stock => (stock.Key, stock.Value)).Order());
    }

    private void AssertCalls(Shop shop, Buyers buyers, HandOverResult result)
    {
        RequestLog log = shop.Emulator.Requests;
        foreach (IGrouping<string, LoggedRequest> calls in log.All.GroupBy(Operation).OrderByDescending(calls => calls.Count()))
            output.WriteLine(FormattableString.Invariant($"{calls.Count(),6}  {calls.Key}"));
        output.WriteLine(FormattableString.Invariant($"{log.All.Count,6}  in all, for {Orders} orders: {result}"));
        Assert.All(log.All, request => Assert.True(request.Status is 200 or 201 or 204, request.ToString()));

        // A batch of 100 or 1,000 at a time, one more for what does not fill one in each supply, and one call for each code. The stream asks as often as the clock has it.
        int hundreds = (Orders / 100) + 7, thousands = (Orders / 1_000) + 7, codes = buyers.Good.Count + buyers.Refused.Count;
        AtMost(hundreds + (3 * thousands), "POST /api/v3/orders/status");
        AtMost(7, "POST /api/v3/supplies");
        AtMost(hundreds, "PATCH /api/marketplace/v3/supplies/{supplyId}/orders");
        AtMost(codes, "PUT /api/v3/orders/{orderId}/meta/sgtin");
        AtMost(hundreds + (codes / 20), "POST /api/marketplace/v3/orders/meta");
        AtMost(4, "PATCH /api/marketplace/v3/fbs/supplies/shipping-method");
        AtMost(1, "POST /api/v3/supplies/{supplyId}/trbx");
        AtMost(5, "PATCH /api/v3/supplies/{supplyId}/deliver");
        AtMost(hundreds, "POST /api/v3/orders/stickers");
        AtMost(Orders / 2_000, "POST /api/v3/orders/stickers/cross-border");
        AtMost((Orders / 4_000) + 2, "POST /api/v3/supplies/{supplyId}/trbx/stickers");
        AtMost(5, "GET /api/v3/supplies/{supplyId}/barcode");
        AtMost(Orders / 1_000, "PUT /api/v3/stocks/{warehouseId}");
        AtMost(2 * Orders / 1_000, "POST /api/v3/stocks/{warehouseId}");
        Assert.InRange(log.All.Count - log.Count("GET /api/v3/orders/new"), hundreds, codes + (4 * hundreds) + (5 * thousands) + 50);

        void AtMost(int most, string operation) => Assert.InRange(log.Count(operation), 1, most);

        static string Operation(LoggedRequest request) => $"{request.Verb} {string.Join('/', request.Path.Split('/').Select(part => part.Any(char.IsAsciiDigit) && part != "v3" ? "…" : part))}";
    }

    /// <summary>What the buyers order, and which of the orders go wrong: a portion in each way.</summary>
    private sealed class Buyers(WildberriesEmulator emulator)
    {
        private readonly Dictionary<long, string> _codes = [];

        public static int Portion => Orders / 200;

        public List<long> All { get; } = [];

        /// <summary>Their codes are good.</summary>
        public List<long> Good { get; } = [];

        /// <summary>Need a code, and nobody has scanned one.</summary>
        public List<long> Uncoded { get; } = [];

        /// <summary>Their codes are none.</summary>
        public List<long> Malformed { get; } = [];

        /// <summary>WB refuses their codes.</summary>
        public List<long> Refused { get; } = [];

        /// <summary>Somebody puts them into a supply in the portal.</summary>
        public List<long> TakenElsewhere { get; } = [];

        /// <summary>Cancelled before anything is done with them.</summary>
        public List<long> Undecided { get; } = [];

        /// <summary>Cancelled while another supply is filled.</summary>
        public List<long> Waiting { get; } = [];

        /// <summary>Cancelled when they are in their supply.</summary>
        public List<long> Packed { get; } = [];

        public string? OtherSupply { get; private set; }

        public void Order(int from, int to)
        {
            for (int i = from; i < to; i++)
            {
                int part = i % 20, portion = i / 20 % 10;
                long id = emulator.Orders.BuyerOrders(Purchase(i, part)).Id;
                All.Add(id);
                if (part == 0)
                    Mark(id, portion);
                else if (portion == 0)
                    (part switch { 1 => Packed, 11 => Undecided, 13 => Waiting, 14 => TakenElsewhere, _ => null })?.Add(id);
            }
        }

        public IEnumerable<OrderMarkingCodes> CodesOf(long id) => _codes.TryGetValue(id, out string? code) ? [OrderMarkingCodes.Sgtins(id, code)] : [];

        public void Cancel(IEnumerable<long> ids)
        {
            foreach (long id in ids)
                emulator.Orders.BuyerCancels(id);
        }

        public void TakeIntoAnotherSupply() => emulator.Orders.Locked(() =>
        {
            Testing.SupplyState supply = emulator.FbsSupplies.Create("of somebody else");
            OtherSupply = supply.Id;
            Assert.True(emulator.FbsSupplies.TryAdd(supply, TakenElsewhere));
            return supply;
        });

        // Half of it small from the main warehouse; some of it with codes. The rest large, from another warehouse, or for abroad.
        private static EmulatedPurchase Purchase(int i, int part)
        {
            var purchase = new EmulatedPurchase { NmId = 1 + (i % 500), WarehouseId = Main };
            return part switch
            {
                0 => purchase with { RequiredMarking = [MarkingCodeKind.Sgtin] },
                < 11 => purchase with { OptionalMarking = [MarkingCodeKind.Sgtin] },
                < 13 => purchase with { CargoType = CargoType.Large },
                13 => purchase with { IsCrossBorder = true },
                < 19 => purchase with { WarehouseId = Second },
                _ => purchase with { WarehouseId = Second, CargoType = CargoType.Oversized },
            };
        }

        private void Mark(long id, int portion)
        {
            string code = string.Create(CultureInfo.InvariantCulture, $"0104600000000011215{id:0000000000}\u001d93abcd");
            switch (portion)
            {
                case 0:
                    Uncoded.Add(id);
                    break;
                case 1:
                    Malformed.Add(id);
                    _codes.Add(id, "0104600000000011215йцукен");
                    break;
                case 2:
                    Refused.Add(id);
                    _codes.Add(id, code);
                    emulator.Orders.RefuseMarking(code, MarkingDecision.SgtinWrittenOff);
                    break;
                default:
                    Good.Add(id);
                    _codes.Add(id, code);
                    break;
            }
        }
    }

    /// <summary>Buyers cancel when their orders are in the first supply, and others while theirs wait for one.</summary>
    private sealed class Middle(Buyers buyers) : IProgress<HandOverResult>
    {
        private readonly HashSet<long> _packed = [.. buyers.Packed];
        private bool _isOver;

        public void Report(HandOverResult value)
        {
            if (_isOver || value.Rows.Any(row => row.Outcome != HandOverOutcome.InSupply && _packed.Contains(row.OrderId)))
                return;
            _isOver = true;
            buyers.Cancel([.. buyers.Packed, .. buyers.Waiting]);
        }
    }
}
