using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.DbwOrders;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.PickupOrders;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.IntegrationTests;

/// <content>Orders of all kinds, supplies and warehouses.</content>
public sealed partial class HelperFaultTests
{
    // Asked for once, and ended when all is there.
    private static readonly NewOrderStreamOptions NewOnce = new() { Interval = TimeSpan.FromDays(1) };
    private static readonly OrderStatusWatchOptions WatchOnce = new() { Interval = TimeSpan.FromDays(1), ReportFirst = true };

    private static readonly SpotData Spot = new() { CarrierName = "Ала-Тоо", CarrierTaxNumber = "1", CarrierCountryCode = "417", VehicleRegistrationNumber = "01KG123ABC" };

    private static Dictionary<string, Reader> OrderReaders() => new()
    {
        ["dbw: new orders for ever"] = NewOrders(
            "/api/v3/dbw/orders/new", "DbwOrders", EmulatedOrderKind.Dbw, wb => wb.DbwOrders.StreamNewOrdersAsync(new InMemoryStateStore(), "seller", NewOnce, Cancel).Select(order => order.Id)),
        ["dbs: new orders for ever"] = NewOrders(
            "/api/v3/dbs/orders/new", "DbsOrders", EmulatedOrderKind.Dbs, wb => wb.DbsOrders.StreamNewOrdersAsync(new InMemoryStateStore(), "seller", NewOnce, Cancel).Select(order => order.Id)),
        ["pickup: new orders for ever"] = NewOrders(
            "/api/v3/click-collect/orders/new",
            "PickupOrders",
            EmulatedOrderKind.Pickup,
            wb => wb.PickupOrders.StreamNewOrdersAsync(new InMemoryStateStore(), "seller", NewOnce, Cancel).Select(order => order.Id)),
        ["dbw: orders of a period"] = Finished(
            "/api/v3/dbw/orders", "DbwOrders", EmulatedOrderKind.Dbw, (wb, from, to) => wb.DbwOrders.StreamOrdersAsync(from, to, Cancel).Select(order => order.Id)),
        ["dbs: orders of a period"] = Finished(
            "/api/v3/dbs/orders", "DbsOrders", EmulatedOrderKind.Dbs, (wb, from, to) => wb.DbsOrders.StreamOrdersAsync(from, to, Cancel).Select(order => order.Id)),
        ["pickup: orders of a period"] = Finished(
            "/api/v3/click-collect/orders", "PickupOrders", EmulatedOrderKind.Pickup, (wb, from, to) => wb.PickupOrders.StreamOrdersAsync(from, to, Cancel).Select(order => order.Id)),
        ["fbs: orders of the archive"] = new(
            "GET /api/marketplace/v3/fbs/orders/archive",
            "FbsOrders.GetArchivedOrders",
            emulator => AddOrders(emulator, 3),
            (wb, emulator) => Each(wb.FbsOrders.StreamOrdersAsync(emulator.Orders.All[0].CreatedAt, emulator.Orders.All[^1].CreatedAt, Cancel), order => order.Id))
        {
            PreparedAt = new DateTimeOffset(2020, 1, 15, 12, 0, 0, TimeSpan.Zero),
        },
        ["dbw: statuses"] = new(
            "POST /api/v3/dbw/orders/status",
            "DbwOrders.GetOrderStatuses",
            emulator => Add(emulator, EmulatedOrderKind.Dbw),
            (wb, emulator) => Whole(FoundAsync(wb.DbwOrders.GetStatusesAsync(Ids(emulator), Cancel)), status => status.Id)),
        ["dbs: statuses"] = new(
            "POST /api/marketplace/v3/dbs/orders/status/info",
            "DbsOrders.GetOrderStatuses",
            emulator => Add(emulator, EmulatedOrderKind.Dbs),
            (wb, emulator) => Whole(FoundAsync(wb.DbsOrders.GetStatusesAsync(Ids(emulator), Cancel)), status => status.OrderId)),
        ["pickup: statuses"] = new(
            "POST /api/marketplace/v3/click-collect/orders/status/info",
            "PickupOrders.GetOrderStatuses",
            emulator => Add(emulator, EmulatedOrderKind.Pickup),
            (wb, emulator) => Whole(FoundAsync(wb.PickupOrders.GetStatusesAsync(Ids(emulator), Cancel)), status => status.OrderId)),
        ["fbs: changes of statuses for ever"] = Watch(
            "/api/v3/orders/status", "FbsOrders", EmulatedOrderKind.Fbs, (wb, ids) => wb.FbsOrders.WatchStatusesAsync(ids, WatchOnce, Cancel).Select(change => change.OrderId)),
        ["dbw: changes of statuses for ever"] = Watch(
            "/api/v3/dbw/orders/status", "DbwOrders", EmulatedOrderKind.Dbw, (wb, ids) => wb.DbwOrders.WatchStatusesAsync(ids, WatchOnce, Cancel).Select(change => change.OrderId)),
        ["dbs: changes of statuses for ever"] = Watch(
            "/api/marketplace/v3/dbs/orders/status/info",
            "DbsOrders",
            EmulatedOrderKind.Dbs,
            (wb, ids) => wb.DbsOrders.WatchStatusesAsync(ids, WatchOnce, Cancel).Select(change => change.OrderId)),
        ["pickup: changes of statuses for ever"] = Watch(
            "/api/marketplace/v3/click-collect/orders/status/info",
            "PickupOrders",
            EmulatedOrderKind.Pickup,
            (wb, ids) => wb.PickupOrders.WatchStatusesAsync(ids, WatchOnce, Cancel).Select(change => change.OrderId)),
        ["dbw: stickers"] = new(
            "POST /api/v3/dbw/orders/stickers",
            "DbwOrders.GetStickers",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Dbw),
            (wb, emulator) => Whole(StickersOfAsync(wb.DbwOrders.GetStickersAsync(Ids(emulator), cancellationToken: Cancel)), sticker => sticker.Id)),
        ["dbs: stickers"] = new(
            "POST /api/marketplace/v3/dbs/orders/stickers",
            "DbsOrders.GetStickers",
            emulator => Add(emulator, EmulatedOrderKind.DbsPickupPoint, SupplierStatus.Confirm),
            (wb, emulator) => Whole(StickersOfAsync(wb.DbsOrders.GetStickersAsync(Ids(emulator), Cancel)), sticker => sticker.Id)),
        ["fbs: cross-border stickers"] = new(
            "POST /api/v3/orders/stickers/cross-border",
            "FbsOrders.GetCrossBorderStickers",
            emulator => Add(emulator, new EmulatedPurchase { NmId = 1, IsCrossBorder = true }, 3, SupplierStatus.Confirm),
            (wb, emulator) => Whole(StickersOfAsync(wb.FbsOrders.GetCrossBorderStickersAsync(Ids(emulator), TimeSpan.Zero, Cancel)), sticker => sticker.Id)),
        ["dbs: what delivery costs"] = new(
            "POST /api/v3/dbs/groups/info",
            "DbsOrders.GetDeliveryGroups",
            emulator =>
            {
                emulator.Orders.DeliveryCostInHundredths = 29_900;
                Add(emulator, EmulatedOrderKind.Dbs);
            },
            (wb, emulator) => Whole(
                wb.DbsOrders.GetDeliveryGroupsAsync(
                    Ids(emulator).Select(id => emulator.Orders.Locked(() => EmulatedOrders.GroupId(emulator.Orders.Get(id, EmulatedOrderKind.Dbs)!))), Cancel),
                group => group.GroupId!))
        {
            // Groups with free delivery are left out, so nothing at all is an answer.
            Tolerates = ["empty 200"],
        },
        ["fbs: where sizes go back to"] = new(
            "POST /api/marketplace/v3/fbs/settings/autoreturns/items",
            "FbsOrders.GetAutoReturnItems",
            _ => { },
            (wb, _) => Whole(wb.FbsOrders.GetAutoReturnsAsync([15, 16], Cancel), item => item.ChrtId)),
        ["fbs: subjects that WB does not store"] = new(
            "GET /api/marketplace/v3/fbs/settings/autoreturns/subcategories/restricted",
            "FbsOrders.GetRestrictedSubjects",
            _ => { },
            (wb, _) => Each(wb.FbsOrders.StreamRestrictedSubjectsAsync(Cancel), subject => subject.SubjectId)),
        ["fbs: label identifiers that are waited for"] = new(
            "POST /api/marketplace/v3/orders/meta",
            "FbsOrders.GetMarkings",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Fbs),
            (wb, emulator) => Whole(wb.FbsOrders.WaitForMarkingsAsync(Ids(emulator), TimeSpan.Zero, Cancel), marking => marking.OrderId)),
        ["dbs: label identifiers that are waited for"] = new(
            "POST /api/marketplace/v3/dbs/orders/meta/details",
            "DbsOrders.GetMarkings",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Dbs),
            (wb, emulator) => Whole(wb.DbsOrders.WaitForMarkingsAsync(Ids(emulator), TimeSpan.Zero, Cancel), marking => marking.OrderId)),
        ["dbw: label identifiers that are waited for"] = new(
            "POST /api/marketplace/v3/dbw/orders/meta/details",
            "DbwOrders.GetMarkings",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Dbw),
            (wb, emulator) => Whole(wb.DbwOrders.WaitForMarkingsAsync(Ids(emulator), TimeSpan.Zero, Cancel), marking => marking.OrderId)),
        ["pickup: label identifiers that are waited for"] = new(
            "POST /api/marketplace/v3/click-collect/orders/meta/details",
            "PickupOrders.GetMarkings",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Pickup),
            (wb, emulator) => Whole(wb.PickupOrders.WaitForMarkingsAsync(Ids(emulator), TimeSpan.Zero, Cancel), marking => marking.OrderId)),
        ["supplies: stickers of boxes"] = new(
            "POST /api/v3/supplies/{supplyId}/trbx/stickers",
            "FbsSupplies.GetBoxStickers",
            AddSupply,
            (wb, emulator) => Whole(StickersOfAsync(wb.FbsSupplies.GetBoxStickersAsync(emulator.FbsSupplies.All[0].Id, null, StickerFormat.Png, Cancel)), sticker => sticker.Id)),
        ["supplies: a QR code"] = new(
            "GET /api/v3/supplies/{supplyId}/barcode",
            "FbsSupplies.GetSupplyQrCode",
            AddSupply,
            (wb, emulator) => One(CodeOfAsync(wb.FbsSupplies.GetQrCodeAsync(emulator.FbsSupplies.All[0].Id, StickerFormat.Png, Cancel)))),
        ["hand-over: labels"] = new(
            "POST /api/v3/orders/stickers",
            "FbsOrders.GetStickers",
            AddSupply,
            (wb, emulator) => Whole(LabelsAsync(wb, emulator), sticker => sticker.Id))
        {
            OutlivesLimits = true,
            Rounds = 3,
        },
        ["hand-over: orders that WB wants once more"] = new(
            "GET /api/v3/supplies/orders/reshipment",
            "FbsOrders.GetReshipmentOrders",
            emulator =>
            {
                AddSupply(emulator);
                foreach (long id in Ids(emulator).ToArray())
                    emulator.Orders.RequireReshipment(id);
            },
            (wb, _) => Whole(HandOver(wb).GetReshipmentOrdersAsync(Cancel), order => order.OrderId))
        {
            OutlivesLimits = true,
            Rounds = 3,
        },
        ["pickup: the buyer's code"] = new(
            "POST /api/v3/click-collect/orders/client/identity",
            "PickupOrders.CheckPickupCode",
            emulator => Add(emulator, EmulatedOrderKind.Pickup, SupplierStatus.Confirm, SupplierStatus.Prepare),
            (wb, emulator) => One(wb.PickupOrders.IsBuyerAsync(
                emulator.Orders.Locked(() => EmulatedOrders.PurchaseNumber(emulator.Orders.Get(emulator.Orders.All[0].Id, EmulatedOrderKind.Pickup)!)),
                emulator.Orders.All[0].ReceiptCode,
                Cancel))),
        ["warehouses: one that WB works on"] = new(
            "GET /api/v3/warehouses",
            "Warehouses.GetWarehouses",
            AddWarehouse,
            (wb, _) => One(wb.Warehouses.WaitUntilReadyAsync(7, TimeSpan.Zero, Cancel))),
    };

    private static Dictionary<string, Writer> OrderWriters() => new()
    {
        ["fbs: cancellations"] = new(
            "PATCH /api/v3/orders/{orderId}/cancel",
            "FbsOrders.CancelOrder",
            emulator => AddOrders(emulator, 1),
            (wb, emulator) => wb.FbsOrders.CancelOrdersAsync(Ids(emulator), cancellationToken: Cancel),
            emulator => emulator.Orders.All.Count(order => order.SupplierStatus == SupplierStatus.Cancel))
        {
            HasNoAnswer = true,
        },
        ["fbs: where sizes go back to"] = new(
            "PATCH /api/marketplace/v3/fbs/settings/autoreturns/items",
            "FbsOrders.ChangeAutoReturnItems",
            emulator => emulator.AutoReturns.SetType("manual"),
            (wb, _) => wb.FbsOrders.SetAutoReturnsAsync([15], AutoReturnDestination.PickupPoint, Cancel),
            emulator => emulator.AutoReturns.Items.Count),
        ["supplies: a pass"] = new(
            "POST /api/v3/passes",
            "FbsSupplies.CreatePass",
            _ => { },
            (wb, emulator) => wb.FbsSupplies.CreatePassAsync("Александр", "Петров", "Lada", "А456ВС77", emulator.Passes.OfficeIds[0], Cancel),
            emulator => emulator.Passes.All.Count),
        ["supplies: a pass that is changed"] = new(
            "PUT /api/v3/passes/{passId}",
            "FbsSupplies.UpdatePass",
            emulator => emulator.Passes.Create(new EmulatedPass
            {
                Id = 0,
                FirstName = "Александр",
                LastName = "Петров",
                CarModel = "Lada",
                CarNumber = "А456ВС77",
                OfficeId = emulator.Passes.OfficeIds[0],
                EndsAt = DateTimeOffset.MaxValue,
            }),
            (wb, emulator) => wb.FbsSupplies.UpdatePassAsync(
                emulator.Passes.All[0].Id, "Александр", "Петров", "Lada", "А456ВС78", emulator.Passes.OfficeIds[0], Cancel),
            emulator => emulator.Passes.All.Count(pass => pass.CarNumber == "А456ВС78"))
        {
            HasNoAnswer = true,
        },
        ["warehouses: another office"] = new(
            "PUT /api/v3/warehouses/{warehouseId}",
            "Warehouses.UpdateWarehouse",
            emulator =>
            {
                AddWarehouse(emulator);
                emulator.Warehouses.AddOffice(new EmulatedOffice { Id = 16, DeliveryType = 3 });
            },
            (wb, _) => wb.Warehouses.ChangeOfficeAsync(7, 16, cancellationToken: Cancel),
            emulator => emulator.Warehouses.All.Count(warehouse => warehouse.OfficeId == 16))
        {
            HasNoAnswer = true,
        },
        ["supplies: SPOT data"] = new(
            "PUT /api/marketplace/v3/fbs/supplies/{supplyId}/spot",
            "FbsSupplies.SetSpot",
            emulator =>
            {
                emulator.FbsSupplies.IsSpotAvailable = true;
                emulator.FbsSupplies.SpotCheckTime = TimeSpan.Zero;
            },
            async (wb, _) =>
            {
                string id = (await wb.FbsSupplies.CreateSupplyAsync(new CreateSupplyRequest(), Cancel)).Id;
                await wb.FbsSupplies.SetSpotAndWaitAsync(id, Spot, TimeSpan.Zero, Cancel);
            },
            emulator => emulator.FbsSupplies.All.Count(supply => supply.SpotCarrier is not null))
        {
            HasNoAnswer = true,
        },
    };

    private static Reader NewOrders(string path, string area, EmulatedOrderKind kind, Func<IWildberriesClient, IAsyncEnumerable<long>> read) =>
        new($"GET {path}", $"{area}.GetNewOrders", emulator => Add(emulator, kind), (wb, _) => Each(read(wb).Take(3), id => id)) { OutlivesLimits = true };

    private static Reader Finished(
        string path, string area, EmulatedOrderKind kind, Func<IWildberriesClient, DateTimeOffset, DateTimeOffset, IAsyncEnumerable<long>> read) => new(
        $"GET {path}",
        $"{area}.GetFinishedOrders",
        emulator => Add(emulator, new EmulatedPurchase { NmId = 1, Kind = kind }, 1001, SupplierStatus.Cancel),
        (wb, emulator) => Each(read(wb, emulator.Orders.All[0].CreatedAt.AddHours(-1), emulator.Orders.All[0].CreatedAt.AddDays(10)), id => id));

    private static Reader Watch(string path, string area, EmulatedOrderKind kind, Func<IWildberriesClient, IEnumerable<long>, IAsyncEnumerable<long>> read) => new(
        $"POST {path}", $"{area}.GetOrderStatuses", emulator => Add(emulator, kind), (wb, emulator) => Each(read(wb, Ids(emulator)).Take(3), id => id))
    {
        OutlivesLimits = true,
    };

    private static void Add(WildberriesEmulator emulator, EmulatedOrderKind kind, params SupplierStatus[] way) =>
        Add(emulator, new EmulatedPurchase { NmId = 1, Kind = kind }, 3, way);

    private static void Add(WildberriesEmulator emulator, EmulatedPurchase purchase, int count, params SupplierStatus[] way)
    {
        foreach (EmulatedOrder order in emulator.Orders.BuyerOrders(purchase, count))
        {
            foreach (SupplierStatus status in way)
                Assert.True(emulator.Orders.Locked(() => emulator.Orders.TryMove(emulator.Orders.Get(order.Id, purchase.Kind)!, status)));
        }
    }

    private static async Task<IReadOnlyList<TStatus>> FoundAsync<TStatus>(Task<OrderStatuses<TStatus>> statuses)
        where TStatus : class => (await statuses).Found;

    private static async Task<IReadOnlyList<Sticker<TId>>> StickersOfAsync<TId>(Task<StickerResult<TId>> stickers)
        where TId : notnull => (await stickers).Stickers;

    private static async Task<string> CodeOfAsync(Task<Sticker<string>?> sticker) => (await sticker)!.Id;

    private static async Task<IReadOnlyList<Sticker<long>>> LabelsAsync(IWildberriesClient wb, WildberriesEmulator emulator) => (await HandOver(wb).GetLabelsAsync(
        new HandOverResult
        {
            Name = "утро",
            Supplies = [],
            Rows = [.. Ids(emulator).Select(id => new HandOverRow { OrderId = id, Outcome = HandOverOutcome.HandedOver })],
        },
        cancellationToken: Cancel)).Orders.Stickers;

    private static FbsHandOver HandOver(IWildberriesClient wb) => new(wb.FbsSupplies, wb.FbsOrders, new InMemoryStateStore(), "seller");

    // With two boxes, and handed over.
    private static void AddSupply(WildberriesEmulator emulator)
    {
        AddOrders(emulator, 4);
        emulator.Orders.Locked(() =>
        {
            Testing.SupplyState supply = emulator.FbsSupplies.Create("утро");
            Assert.True(emulator.FbsSupplies.TryAdd(supply, [.. Ids(emulator)]));
            emulator.FbsSupplies.AddBoxes(supply, 2);
            emulator.FbsSupplies.Close(supply);
            return true;
        });
    }

    private static async IAsyncEnumerable<object> One<T>(Task<T> answer)
        where T : notnull
    {
        yield return await answer;
    }
}
