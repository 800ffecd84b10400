using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.MarketplaceAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of marketplace-api on supplies.</summary>
internal sealed class SupplyHandlers(EmulatedSupplies supplies)
{
    private const int MaxName = 128;
    private const int MaxOrders = 100;

    public IEnumerable<Handler> All =>
    [
        Handler.For("GET marketplace-api/api/v3/supplies", GetAll),
        Handler.For("POST marketplace-api/api/v3/supplies", Create),
        Handler.For("GET marketplace-api/api/v3/supplies/{supplyId}", request => With(request, 0, supply => Answer.Json(200, Write(supply)))),
        Handler.For("DELETE marketplace-api/api/v3/supplies/{supplyId}", request => With(request, 0, Delete)),
        Handler.For("GET marketplace-api/api/marketplace/v3/supplies/{supplyId}/order-ids", request => With(request, 1, GetOrderIds)),
        Handler.For("PATCH marketplace-api/api/marketplace/v3/supplies/{supplyId}/orders", AddOrders),
        Handler.For("PATCH marketplace-api/api/v3/supplies/{supplyId}/deliver", request => With(request, 1, Deliver)),
        Handler.For("GET marketplace-api/api/v3/supplies/{supplyId}/barcode", GetBarcode),
    ];

    private Answer GetAll(HandlerRequest request) => Page(request, 1, 1000) is not { } page
        ? IncorrectParameter()
        : supplies.Orders.Locked(() =>
        {
            SupplyState[] found = [.. supplies.States.Where(supply => supply.Number > page.Next).Take(page.Limit)];
            return Answer.Json(200, new JsonObject
            {
                ["next"] = found.Length == page.Limit ? found[^1].Number : 0,
                ["supplies"] = new JsonArray([.. found.Select(supply => (JsonNode)Write(supply))]),
            });
        });

    private Answer Create(HandlerRequest request)
    {
        if (request.ReadJsonObject() is not { } body)
            return IncorrectRequestBody();
        string? name = null;
        if (body["name"] is { } node && (node is not JsonValue value || !value.TryGetValue(out name) || name.Length is 0 or > MaxName))
            return IncorrectRequestBody();
        return supplies.Orders.Locked(() => Answer.Json(201, new JsonObject { ["id"] = supplies.Create(name ?? "Новая поставка").Id }));
    }

    private Answer Delete(SupplyState supply)
    {
        if (supply.ClosedAt is not null || supplies.OrdersOf(supply).Count > 0)
            return Error(409, "SupplyHasOrders", "Не удалось обработать поставку. Убедитесь, что за ней не осталось закреплённых сборочных заданий.");
        supplies.Delete(supply);
        return NoContent;
    }

    private Answer GetOrderIds(SupplyState supply) => Answer.Json(200, new JsonObject
    {
        ["orderIds"] = new JsonArray([.. supplies.OrdersOf(supply).Select(order => (JsonNode)order.Id)]),
    });

    private Answer AddOrders(HandlerRequest request) => Ids(request, "orders", MaxOrders) is not { } ids
        ? IncorrectParameter()
        : With(request, 1, supply => supplies.TryAdd(supply, ids)
            ? NoContent
            : Error(
                409,
                "FailedToAddSupplyOrder",
                "Не удалось закрепить сборочное задание за поставкой. Убедитесь, что сборочное задание и поставка удовлетворяют всем необходимым требованиям."));

    private Answer Deliver(SupplyState supply)
    {
        // WB's documents have no word for these two.
        if (supply.ClosedAt is not null)
            return Error(409, "SupplyAlreadyDelivered", "Поставка уже передана в доставку");
        OrderState[] open = [.. supplies.OrdersOf(supply).Where(order => !order.IsFinished)];
        if (open.Length == 0)
            return Error(409, "SupplyHasZeroOrders", "Не удалось обработать поставку. Убедитесь, что за ней закреплён хотя бы одно сборочное задание.");
        JsonNode[] faults =
        [
            .. open.Select(order => (order.Id, Faults: supplies.Orders.MarkingFaultsOf(order))).Where(order => order.Faults.Count > 0)
                .Select(order => new JsonObject { ["id"] = order.Id, ["metaDetails"] = Marking(order.Faults) }),
        ];
        if (faults.Length > 0)
            return Error(409, "MetaValidationFail", "Fix them to dispatch items", new JsonObject { ["orders"] = new JsonArray(faults) });
        if (supplies.LacksShipping(supply))
            return Error(409, "ShippingParametersRequired", "Не указаны параметры отгрузки поставки");
        supplies.Close(supply);
        return NoContent;
    }

    private Answer GetBarcode(HandlerRequest request) => request.Query("type") is not ("svg" or "zplv" or "zplh" or "png") || request.Query("type") is not { } format
        ? IncorrectParameter()
        : With(request, 1, supply => supply.ClosedAt is null
            ? Error(409, "SupplyNotClosed", "Поставка не передана в доставку")
            : Answer.Json(200, new JsonObject
            {
                ["barcode"] = supply.Id,
                ["file"] = Convert.ToBase64String(new StickerImage(supply.Number.ToString(CultureInfo.InvariantCulture), supply.Id, 58, 40).Write(format)),
            }));

    private Answer With(HandlerRequest request, int fromEnd, Func<SupplyState, Answer> run) =>
        supplies.Orders.Locked(() => supplies.Get(request.Path.Split('/')[^(fromEnd + 1)]) is { } supply ? run(supply) : NotFound());

    private JsonObject Write(SupplyState supply)
    {
        IReadOnlyList<OrderState> orders = supplies.OrdersOf(supply);
        OrderState? first = orders.Count > 0 ? orders[0] : null;
        return new JsonObject
        {
            ["id"] = supply.Id,
            ["name"] = supply.Name,
            ["done"] = supply.ClosedAt is not null,
            ["createdAt"] = WireTime.Utc(supply.CreatedAt),
            ["closedAt"] = supply.ClosedAt is { } closed ? WireTime.Utc(closed) : null,
            ["scanDt"] = supply.ScannedAt is { } scanned ? WireTime.Utc(scanned) : null,
            ["cargoType"] = (first?.Purchase.CargoType ?? CargoType.None).Value,
            ["crossBorderType"] = first is null ? null : first.Purchase.IsCrossBorder ? 1 : 0,
            ["isB2b"] = first?.Purchase.IsB2B,
            ["isPickupPointShipmentAllowed"] = orders.All(order => order.Purchase.IsPickupPointShipmentAllowed),
            ["destinationOfficeId"] = supply.ShippingPointId,
            ["recommendedWhId"] = 0,
            ["shippingDt"] = supply.ShippingDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["shippingPointId"] = supply.ShippingPointId,
            ["shippingType"] = supply.ShippingType == default ? null : supply.ShippingType.Value,
            ["waybillUuid"] = null,
            ["spotAvailable"] = supplies.MayHaveSpot,
        };
    }
}
