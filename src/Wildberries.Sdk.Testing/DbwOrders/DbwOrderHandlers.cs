using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.MarketplaceAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>What WB tells of DBW orders.</summary>
internal sealed class DbwOrderHandlers(EmulatedOrders orders)
{
    private const int MaxOrders = 1000;
    private const int MaxStickers = 100;
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(30);

    public IEnumerable<Handler> All =>
    [
        Handler.For("GET marketplace-api/api/v3/dbw/orders/new", _ => GetNew()),
        Handler.For("GET marketplace-api/api/v3/dbw/orders", GetFinished),
        Handler.For("POST marketplace-api/api/v3/dbw/orders/delivery-date", request => List(request, GetDeliveryDate)),
        Handler.For("POST marketplace-api/api/marketplace/v3/dbw/orders/client", GetBuyers),
        Handler.For("POST marketplace-api/api/v3/dbw/orders/status", request => List(request, GetStatus)),
        Handler.For("POST marketplace-api/api/v3/dbw/orders/courier", request => List(request, GetCourier)),
        Handler.For("POST marketplace-api/api/v3/dbw/orders/stickers", GetStickers),
    ];

    private Answer GetNew() => orders.Locked(() => Answer.Json(200, new JsonObject
    {
        ["orders"] = new JsonArray([.. orders.Of(EmulatedOrderKind.Dbw).Where(order => order.IsNew).Select(order => Write(order, isNew: true))]),
    }));

    private Answer GetFinished(HandlerRequest request)
    {
        if (Page(request, 1, MaxOrders) is not { } page
            || Number(request.Query("dateFrom")) is not (>= 0 and var from)
            || Number(request.Query("dateTo")) is not { } to
            || to < from
            || to - from > LongestPeriod.TotalSeconds)
        {
            return IncorrectParameter();
        }

        return orders.Locked(() =>
        {
            OrderState[] found =
            [
                .. orders.After(page.Next, EmulatedOrderKind.Dbw)
                    .Where(order => order.IsFinished && order.CreatedAt.ToUnixTimeSeconds() is var at && at >= from && at <= to)
                    .Take(page.Limit),
            ];
            return Answer.Json(200, new JsonObject
            {
                ["next"] = found.Length == 0 ? 0 : found[^1].Id,
                ["orders"] = new JsonArray([.. found.Select(order => Write(order, isNew: false))]),
            });
        });
    }

    private Answer GetBuyers(HandlerRequest request)
    {
        if (request.ReadJsonObject()?["orders"] is JsonArray { Count: > MaxOrders })
        {
            return Answer.Json(400, new JsonObject
            {
                ["origin"] = "dbs-public-api",
                ["title"] = "UploadDataLimit",
                ["detail"] = "Upload limit exceeded",
                ["requestId"] = Problem.NewRequestId(),
            });
        }

        return List(request, order => new JsonObject
        {
            ["replacementPhone"] = "",
            ["phone"] = $"+{order.Purchase.BuyerPhone}",
            ["firstName"] = order.Purchase.BuyerName.Split(' ')[0],
            ["fullName"] = order.Purchase.BuyerName,
            ["additionalPhones"] = new JsonArray(),
            ["additionalPhoneCodes"] = new JsonArray(),
            ["orderId"] = order.Id,
            ["phoneCode"] = order.Id % 100_000,
        });
    }

    private Answer GetStickers(HandlerRequest request)
    {
        string? type = request.Query("type");
        bool isSize = (request.Query("width"), request.Query("height")) is ("58", "40") or ("40", "30");
        if (type is not ("svg" or "png" or "zplv" or "zplh") || !isSize)
            return IncorrectParameter();
        if (Ids(request, "orders", MaxStickers) is not { } ids)
            return IncorrectRequest();
        int width = int.Parse(request.Query("width")!, CultureInfo.InvariantCulture), height = int.Parse(request.Query("height")!, CultureInfo.InvariantCulture);
        return orders.Locked(() => Answer.Json(200, new JsonObject
        {
            ["stickers"] = new JsonArray(
            [
                .. ids.Distinct().Select(id => orders.Get(id, EmulatedOrderKind.Dbw)).OfType<OrderState>()
                    .Where(order => order.SupplierStatus == SupplierStatus.Confirm || order.SupplierStatus == SupplierStatus.Complete)
                    .Select(order => Sticker(order, new StickerImage(order.StickerId.ToString(CultureInfo.InvariantCulture), order.StickerBarcode, width, height).Write(type))),
            ]),
        }));
    }

    private Answer List(HandlerRequest request, Func<OrderState, JsonObject?> write) => Ids(request, "orders", MaxOrders) is { } ids
        ? orders.Locked(() => Answer.Json(200, new JsonObject
        {
            ["orders"] = new JsonArray([.. ids.Distinct().Select(id => orders.Get(id, EmulatedOrderKind.Dbw)).OfType<OrderState>().Select(write).OfType<JsonObject>()]),
        }))
        : IncorrectRequest();

    private static JsonObject GetStatus(OrderState order) => new()
    {
        ["id"] = order.Id,
        ["supplierStatus"] = order.SupplierStatus.Value,
        ["wbStatus"] = order.WbStatus.Value,
    };

    private static JsonObject GetDeliveryDate(OrderState order) => new()
    {
        ["id"] = order.Id,
        ["dDate"] = order.CreatedAt.AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["dTimeFrom"] = "11:00",
        ["dTimeTo"] = "15:00",
        ["dDateOld"] = null,
        ["dTimeFromOld"] = null,
        ["dTimeToOld"] = null,
    };

    private JsonObject? GetCourier(OrderState order)
    {
        if (order.SupplierStatus != SupplierStatus.Confirm && order.SupplierStatus != SupplierStatus.Complete)
            return null;
        (EmulatedCourier Courier, DateTimeOffset At)? assigned = orders.CourierOf(order.Id);
        return new JsonObject
        {
            ["orderID"] = order.Id,
            ["courierInfo"] = new JsonObject
            {
                ["contacts"] = assigned is not { Courier: { } courier } ? null : new JsonObject
                {
                    ["carNumber"] = courier.CarNumber,
                    ["fullName"] = courier.FullName,
                    ["phone"] = courier.Phone,
                    ["pTimeFrom"] = courier.ArrivesFrom is { } from ? WireTime.Utc(from) : null,
                    ["pTimeTo"] = courier.ArrivesTo is { } to ? WireTime.Utc(to) : null,
                },
                ["mustBeAssigned"] = order.SupplierStatus == SupplierStatus.Complete,
                ["updatedAt"] = assigned is { At: var at } ? WireTime.Utc(at) : null,
            },
        };
    }

    private static JsonObject Write(OrderState order, bool isNew)
    {
        EmulatedPurchase purchase = order.Purchase;
        var written = new JsonObject
        {
            ["address"] = new JsonObject { ["fullAddress"] = purchase.Address, ["longitude"] = 44.519068m, ["latitude"] = 40.20192m },
            ["comment"] = purchase.Comment,
            ["options"] = new JsonObject { ["isB2b"] = purchase.IsB2B },
            ["orderUid"] = order.CartId,
            ["groupId"] = new Guid((int)(order.Id % int.MaxValue), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString(),
            ["article"] = purchase.Article,
            ["colorCode"] = "",
            ["rid"] = order.Rid,
            ["createdAt"] = WireTime.Utc(order.CreatedAt),
            ["skus"] = Strings([purchase.Barcode!]),
            ["id"] = order.Id,
            ["warehouseId"] = purchase.WarehouseId,
            ["nmId"] = purchase.NmId,
            ["chrtId"] = purchase.ChrtId,
            ["price"] = purchase.PriceInHundredths,
            ["convertedPrice"] = purchase.PriceInHundredths,
            ["currencyCode"] = Rouble,
            ["convertedCurrencyCode"] = Rouble,
            ["cargoType"] = purchase.CargoType.Value,
            ["isZeroOrder"] = purchase.IsZeroOrder,
        };
        if (isNew)
        {
            written["salePrice"] = purchase.PriceInHundredths;
            written["requiredMeta"] = Strings(purchase.RequiredMarking.Concat(purchase.OptionalMarking).Distinct().Select(kind => kind.Value));
        }

        return written;
    }
}
