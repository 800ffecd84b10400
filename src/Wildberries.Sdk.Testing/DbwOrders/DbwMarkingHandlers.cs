using System.Text.Json.Nodes;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.MarketplaceAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The label identifiers of DBW orders.</summary>
internal sealed class DbwMarkingHandlers(EmulatedOrders orders)
{
    private const int MaxOrders = 1000;
    private const int MaxSgtins = 24;

    public IEnumerable<Handler> All =>
    [
        Handler.For("POST marketplace-api/api/marketplace/v3/dbw/orders/meta/details", GetDetails),
        Handler.For("POST marketplace-api/api/marketplace/v3/dbw/orders/meta/delete", Delete),
        Handler.For("POST marketplace-api/api/marketplace/v3/dbw/orders/meta/sgtin", SetSgtins),
        Handler.For("PUT marketplace-api/api/v3/dbw/orders/{orderId}/meta/uin", request => Set(request, MarkingCodeKind.Uin, 16)),
        Handler.For("PUT marketplace-api/api/v3/dbw/orders/{orderId}/meta/imei", request => Set(request, MarkingCodeKind.Imei, 15)),
        Handler.For("PUT marketplace-api/api/v3/dbw/orders/{orderId}/meta/gtin", request => Set(request, MarkingCodeKind.Gtin, 13)),
    ];

    private Answer GetDetails(HandlerRequest request)
    {
        if (Ids(request, "ordersIds", MaxOrders) is not { } ids)
        {
            return Answer.Json(400, new JsonObject
            {
                ["detail"] = null,
                ["origin"] = "dbs-public-api",
                ["requestId"] = Problem.NewRequestId(),
                ["title"] = "IncorrectRequest",
            });
        }

        return orders.Locked(() => Answer.Json(200, new JsonObject
        {
            ["requestId"] = Problem.NewRequestId(),
            ["orders"] = new JsonArray([.. ids.Select(Describe)]),
        }));
    }

    private JsonObject Describe(long id)
    {
        OrderState? order = orders.Get(id, EmulatedOrderKind.Dbw);
        return new JsonObject
        {
            ["orderId"] = id,
            ["isError"] = order is null,
            ["errors"] = order is null ? new JsonArray(new JsonObject { ["code"] = 404, ["detail"] = "NotFound" }) : [],
            ["metaDetails"] = order is null ? [] : Marking(orders.MarkingOf(order)),
        };
    }

    private Answer Delete(HandlerRequest request)
    {
        if (Ids(request, "ordersIds", MaxOrders) is not { } ids)
            return IncorrectRequest();
        if (request.ReadJsonObject()!["key"] is not JsonValue key || !key.TryGetValue(out string? kind) || kind is not ("imei" or "uin" or "gtin" or "sgtin"))
            return IncorrectParameter();
        return orders.Locked(() => Batch(ids.Select(id => orders.Get(id, EmulatedOrderKind.Dbw) switch
        {
            null => BatchResult(id, 404, "NotFound"),
            { } order => EmulatedOrders.DeleteMarking(order, MarkingCodeKind.From(kind)) is { } code ? BatchResult(id, 409, code) : BatchResult(id),
        })));
    }

    private Answer SetSgtins(HandlerRequest request)
    {
        if (request.ReadJsonObject()?["orders"] is not JsonArray { Count: >= 1 and <= MaxOrders } list)
            return IncorrectRequestBody();
        var rows = new List<(long Id, string[] Codes)>();
        foreach (JsonNode? node in list)
        {
            if (node?["orderId"] is not JsonValue value || !value.TryGetValue(out long id) || node["sgtins"] is not JsonArray { Count: >= 1 and <= MaxSgtins } codes)
                return IncorrectRequestBody();
            string[] texts = [.. codes.Select(code => code is JsonValue text && text.TryGetValue(out string? sgtin) ? sgtin : "")];
            if (Array.Exists(texts, text => text.Length is < 16 or > 135))
                return IncorrectRequest();
            rows.Add((id, texts));
        }

        return orders.Locked(() => Batch(rows.Select(row => orders.Get(row.Id, EmulatedOrderKind.Dbw) switch
        {
            null => BatchResult(row.Id, 404, "NotFound"),
            { } order => orders.SetMarking(order, MarkingCodeKind.Sgtin, row.Codes) is { } code ? BatchResult(row.Id, 409, code) : BatchResult(row.Id),
        })));
    }

    private Answer Set(HandlerRequest request, MarkingCodeKind kind, int length)
    {
        if (PathId(request, 2) is not (> 0 and var id))
            return IncorrectParameter();
        if (request.ReadJsonObject()?[kind.Value] is not JsonValue value || !value.TryGetValue(out string? code))
            return IncorrectRequestBody();
        if (code.Length != length)
            return IncorrectRequest();
        return orders.Locked(() => orders.Get(id, EmulatedOrderKind.Dbw) switch
        {
            null => NotFound(),
            { } order => orders.SetMarking(order, kind, [code]) is { } refusal
                ? Error(409, refusal, "Не удалось обновить идентификаторы маркировки")
                : NoContent,
        });
    }
}
