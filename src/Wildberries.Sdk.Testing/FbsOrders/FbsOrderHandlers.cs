using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.MarketplaceAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of marketplace-api on FBS orders.</summary>
internal sealed class FbsOrderHandlers(EmulatedOrders orders)
{
    private const int LongestPeriodDays = 30;

    // WB: three months.
    private const int ArchivedAfterDays = 90;

    public IEnumerable<Handler> All =>
    [
        Handler.For("GET marketplace-api/api/v3/orders/new", _ => GetNew()),
        Handler.For("GET marketplace-api/api/v3/orders", GetOrders),
        Handler.For("GET marketplace-api/api/marketplace/v3/fbs/orders/archive", GetArchive),
        Handler.For("POST marketplace-api/api/v3/orders/status", GetStatuses),
        Handler.For("POST marketplace-api/api/v3/orders/status/history", GetHistory),
        Handler.For("POST marketplace-api/api/v3/orders/client", GetClients),
        Handler.For("POST marketplace-api/api/v3/orders/stickers", GetStickers),
        Handler.For("POST marketplace-api/api/v3/orders/stickers/cross-border", GetCrossBorderStickers),
        Handler.For("GET marketplace-api/api/v3/supplies/orders/reshipment", _ => GetReshipments()),
        Handler.For("PATCH marketplace-api/api/v3/orders/{orderId}/cancel", Cancel),
    ];

    private Answer GetNew() => orders.Locked(() => Answer.Json(200, new JsonObject
    {
        ["orders"] = new JsonArray([.. orders.Of(EmulatedOrderKind.Fbs).Where(order => order.IsNew).Select(WriteNew)]),
    }));

    private Answer GetOrders(HandlerRequest request)
    {
        DateTimeOffset now = orders.Now;
        long to = Number(request.Query("dateTo")) ?? now.ToUnixTimeSeconds();
        long from = Number(request.Query("dateFrom")) ?? to - (LongestPeriodDays * 86_400L);
        if (Page(request, 1, 1000) is not { } page || from > to || to - from > LongestPeriodDays * 86_400L)
            return IncorrectParameter();
        return orders.Locked(() =>
        {
            OrderState[] found =
            [
                .. orders.After(page.Next, EmulatedOrderKind.Fbs)
                    .Where(order => order.CreatedAt.ToUnixTimeSeconds() >= from && order.CreatedAt.ToUnixTimeSeconds() <= to && order.CreatedAt > now.AddDays(-ArchivedAfterDays))
                    .Take(page.Limit),
            ];
            return Answer.Json(200, new JsonObject
            {
                ["next"] = found.Length == page.Limit ? found[^1].Id : 0,
                ["orders"] = new JsonArray([.. found.Select(WriteOrder)]),
            });
        });
    }

    private Answer GetArchive(HandlerRequest request)
    {
        if (Page(request, 100, 1000) is not { } page || Number(request.Query("year")) is not { } year || Number(request.Query("month")) is not (>= 1 and <= 12 and var month))
            return IncorrectArchiveParameter();
        DateTimeOffset now = orders.Now;
        return orders.Locked(() =>
        {
            OrderState[] found =
            [
                .. orders.After(page.Next, EmulatedOrderKind.Fbs)
                    .Where(order => order.CreatedAt.Year == year && order.CreatedAt.Month == month && order.CreatedAt <= now.AddDays(-ArchivedAfterDays))
                    .Take(page.Limit),
            ];
            return Answer.Json(200, new JsonObject
            {
                ["next"] = found.Length == page.Limit ? found[^1].Id : null,
                ["orders"] = new JsonArray([.. found.Select(WriteArchived)]),
            });
        });
    }

    private Answer GetStatuses(HandlerRequest request) => Ids(request, "orders", 1000) is not { } ids
        ? IncorrectRequestBody()
        : orders.Locked(() => List(ids, order => new JsonObject
        {
            ["id"] = order.Id,
            ["isCancellable"] = IsCancellable(order),
            ["supplierStatus"] = order.SupplierStatus.Value,
            ["wbStatus"] = order.WbStatus.Value,
        }));

    private Answer GetHistory(HandlerRequest request) => Ids(request, "orders", 100) is not { } ids
        ? IncorrectRequestBody()
        : orders.Locked(() => List(ids, order => !order.Purchase.IsCrossBorder ? null : new JsonObject
        {
            ["orderID"] = order.Id,
            ["deliveryDate"] = WireTime.Utc(order.CreatedAt.AddDays(14)),
            ["statuses"] = new JsonArray(new JsonObject { ["date"] = WireTime.Utc(order.CreatedAt), ["code"] = "ASSEMBLING" }),
        }));

    private Answer GetClients(HandlerRequest request) => Ids(request, "orders", 1000) is not { } ids
        ? IncorrectParameter()
        : orders.Locked(() => List(ids, order => !order.Purchase.IsCrossBorder ? null : WriteClient(order)));

    private Answer GetStickers(HandlerRequest request)
    {
        string? format = request.Query("type");
        (long? width, long? height) = (Number(request.Query("width")), Number(request.Query("height")));
        if (format is not ("svg" or "zplv" or "zplh" or "png") || (width, height) is not ((58, 40) or (40, 30)))
            return IncorrectParameter();
        if (Ids(request, "orders", 100) is not { } ids)
            return IncorrectRequestBody();
        return orders.Locked(() =>
        {
            OrderState[] found = [.. ids.Select(id => orders.Get(id, EmulatedOrderKind.Fbs)).OfType<OrderState>()];
            if (found.Any(LacksDeclaration))
                return Error(409, "CustomsDeclarationIsRequired", "Customs declaration is required");

            // Those of orders across the border are PDF, and come from an operation of their own.
            return Answer.Json(200, new JsonObject
            {
                ["stickers"] = new JsonArray(
                [
                    .. found.Where(order => HasSticker(order) && !order.Purchase.IsCrossBorder)
                        .Select(order => Sticker(order, ImageOf(order, (int)width, (int)height).Write(format))),
                ]),
            });
        });
    }

    private Answer GetCrossBorderStickers(HandlerRequest request) => Ids(request, "orders", 100) is not { } ids
        ? IncorrectRequestBody()
        : orders.Locked(() => Answer.Json(200, new JsonObject
        {
            ["stickers"] = new JsonArray(
            [
                .. ids.Select(id => orders.Get(id, EmulatedOrderKind.Fbs)).OfType<OrderState>().Where(order => order.Purchase.IsCrossBorder && HasSticker(order)).Select(order =>
                {
                    bool isReady = orders.HasTrackNumber(order);
                    JsonObject sticker = isReady
                        ? Sticker(order, ImageOf(order, 100, 150).Write("pdf"))
                        : new JsonObject { ["orderId"] = order.Id, ["partA"] = "", ["partB"] = "", ["barcode"] = "", ["file"] = "" };
                    sticker["status"] = isReady ? "ready" : "awaitingTrackNumber";
                    sticker["parcelId"] = isReady ? ParcelOf(order) : "";
                    return sticker;
                }),
            ]),
        }));

    private Answer GetReshipments() => orders.Locked(() => Answer.Json(200, new JsonObject
    {
        ["orders"] = new JsonArray(
        [
            .. orders.Of(EmulatedOrderKind.Fbs).Where(order => order.NeedsReshipment)
                .Select(order => (JsonNode)new JsonObject { ["supplyID"] = order.SupplyId, ["orderID"] = order.Id }),
        ]),
    }));

    private Answer Cancel(HandlerRequest request)
    {
        if (PathId(request, 1) is not { } id)
            return IncorrectParameter();
        return orders.Locked(() =>
        {
            if (orders.Get(id, EmulatedOrderKind.Fbs) is not { } order)
                return NotFound();
            if (order.SupplierStatus == SupplierStatus.Complete)
                return Error(409, "StatusChangeNotAllowed", "Задание перейдёт в завершенные после сканирования на пункте выдачи заказов (ПВЗ)");
            return orders.TryMove(order, SupplierStatus.Cancel) ? NoContent : StatusMismatch();
        });
    }

    private Answer List(long[] ids, Func<OrderState, JsonObject?> write) => Answer.Json(200, new JsonObject
    {
        ["orders"] = new JsonArray([.. ids.Select(id => orders.Get(id, EmulatedOrderKind.Fbs)).OfType<OrderState>().Select(write).OfType<JsonObject>()]),
    });

    private static Answer IncorrectArchiveParameter() => Answer.Json(
        400,
        new JsonObject
        {
            ["code"] = "BadRequest",
            ["detail"] = "Incorrect parameter",
            ["errors"] = new JsonArray(),
            ["origin"] = "marketplace-public-api",
            ["requestId"] = Problem.NewRequestId(),
            ["status"] = 400,
            ["title"] = "IncorrectParameter",
        },
        Problem.ContentType);

    private static bool IsCancellable(OrderState order) =>
        !order.IsFinished && (order.SupplierStatus == SupplierStatus.New || order.SupplierStatus == SupplierStatus.Confirm);

    private static bool HasSticker(OrderState order) => order.SupplierStatus == SupplierStatus.Confirm || order.SupplierStatus == SupplierStatus.Complete;

    private static bool LacksDeclaration(OrderState order) =>
        order.Purchase.RequiredMarking.Contains(MarkingCodeKind.CustomsDeclaration) && !order.Marking.ContainsKey(MarkingCodeKind.CustomsDeclaration);

    private static StickerImage ImageOf(OrderState order, int width, int height) =>
        new(order.StickerId.ToString(CultureInfo.InvariantCulture), $"{order.StickerParts.PartA} {order.StickerParts.PartB}", width, height);

    private static string ParcelOf(OrderState order) => string.Create(CultureInfo.InvariantCulture, $"WB{order.Id:0000000000}");

    private static JsonObject WriteCommon(OrderState order)
    {
        EmulatedPurchase purchase = order.Purchase;
        return new JsonObject
        {
            ["id"] = order.Id,
            ["rid"] = order.Rid,
            ["orderUid"] = order.CartId,
            ["createdAt"] = WireTime.Utc(order.CreatedAt),
            ["deliveryType"] = "fbs",
            ["warehouseId"] = purchase.WarehouseId,
            ["officeId"] = 123,
            ["offices"] = new JsonArray("Калуга"),
            ["nmId"] = purchase.NmId,
            ["chrtId"] = purchase.ChrtId,
            ["article"] = purchase.Article,
            ["skus"] = new JsonArray(purchase.Barcode),
            ["colorCode"] = "",
            ["price"] = purchase.PriceInHundredths,
            ["convertedPrice"] = purchase.PriceInHundredths,
            ["currencyCode"] = Rouble,
            ["convertedCurrencyCode"] = Rouble,
            ["cargoType"] = purchase.CargoType.Value,
            ["crossBorderType"] = purchase.IsCrossBorder ? 1 : 0,
            ["comment"] = purchase.Comment,
            ["isZeroOrder"] = purchase.IsZeroOrder,
            ["options"] = new JsonObject { ["isB2B"] = purchase.IsB2B },
            ["scanPrice"] = null,
            ["address"] = null,
        };
    }

    private static JsonObject WriteNew(OrderState order)
    {
        JsonObject json = WriteCommon(order);
        json["salePrice"] = order.Purchase.PriceInHundredths;
        json["finalPrice"] = order.Purchase.PriceInHundredths;
        json["convertedFinalPrice"] = order.Purchase.PriceInHundredths;
        json["requiredMeta"] = Strings(order.Purchase.RequiredMarking.Select(kind => kind.Value));
        json["optionalMeta"] = Strings(order.Purchase.OptionalMarking.Select(kind => kind.Value));
        json["isPickupPointShipmentAllowed"] = order.Purchase.IsPickupPointShipmentAllowed;
        return json;
    }

    private static JsonObject WriteOrder(OrderState order)
    {
        JsonObject json = WriteCommon(order);
        if (order.SupplyId is { } supplyId)
            json["supplyId"] = supplyId;
        return json;
    }

    private JsonObject WriteArchived(OrderState order)
    {
        EmulatedPurchase purchase = order.Purchase;
        return new JsonObject
        {
            ["id"] = order.Id,
            ["rid"] = order.Rid,
            ["orderUid"] = order.CartId,
            ["createdAt"] = order.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["warehouseId"] = purchase.WarehouseId,
            ["supplyId"] = order.SupplyId,
            ["stickerId"] = order.StickerId,
            ["cargoType"] = purchase.CargoType == CargoType.Small ? "mgt" : purchase.CargoType == CargoType.Oversized ? "sgt" : "kgtPlus",
            ["crossBorderType"] = purchase.IsCrossBorder ? "crossBorder" : "local",
            ["crossBorder"] = purchase.IsCrossBorder ? new JsonObject { ["parcel"] = ParcelOf(order) } : null,
            ["colorCode"] = null,
            ["isZeroOrder"] = purchase.IsZeroOrder,
            ["metaDetails"] = Marking(orders.MarkingOf(order)),
            ["options"] = new JsonObject { ["isB2B"] = purchase.IsB2B },
            ["priceInfo"] = new JsonObject
            {
                ["price"] = purchase.PriceInHundredths,
                ["convertedPrice"] = purchase.PriceInHundredths,
                ["currencyCode"] = Rouble,
                ["convertedCurrencyCode"] = Rouble,
            },
            ["product"] = new JsonObject
            {
                ["nmId"] = purchase.NmId,
                ["chrtId"] = purchase.ChrtId,
                ["article"] = purchase.Article,
                ["skus"] = new JsonArray(purchase.Barcode),
            },
            ["scanPrice"] = null,
            ["status"] = new JsonObject { ["supplierStatus"] = order.SupplierStatus.Value, ["wbStatus"] = order.WbStatus.Value },
        };
    }

    private static JsonObject WriteClient(OrderState order)
    {
        string[] names = order.Purchase.BuyerName.Split(' ');
        return new JsonObject
        {
            ["orderID"] = order.Id,
            ["fullName"] = order.Purchase.BuyerName,
            ["firstName"] = names[0],
            ["middleName"] = names.Length > 2 ? names[1] : "",
            ["lastName"] = names[^1],
            ["phone"] = order.Purchase.BuyerPhone,
            ["phoneCode"] = "",
        };
    }
}
