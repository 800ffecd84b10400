using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.MarketplaceAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of marketplace-api on orders that buyers pick up from the seller.</summary>
internal sealed class PickupOrderHandlers(EmulatedOrders orders)
{
    private const string Root = "marketplace-api/api/marketplace/v3/click-collect/orders/";
    private const string OldRoot = "marketplace-api/api/v3/click-collect/orders";
    private const int MaxOrders = 1000;

    private readonly OrderBatchHandlers _batches = new(orders, "market-public-api", EmulatedOrderKind.Pickup);

    public IEnumerable<Handler> All =>
    [
        Handler.For($"GET {OldRoot}/new", _ => _batches.GetNew(WriteNew)),
        Handler.For($"GET {OldRoot}", request => _batches.GetFinished(request, Write)),
        Handler.For($"POST {Root}final-price", _batches.GetFinalPrices),
        Handler.For($"POST {OldRoot}/client", GetBuyers),
        Handler.For($"POST {OldRoot}/client/identity", CheckCode),
        Handler.For($"POST {Root}status/info", _batches.GetStatuses),
        Handler.For($"POST {Root}status/confirm", request => _batches.Move(request, SupplierStatus.Confirm)),
        Handler.For($"POST {Root}status/prepare", request => _batches.Move(request, SupplierStatus.Prepare, checksMarking: true)),
        Handler.For($"POST {Root}status/receive", request => _batches.Move(request, SupplierStatus.Receive)),
        Handler.For($"POST {Root}status/reject", request => _batches.Move(request, SupplierStatus.Reject)),
        Handler.For($"POST {Root}status/cancel", request => _batches.Move(request, SupplierStatus.Cancel)),
        Handler.For($"POST {Root}meta/details", _batches.GetMarkings),
        Handler.For($"POST {Root}meta/delete", request => _batches.DeleteMarkings(request, "ordersIds")),
        Handler.For($"POST {Root}meta/sgtin", request => _batches.SetMarkings(request, MarkingCodeKind.Sgtin, 16, 135)),
        Handler.For($"POST {Root}meta/uin", request => _batches.SetMarkings(request, MarkingCodeKind.Uin, 16, 16)),
        Handler.For($"POST {Root}meta/imei", request => _batches.SetMarkings(request, MarkingCodeKind.Imei, 15, 15)),
        Handler.For($"POST {Root}meta/gtin", request => _batches.SetMarkings(request, MarkingCodeKind.Gtin, 13, 13)),
        Handler.For($"POST {Root}meta/customs-declaration", request => _batches.SetDeclarations(request, SupplierStatus.Prepare)),
    ];

    private Answer GetBuyers(HandlerRequest request)
    {
        if (Ids(request, "orders", MaxOrders) is not { } ids)
            return IncorrectRequestBody();
        return orders.Locked(() => Answer.Json(200, new JsonObject
        {
            ["orders"] = new JsonArray(
            [
                .. ids.Select(_batches.Find).OfType<OrderState>()
                    .Where(order => !order.IsFinished && (order.SupplierStatus == SupplierStatus.Confirm || order.SupplierStatus == SupplierStatus.Prepare))
                    .Select(order => new JsonObject
                    {
                        ["orderID"] = order.Id,
                        ["firstName"] = order.Purchase.BuyerName.Split(' ')[0],
                        ["phone"] = "+78001234567",
                        ["phoneCode"] = order.Id % 10_000,
                    }),
            ]),
        }));
    }

    private Answer CheckCode(HandlerRequest request)
    {
        if (request.ReadJsonObject() is not { } body
            || OrderBatchHandlers.Text(body["orderCode"]) is not { Length: > 0 } number
            || OrderBatchHandlers.Text(body["passcode"]) is not { Length: > 0 } code)
        {
            return IncorrectRequestBody();
        }

        return orders.Locked(() =>
        {
            OrderState[] purchase =
            [
                .. orders.Of(EmulatedOrderKind.Pickup).Where(order => EmulatedOrders.PurchaseNumber(order) == number && order.SupplierStatus == SupplierStatus.Prepare && !order.IsFinished),
            ];
            if (purchase.Length == 0)
                return Answer.Json(404, new JsonObject { ["code"] = "NotFound" });
            return Array.Exists(purchase, order => order.ReceiptCode == code)
                ? Answer.Json(200, new JsonObject { ["ok"] = true })
                : Answer.Json(409, new JsonObject { ["code"] = "InvalidPasscode" });
        });
    }

    private JsonObject WriteNew(OrderState order)
    {
        JsonObject row = Write(order);
        row["ddate"] = order.CreatedAt.AddDays(1).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        row["salePrice"] = order.Purchase.PriceInHundredths * 11 / 10;
        row["requiredMeta"] = Strings(orders.MarkingOf(order).Select(marking => marking.Kind.Value));
        return row;
    }

    private static JsonObject Write(OrderState order)
    {
        EmulatedPurchase purchase = order.Purchase;
        return new JsonObject
        {
            ["id"] = order.Id,
            ["rid"] = order.Rid,
            ["orderCode"] = EmulatedOrders.PurchaseNumber(order),
            ["createdAt"] = WireTime.Utc(order.CreatedAt),
            ["payMode"] = "prepaid",
            ["warehouseId"] = purchase.WarehouseId,
            ["warehouseAddress"] = "Москва, Софийская набережная, 4 с1",
            ["nmId"] = purchase.NmId,
            ["chrtId"] = purchase.ChrtId,
            ["article"] = purchase.Article,
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
        };
    }
}
