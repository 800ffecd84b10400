using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.MarketplaceAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of marketplace-api on orders that the seller delivers.</summary>
internal sealed class DbsOrderHandlers(EmulatedOrders orders)
{
    private const string Root = "marketplace-api/api/marketplace/v3/dbs/orders/";
    private const string OldRoot = "marketplace-api/api/v3/dbs/";
    private const int MaxOrders = 1000;
    private const int MaxStickers = 100;

    private readonly OrderBatchHandlers _batches =
        new(orders, "dbs-public-api", EmulatedOrderKind.Dbs, EmulatedOrderKind.Express, EmulatedOrderKind.DbsPickupPoint);

    public IEnumerable<Handler> All =>
    [
        Handler.For($"GET {OldRoot}orders/new", _ => _batches.GetNew(WriteNew)),
        Handler.For($"GET {OldRoot}orders", request => _batches.GetFinished(request, WriteFinished)),
        Handler.For($"POST {Root}final-price", _batches.GetFinalPrices),
        Handler.For($"POST {OldRoot}groups/info", GetGroups),
        Handler.For($"POST {OldRoot}orders/client", GetBuyers),
        Handler.For($"POST {Root}b2b/info", GetBusinesses),
        Handler.For($"POST {OldRoot}orders/delivery-date", GetDeliveryDates),
        Handler.For($"POST {Root}status/info", _batches.GetStatuses),
        Handler.For($"POST {Root}status/confirm", request => _batches.Move(request, SupplierStatus.Confirm)),
        Handler.For($"POST {Root}status/deliver", request => _batches.Move(request, SupplierStatus.Deliver, checksMarking: true)),
        Handler.For($"POST {Root}status/receive", request => _batches.MoveByCode(request, SupplierStatus.Receive)),
        Handler.For($"POST {Root}status/reject", request => _batches.MoveByCode(request, SupplierStatus.Reject)),
        Handler.For($"POST {Root}status/cancel", request => _batches.Move(request, SupplierStatus.Cancel)),
        Handler.For($"POST {Root}stickers", GetStickers),
        Handler.For($"POST {Root}meta/details", _batches.GetMarkings),
        Handler.For($"POST {Root}meta/delete", request => _batches.DeleteMarkings(request, "orderIds")),
        Handler.For($"POST {Root}meta/sgtin", request => _batches.SetMarkings(request, MarkingCodeKind.Sgtin, 16, 135)),
        Handler.For($"POST {Root}meta/uin", request => _batches.SetMarkings(request, MarkingCodeKind.Uin, 16, 16)),
        Handler.For($"POST {Root}meta/imei", request => _batches.SetMarkings(request, MarkingCodeKind.Imei, 15, 15)),
        Handler.For($"POST {Root}meta/gtin", request => _batches.SetMarkings(request, MarkingCodeKind.Gtin, 13, 13)),
        Handler.For($"POST {Root}meta/customs-declaration", request => _batches.SetDeclarations(request, SupplierStatus.Deliver)),
    ];

    private Answer GetGroups(HandlerRequest request)
    {
        if (request.ReadJsonObject()?["groups"] is not JsonArray { Count: <= MaxOrders } asked || asked.Any(one => OrderBatchHandlers.Text(one) is null))
            return IncorrectRequestBody();
        HashSet<string> ids = [.. asked.Select(one => OrderBatchHandlers.Text(one)!)];
        return orders.Locked(() =>
        {
            int cost = orders.DeliveryCostInHundredths;
            string[] known = cost == 0
                ? []
                : [.. orders.Of(EmulatedOrderKind.Dbs, EmulatedOrderKind.Express, EmulatedOrderKind.DbsPickupPoint).Select(EmulatedOrders.GroupId).Where(ids.Contains).Distinct()];
            return Answer.Json(200, new JsonArray(
            [
                .. known.Select(id => new JsonObject
                {
                    ["groupID"] = id,
                    ["deliveryCost"] = cost,
                    ["convertedDeliveryCost"] = cost,
                    ["currencyCode"] = Rouble,
                    ["convertedCurrencyCode"] = Rouble,
                }),
            ]));
        });
    }

    private Answer GetBuyers(HandlerRequest request)
    {
        if (Ids(request, "orders", MaxOrders) is not { } ids)
            return IncorrectRequestBody();
        return orders.Locked(() => Answer.Json(200, new JsonObject
        {
            ["orders"] = new JsonArray([.. ids.Select(_batches.Find).OfType<OrderState>().Select(WriteBuyer)]),
        }));
    }

    // WB gives numbers once the seller has taken the order on.
    private static JsonObject WriteBuyer(OrderState order)
    {
        bool isNew = order.SupplierStatus == SupplierStatus.New;
        return new JsonObject
        {
            ["orderID"] = order.Id,
            ["firstName"] = order.Purchase.BuyerName.Split(' ')[0],
            ["fullName"] = order.Purchase.BuyerName,
            ["replacementPhone"] = isNew ? "" : order.Purchase.BuyerPhone,
            ["phone"] = isNew ? "" : "+78001234567",
            ["phoneCode"] = isNew ? (JsonNode)"" : order.Id % 1_000_000,
            ["additionalPhoneCodes"] = isNew ? new JsonArray() : new JsonArray((order.Id % 100_000).ToString("00000", CultureInfo.InvariantCulture)),
        };
    }

    private Answer GetBusinesses(HandlerRequest request)
    {
        if (Ids(request, "ordersIds", MaxOrders) is not { } ids)
            return _batches.IncorrectBatch();
        return _batches.Each(ids, id =>
        {
            if (_batches.Find(id) is not { } order)
                return BatchResult(id, 404, "NotFound");
            if (!order.Purchase.IsB2B)
                return BatchResult(id, 422, "OrderNotB2B");
            JsonObject result = BatchResult(id);
            result["data"] = new JsonObject { ["orgName"] = $"ИП {order.Purchase.BuyerName}", ["inn"] = "770100000001", ["kpp"] = "" };
            return result;
        });
    }

    private Answer GetDeliveryDates(HandlerRequest request)
    {
        if (Ids(request, "orders", MaxOrders) is not { } ids)
            return IncorrectRequestBody();
        return orders.Locked(() => Answer.Json(200, new JsonObject
        {
            ["orders"] = new JsonArray([.. ids.Select(_batches.Find).OfType<OrderState>().Select(WriteDeliveryDate)]),
        }));
    }

    private JsonObject WriteDeliveryDate(OrderState order)
    {
        (EmulatedOrders.Window now, EmulatedOrders.Window? before) = orders.WindowOf(order);
        return new JsonObject
        {
            ["id"] = order.Id,
            ["dDate"] = Day(now.Day),
            ["dTimeFrom"] = now.From,
            ["dTimeTo"] = now.To,
            ["dDateOld"] = before is null ? null : Day(before.Day),
            ["dTimeFromOld"] = before?.From,
            ["dTimeToOld"] = before?.To,
            ["dDateFrom"] = "",
            ["dDateTo"] = "",
        };
    }

    private Answer GetStickers(HandlerRequest request)
    {
        if (request.Query("type") != "pdf" || request.Query("width") != "58" || request.Query("height") != "40" || Ids(request, "orders", MaxStickers) is not { } ids)
            return IncorrectParameter();
        return orders.Locked(() =>
        {
            OrderState?[] found = [.. ids.Select(id => orders.Get(id, EmulatedOrderKind.DbsPickupPoint))];
            if (Array.Exists(found, order => order is null || (order.SupplierStatus != SupplierStatus.Confirm && order.SupplierStatus != SupplierStatus.Deliver)))
                return Error(400, "StatusMismatch", "Несоответствие статусов, проверьте их правильность");
            return Answer.Json(200, new JsonObject
            {
                ["stickers"] = new JsonArray(
                [
                    .. found.Select(order => Sticker(
                        order!, new StickerImage(order!.StickerId.ToString(CultureInfo.InvariantCulture), $"{order.StickerParts.PartA} {order.StickerParts.PartB}", 58, 40).Write("pdf"))),
                ]),
            });
        });
    }

    private JsonObject WriteNew(OrderState order)
    {
        JsonObject row = Write(order);
        row["salePrice"] = order.Purchase.PriceInHundredths * 11 / 10;
        row["requiredMeta"] = Strings(orders.MarkingOf(order).Select(marking => marking.Kind.Value));
        return row;
    }

    private static JsonObject WriteFinished(OrderState order)
    {
        JsonObject row = Write(order);
        row["scanPrice"] = order.Purchase.Kind == EmulatedOrderKind.DbsPickupPoint ? 50 : null;
        return row;
    }

    private static JsonObject Write(OrderState order)
    {
        EmulatedPurchase purchase = order.Purchase;
        var row = new JsonObject
        {
            ["id"] = order.Id,
            ["rid"] = order.Rid,
            ["createdAt"] = WireTime.Utc(order.CreatedAt),
            ["deliveryType"] = purchase.Kind switch { EmulatedOrderKind.Express => "edbs", EmulatedOrderKind.DbsPickupPoint => "dbsPickupPoint", _ => "dbs" },
            ["warehouseId"] = purchase.WarehouseId,
            ["orderUid"] = order.CartId,
            ["groupId"] = EmulatedOrders.GroupId(order),
            ["nmId"] = purchase.NmId,
            ["chrtId"] = purchase.ChrtId,
            ["article"] = purchase.Article,
            ["colorCode"] = "",
            ["skus"] = Strings([purchase.Barcode!]),
            ["cargoType"] = purchase.CargoType.Value,
            ["price"] = purchase.PriceInHundredths,
            ["convertedPrice"] = purchase.PriceInHundredths,
            ["finalPrice"] = purchase.PriceInHundredths,
            ["convertedFinalPrice"] = purchase.PriceInHundredths,
            ["currencyCode"] = Rouble,
            ["convertedCurrencyCode"] = Rouble,
            ["isZeroOrder"] = purchase.IsZeroOrder,
            ["options"] = new JsonObject { ["isB2b"] = purchase.IsB2B },
            ["address"] = new JsonObject { ["fullAddress"] = purchase.Address, ["longitude"] = 44.519068, ["latitude"] = 40.20192 },
            ["comment"] = purchase.Comment,
        };
        if (purchase.Kind == EmulatedOrderKind.DbsPickupPoint)
            row["wbStickerId"] = order.StickerId;
        return row;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
