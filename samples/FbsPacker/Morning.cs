using System.Globalization;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Warehouses;

namespace FbsPacker;

/// <summary>From the morning's orders to supplies that are handed over, and stocks that are true.</summary>
internal sealed class Morning(Shop shop, Settings settings)
{
    private readonly IFbsOrdersApi _orders = shop.Client.FbsOrders;
    private readonly IFbsSuppliesApi _supplies = shop.Client.FbsSupplies;

    private bool IsWriting => settings.IsWriting || shop.IsDemo;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.Folder);

        // Before anything is sent: a file that cannot be read is no reason to stop half-way.
        ILookup<long, (long ChrtId, int Amount)>? stocks =
            (settings.StocksFile ?? Settings.Default("stocks.csv", shop.IsDemo)) is { } file ? StockFile.Read(file) : null;

        // The emulated shop is new each time: what is stored of an earlier one is of no use.
        IStateStore store = shop.IsDemo ? new InMemoryStateStore() : new FileStateStore(Path.Combine(settings.Folder, "state"));
        bool isPickupPoint = await IsPickupPointAsync(cancellationToken);
        FbsHandOver pack = HandOver(store, isPickupPoint, deliver: false), deliver = HandOver(store, isPickupPoint, deliver: true);
        HandOverResult? begun = await pack.FindAsync(settings.Name, cancellationToken);
        IReadOnlyList<HandOverOrder> orders = begun is null ? await ReadOrdersAsync(cancellationToken) : [];
        HandOverPlan? plan = begun is null ? await pack.PlanAsync(orders, cancellationToken) : null;
        if (plan is not null)
            Show(plan);
        if (!IsWriting)
        {
            if (begun is not null)
                Console.WriteLine($"{settings.Name} has begun: {begun}");
            Console.WriteLine("Nothing was sent. --write does it.");
        }

        if (!IsWriting || plan is { Supplies.Count: 0 })
        {
            await SyncStocksAsync(stocks, cancellationToken);
            return plan is { Refused.Count: 0 } || begun is { IsComplete: true } ? 0 : 1;
        }

        Console.WriteLine(begun is null ? $"Packing as {settings.Name}." : $"Going on with {settings.Name}.");
        HandOverResult packed = begun is null
            ? await pack.HandOverAsync(settings.Name, orders, cancellationToken: cancellationToken)
            : await GoOnAsync(pack, begun, cancellationToken);
        await PrintAsync(packed, cancellationToken);

        HandOverResult done = (await deliver.ResumeAsync(settings.Name, cancellationToken: cancellationToken))!;
        foreach (HandOverSupply supply in done.Supplies.Where(supply => supply.Status == HandOverSupplyStatus.HandedOver))
        {
            SupplySticker code = await _supplies.GetSupplyQrCodeAsync(supply.SupplyId!, StickerFormat.Png, cancellationToken);
            string picture = Path.Combine(settings.Folder, supply.SupplyId + ".png");
            await File.WriteAllBytesAsync(picture, Convert.FromBase64String(code.File ?? ""), cancellationToken);
            Console.WriteLine($"Handed over: {supply.SupplyId}, orders: {supply.OrderIds.Count}, QR code in {picture}");
            if (supply.BoxIds.Count == 0)
                continue;
            StickerResult<string> boxes = await _supplies.GetBoxStickersAsync(supply.SupplyId!, supply.BoxIds, StickerFormat.Png, cancellationToken);
            string labels = Path.Combine(settings.Folder, supply.SupplyId + "-boxes.pdf");
            StickerPdf.Write(labels, boxes.Stickers);
            Console.WriteLine($"  boxes: {supply.BoxIds.Count}, their stickers in {labels}");
        }

        foreach (HandOverSupply supply in done.Supplies.Where(supply => supply.Status == HandOverSupplyStatus.Failed))
            Console.WriteLine($"Not handed over: {supply.SupplyId}, orders: {supply.OrderIds.Count}. {supply.Reason}");
        foreach (HandOverRow row in done.Rows.Where(row => row.Outcome is not (HandOverOutcome.HandedOver or HandOverOutcome.InSupply)))
            Console.WriteLine($"  {row.OrderId}  {row.Outcome}: {row.Reason}");
        Console.WriteLine(done);
        await SyncStocksAsync(stocks, cancellationToken);
        return done.HandedOver.Count == done.Rows.Count ? 0 : 1;
    }

    private FbsHandOver HandOver(IStateStore store, bool isPickupPoint, bool deliver)
    {
        SupplyShipping? shipping = ShippingPoint() is var (city, point)
            ? new SupplyShipping { City = city, ShippingPointId = point, Date = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(3)) }
            : null;
        return new FbsHandOver(_supplies, _orders, store, shop.SellerId, new HandOverOptions
        {
            Deliver = deliver,
            Shipping = supply => supply.CrossBorderType == CrossBorderType.CrossBorder ? null : shipping,
            BoxCount = supply => isPickupPoint && supply.CrossBorderType != CrossBorderType.CrossBorder ? Boxes(supply.OrderIds.Count) : 0,
            PollInterval = TimeSpan.FromSeconds(shop.IsDemo ? 1 : 5),
        });
    }

    // WB takes half as many boxes as orders.
    private int Boxes(int orders) => Math.Min((orders + settings.OrdersPerBox!.Value - 1) / settings.OrdersPerBox.Value, orders / 2);

    // Only pickup points take supplies in boxes.
    private async Task<bool> IsPickupPointAsync(CancellationToken cancellationToken)
    {
        if (ShippingPoint() is not var (city, id))
            return false;
        foreach (CargoType cargoType in (CargoType[])[CargoType.Small, CargoType.Oversized, CargoType.Large])
        {
            ShippingPointsResponse points = await _supplies.GetShippingPointsAsync(city, cargoType, cancellationToken);
            if (points.ShippingPoints.FirstOrDefault(point => point.Id == id) is not { } found)
                continue;
            if (found.Kind == ShippingPointKind.PickupPoint && settings.OrdersPerBox is null)
                throw new UsageException("WB_SHIPPING_POINT is a pickup point, which takes supplies in boxes: --per-box says how many orders go into one.");
            return found.Kind == ShippingPointKind.PickupPoint;
        }

        return false;
    }

    private (string City, long Id)? ShippingPoint()
    {
        if (shop.IsDemo)
            return (Shop.ShippingCity, Shop.ShippingPointId);
        string? city = Environment.GetEnvironmentVariable("WB_SHIPPING_CITY"), point = Environment.GetEnvironmentVariable("WB_SHIPPING_POINT");
        if (string.IsNullOrWhiteSpace(city) && string.IsNullOrWhiteSpace(point))
            return null;
        if (string.IsNullOrWhiteSpace(city) || !long.TryParse(point, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
            throw new UsageException("WB_SHIPPING_CITY and WB_SHIPPING_POINT, its number, are needed together.");
        return (city, id);
    }

    private async Task<IReadOnlyList<HandOverOrder>> ReadOrdersAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<NewFbsOrder> orders = (await _orders.GetNewOrdersAsync(cancellationToken)).Orders;
        Dictionary<string, Queue<string>> codes = ReadCodes();
        Console.WriteLine($"New orders: {orders.Count}. Codes: {codes.Values.Sum(queue => queue.Count)}.");
        return
        [
            .. orders.Select(order => HandOverOrder.From(
                order,
                order.RequiredMarkings.Concat(order.OptionalMarkings).Contains(MarkingCodeKind.Sgtin)
                && codes.TryGetValue(order.Article ?? "", out Queue<string>? queue) && queue.TryDequeue(out string? code)
                    ? [OrderMarkingCodes.Sgtins(order.Id, code)]
                    : [])),
        ];
    }

    private Dictionary<string, Queue<string>> ReadCodes() =>
        (settings.MarkingFile ?? Settings.Default("marking.csv", shop.IsDemo)) is { } file ? MarkingFile.Read(file) : [];

    // An order that WB does not let go gets a code that was scanned since: one that no order of this morning has.
    private async Task<HandOverResult> GoOnAsync(FbsHandOver pack, HandOverResult begun, CancellationToken cancellationToken)
    {
        long[] ids = [.. begun.Rows.Select(row => row.OrderId)];
        Dictionary<string, Queue<string>> codes = ReadCodes();
        List<FbsOrderRecord> orders = codes.Count == 0 ? [] : await FindAsync([.. ids], cancellationToken);
        if (codes.Count == 0 || orders.Count < ids.Length || orders.Exists(order => order.Order is null))
            return (await pack.ResumeAsync(settings.Name, cancellationToken: cancellationToken))!;

        IReadOnlyList<FbsOrderMarking> markings = await _orders.GetMarkingsAsync(ids, cancellationToken);
        string[] used = [.. markings.SelectMany(marking => marking.Details).Select(detail => detail.Value).OfType<string>()];
        HashSet<long> waiting = [.. begun.Refused.Select(row => row.OrderId)];
        waiting.UnionWith(markings.Where(marking => marking.Details.Any(detail => detail.Kind == MarkingCodeKind.Sgtin && detail.State is MarkingState.Missing or MarkingState.Failed))
            .Select(marking => marking.OrderId));
        return await pack.HandOverAsync(settings.Name, orders.Select(order => HandOverOrder.From(order.Order!, NewCodes(order))), cancellationToken: cancellationToken);

        IEnumerable<OrderMarkingCodes> NewCodes(FbsOrderRecord order)
        {
            if (!waiting.Contains(order.Id) || !codes.TryGetValue(order.Article ?? "", out Queue<string>? queue))
                return [];
            while (queue.TryDequeue(out string? code))
            {
                // WB may show a code without its end.
                if (!used.Any(one => code.StartsWith(one, StringComparison.Ordinal)))
                    return [OrderMarkingCodes.Sgtins(order.Id, code)];
            }

            return [];
        }
    }

    private static void Show(HandOverPlan plan)
    {
        foreach (PlannedSupply supply in plan.Supplies)
        {
            Console.WriteLine($"  one supply: warehouse {supply.WarehouseId}, cargo type {supply.CargoType}, orders: {supply.OrderIds.Count}");
            if (supply.LacksShipping)
                Console.WriteLine("    WB will not take it without a shipping point: set WB_SHIPPING_CITY and WB_SHIPPING_POINT.");
        }

        foreach (HandOverRow row in plan.Refused)
            Console.WriteLine($"  {row.OrderId}  refused: {row.Reason}");
        foreach (HandOverRow row in plan.Doubtful)
            Console.WriteLine($"  {row.OrderId}  doubtful: {string.Join(' ', row.Problems)}");
    }

    // By warehouse and article, as somebody walks along the shelves. What is set aside, or lacks a code, is not packed today.
    private async Task PrintAsync(HandOverResult packed, CancellationToken cancellationToken)
    {
        List<FbsOrderRecord> list = await ReadPackedAsync(packed, cancellationToken);
        list = [.. list.OrderBy(order => order.WarehouseId).ThenBy(order => order.Article, StringComparer.Ordinal).ThenBy(order => order.Id)];
        Console.WriteLine();
        Console.WriteLine("Pick list");
        foreach (var shelf in list.GroupBy(order => (order.WarehouseId, order.Article)))
            Console.WriteLine($"  warehouse {shelf.Key.WarehouseId}  {shelf.Key.Article,-14} {shelf.Count(),3} pcs  orders {string.Join(", ", shelf.Select(order => order.Id))}");

        ILookup<bool, long> ids = list.ToLookup(order => order.CrossBorderType == CrossBorderType.CrossBorder, order => order.Id);
        StickerResult<long> stickers = await _orders.GetStickersAsync(ids[false], new StickerOptions { Format = StickerFormat.Png }, cancellationToken);
        if (stickers.Stickers.Count > 0)
        {
            string file = Path.Combine(settings.Folder, "stickers.pdf");
            StickerPdf.Write(file, stickers.Stickers);
            Console.WriteLine($"Stickers in this order: {stickers.Stickers.Count} pages of 58x40 mm in {file}");
        }

        // WB gives these as PDF, and some only when the carrier has a track number.
        StickerResult<long> abroad = await _orders.GetCrossBorderStickersAsync(ids[true], TimeSpan.FromSeconds(shop.IsDemo ? 2 : 300), cancellationToken);
        foreach (string file in await abroad.SaveAsync(settings.Folder, cancellationToken))
            Console.WriteLine($"Sticker across the border in {file}");
        foreach (long waiting in abroad.NotReady)
            Console.WriteLine($"  {waiting}  its sticker waits for a track number: the same command asks again");
        foreach (long missing in stickers.Missing.Concat(abroad.Missing))
            Console.WriteLine($"  {missing}  WB gave no sticker");
        foreach (StickerRefusal<long> refusal in stickers.Refused.Concat(abroad.Refused))
            Console.WriteLine($"  {refusal.Id}  WB refused a sticker: {refusal.Exception.Detail ?? refusal.Exception.Code}");
        Console.WriteLine();
    }

    private async Task<List<FbsOrderRecord>> ReadPackedAsync(HandOverResult packed, CancellationToken cancellationToken)
    {
        HashSet<long> left = [.. packed.Rows.Where(row => row is { Outcome: HandOverOutcome.InSupply, Reason: null } or { Outcome: HandOverOutcome.HandedOver }).Select(row => row.OrderId)];
        List<FbsOrderRecord> found = await FindAsync(left, cancellationToken);
        foreach (HandOverSupply supply in packed.Supplies)
            found.AddRange(supply.OrderIds.Where(left.Contains).Select(id => new FbsOrderRecord { Id = id, WarehouseId = supply.WarehouseId, CrossBorderType = supply.CrossBorderType, Article = "?" }));
        return found;
    }

    // Some may be old: month after month back, until all are there. What is in an open supply for longer than three months WB lists nowhere.
    private async Task<List<FbsOrderRecord>> FindAsync(HashSet<long> left, CancellationToken cancellationToken)
    {
        var found = new List<FbsOrderRecord>();
        DateTimeOffset to = DateTimeOffset.UtcNow, oldest = to.AddDays(-90);
        while (left.Count > 0 && to > oldest)
        {
            DateTimeOffset from = to.AddDays(-30);
            await foreach (FbsOrderRecord order in _orders.StreamOrdersAsync(from, to, cancellationToken))
            {
                if (left.Remove(order.Id))
                    found.Add(order);
            }

            to = from;
        }

        return found;
    }

    private async Task SyncStocksAsync(ILookup<long, (long ChrtId, int Amount)>? stocks, CancellationToken cancellationToken)
    {
        foreach (IGrouping<long, (long ChrtId, int Amount)> warehouse in stocks ?? Enumerable.Empty<IGrouping<long, (long, int)>>())
        {
            StockSyncResult result = await shop.Client.Warehouses.SyncStocksAsync(
                warehouse.Key,
                warehouse.Select(row => new Stock { ChrtId = row.ChrtId, Quantity = row.Amount }),
                new StockSyncOptions { DryRun = !IsWriting },
                cancellationToken: cancellationToken);
            Console.WriteLine(result);
            foreach (StockSyncRow row in result.Rows.Where(row => row.Reason is not null))
                Console.WriteLine($"  size {row.ChrtId}  {row.Outcome}: {row.Reason}");
        }
    }
}
