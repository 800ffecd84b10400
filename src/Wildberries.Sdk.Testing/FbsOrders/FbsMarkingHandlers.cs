using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.MarketplaceAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of marketplace-api on the label identifiers of FBS orders.</summary>
internal sealed class FbsMarkingHandlers(EmulatedOrders orders)
{
    private const int LeastDaysLeft = 30;

    public IEnumerable<Handler> All =>
    [
        Handler.For("POST marketplace-api/api/marketplace/v3/orders/meta", Get),
        Handler.For("DELETE marketplace-api/api/v3/orders/{orderId}/meta", Delete),
        Handler.For("PUT marketplace-api/api/v3/orders/{orderId}/meta/sgtin", request => SetAll(request, MarkingCodeKind.Sgtin, "sgtins", 16, 135)),
        Handler.For("PUT marketplace-api/api/v3/orders/{orderId}/meta/uin", request => Set(request, MarkingCodeKind.Uin, "uin", 16, 16)),
        Handler.For("PUT marketplace-api/api/v3/orders/{orderId}/meta/imei", request => Set(request, MarkingCodeKind.Imei, "imei", 15, 15)),
        Handler.For("PUT marketplace-api/api/v3/orders/{orderId}/meta/gtin", request => Set(request, MarkingCodeKind.Gtin, "gtin", 13, 13)),
        Handler.For("PUT marketplace-api/api/v3/orders/{orderId}/meta/expiration", SetExpiration),
        Handler.For(
            "PUT marketplace-api/api/marketplace/v3/orders/{orderId}/meta/customs-declaration",
            request => Set(request, MarkingCodeKind.CustomsDeclaration, "customsDeclaration", 17, 29)),
    ];

    private Answer Get(HandlerRequest request)
    {
        if (Ids(request, "orders", 100) is not { } ids)
            return IncorrectRequestBody();
        return orders.Locked(() => Answer.Json(200, new JsonObject
        {
            ["orders"] = new JsonArray(
            [
                .. ids.Select(id => orders.Get(id, EmulatedOrderKind.Fbs)).OfType<OrderState>()
                    .Select(order => (JsonNode)new JsonObject { ["id"] = order.Id, ["metaDetails"] = Marking(orders.MarkingOf(order)) }),
            ]),
        }));
    }

    private Answer Delete(HandlerRequest request)
    {
        if (PathId(request, 1) is not { } id)
            return IncorrectParameter();
        if (request.Query("key") is not ("imei" or "uin" or "gtin" or "sgtin" or "customsDeclaration") || request.Query("key") is not { } key)
            return IncorrectRequest();
        return orders.Locked(() => orders.Get(id, EmulatedOrderKind.Fbs) is not { } order || EmulatedOrders.DeleteMarking(order, MarkingCodeKind.From(key)) is not null
            ? FailedToUpdate()
            : NoContent);
    }

    private Answer Set(HandlerRequest request, MarkingCodeKind kind, string name, int min, int max) =>
        request.ReadJsonObject()?[name] is JsonValue value && value.TryGetValue(out string? code) && code.Length >= min && code.Length <= max
            ? Set(request, kind, [code])
            : IncorrectRequestBody();

    private Answer SetAll(HandlerRequest request, MarkingCodeKind kind, string name, int min, int max)
    {
        if (request.ReadJsonObject()?[name] is not JsonArray { Count: >= 1 and <= 100 } list)
            return IncorrectRequestBody();
        string[] codes = [.. list.Select(node => node is JsonValue value && value.TryGetValue(out string? code) ? code : "")];
        return codes.Any(code => code.Length < min || code.Length > max) ? IncorrectRequest() : Set(request, kind, codes);
    }

    private Answer SetExpiration(HandlerRequest request)
    {
        if (request.ReadJsonObject()?["expiration"] is not JsonValue value || !value.TryGetValue(out string? text)
            || !DateOnly.TryParseExact(text, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return IncorrectRequestBody();
        }

        return day < DateOnly.FromDateTime(orders.Now.UtcDateTime).AddDays(LeastDaysLeft)
            ? Error(400, "LowExpirationDate", "Не удалось обновить срок годности. Указан срок меньше допустимого")
            : Set(request, MarkingCodeKind.Expiration, [text]);
    }

    private Answer Set(HandlerRequest request, MarkingCodeKind kind, string[] codes)
    {
        if (PathId(request, 2) is not { } id)
            return IncorrectParameter();
        return orders.Locked(() =>
        {
            if (orders.Get(id, EmulatedOrderKind.Fbs) is not { } order)
                return FailedToUpdate();
            return orders.SetMarking(order, kind, codes) switch
            {
                null => NoContent,
                "MetaKeyNotRequired" => Error(409, "MetaKeyNotRequired", "Order doesn't require ID"),
                _ => FailedToUpdate(),
            };
        });
    }

    private static Answer FailedToUpdate() => Error(
        409,
        "FailedToUpdateMeta",
        "Failed to update the label identifiers of the assembly order. Make sure the assembly order meets all the necessary requirements.");
}
