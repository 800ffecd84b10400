using System.Text.Json.Nodes;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.MarketplaceAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>What DBS and in-store pickup have in common: operations that take up to 1,000 orders and answer about each of them.</summary>
/// <param name="orders">The orders.</param>
/// <param name="origin">The service's name.</param>
/// <param name="kinds">The kinds of orders that it knows.</param>
internal sealed class OrderBatchHandlers(EmulatedOrders orders, string origin, params EmulatedOrderKind[] kinds)
{
    private const int MaxOrders = 1000;
    private const int MaxSgtins = 24;

    public Answer Move(HandlerRequest request, SupplierStatus to, bool checksMarking = false) =>
        Ids(request, "ordersIds", MaxOrders) is { } ids ? Each(ids, id => Move(id, to, checksMarking)) : IncorrectBatch();

    /// <summary>As the buyer's code confirms it.</summary>
    public Answer MoveByCode(HandlerRequest request, SupplierStatus to)
    {
        if (Rows(request) is not { } rows || rows.Exists(row => row.Order["code"] is not JsonValue code || !code.TryGetValue(out string? _)))
            return IncorrectBatch();
        return Each(rows, row => Find(row.Id) is { } order && order.ReceiptCode != row.Order["code"]!.GetValue<string>() && EmulatedOrders.CanMove(order, to)
            ? BatchResult(row.Id, 409, "InvalidPasscode")
            : Move(row.Id, to, checksMarking: false));
    }

    public Answer GetStatuses(HandlerRequest request)
    {
        if (Ids(request, "ordersIds", MaxOrders) is not { } ids)
            return IncorrectBatch();
        return orders.Locked(() => Answer.Json(200, new JsonObject
        {
            ["orders"] = new JsonArray(
            [
                .. ids.Select(id => Find(id) is { } order
                    ? new JsonObject { ["orderId"] = id, ["supplierStatus"] = order.SupplierStatus.Value, ["wbStatus"] = order.WbStatus.Value, ["errors"] = new JsonArray() }
                    : new JsonObject { ["orderId"] = id, ["supplierStatus"] = "", ["wbStatus"] = "", ["errors"] = NotFoundErrors() }),
            ]),
        }));
    }

    public Answer GetFinalPrices(HandlerRequest request)
    {
        if (Ids(request, "orders", MaxOrders) is not { } ids)
            return IncorrectBatch();
        return Each(ids, id =>
        {
            if (Find(id) is not { } order)
                return BatchResult(id, 404, "NotFound");
            JsonObject result = BatchResult(id);
            int price = order.Purchase.PriceInHundredths;
            result["data"] = !orders.IsFinalPriceReady(order) ? new JsonObject() : new JsonObject
            {
                ["originalPrice"] = price * 2,
                ["convertedOriginalPrice"] = price * 2,
                ["originalFinalPrice"] = price,
                ["convertedOriginalFinalPrice"] = price,
                ["currencyCode"] = Rouble,
                ["convertedCurrencyCode"] = Rouble,
            };
            return result;
        });
    }

    public Answer GetMarkings(HandlerRequest request)
    {
        if (Ids(request, "ordersIds", MaxOrders) is not { } ids)
            return IncorrectBatch();
        return orders.Locked(() => Answer.Json(200, new JsonObject
        {
            ["requestId"] = Problem.NewRequestId(),
            ["orders"] = new JsonArray(
            [
                .. ids.Select(id => Find(id) is { } order
                    ? new JsonObject { ["orderId"] = id, ["isError"] = false, ["errors"] = new JsonArray(), ["metaDetails"] = Marking(orders.MarkingOf(order)) }
                    : new JsonObject { ["orderId"] = id, ["isError"] = true, ["errors"] = NotFoundErrors(), ["metaDetails"] = new JsonArray() }),
            ]),
        }));
    }

    public Answer DeleteMarkings(HandlerRequest request, string idsName)
    {
        string key = Text(request.ReadJsonObject()?["key"]) ?? "";
        if (Ids(request, idsName, MaxOrders) is not { } ids || key is not ("imei" or "uin" or "gtin" or "sgtin" or "customsDeclaration"))
            return IncorrectBatch();
        MarkingCodeKind kind = MarkingCodeKind.From(key);
        return Each(ids, id =>
        {
            if (Find(id) is not { } order)
                return BatchResult(id, 404, "NotFound");
            string? error = EmulatedOrders.DeleteMarking(order, kind);
            if (error is null && kind == MarkingCodeKind.CustomsDeclaration)
                order.Marking.Remove(MarkingCodeKind.OriginCountryCode);
            return error is null ? BatchResult(id) : BatchResult(id, 409, "StatusMismatch");
        });
    }

    public Answer SetMarkings(HandlerRequest request, MarkingCodeKind kind, int min, int max)
    {
        if (Rows(request) is not { } rows)
            return IncorrectBatch();
        var codes = new Dictionary<long, IReadOnlyList<string>>();
        foreach ((long id, JsonObject row) in rows)
        {
            if (Codes(row, kind) is not { Count: > 0 and <= MaxSgtins } own || own.Any(code => code.Length < min || code.Length > max))
                return IncorrectBatch();
            codes[id] = own;
        }

        return Each(rows, row => Find(row.Id) is not { } order ? BatchResult(row.Id, 404, "NotFound") : orders.SetMarking(order, kind, codes[row.Id]) switch
        {
            null => BatchResult(row.Id),
            "MetaKeyNotRequired" => BatchResult(row.Id, 409, "FailedToUpdateMeta"),
            _ => BatchResult(row.Id, 409, "StatusMismatch"),
        });
    }

    /// <summary>Customs declarations with the country of origin, of orders of businesses; also when they are on their way, or ready.</summary>
    public Answer SetDeclarations(HandlerRequest request, SupplierStatus alsoIn)
    {
        if (Rows(request) is not { } rows
            || rows.Exists(row => Text(row.Order["customsDeclaration"]) is not { Length: >= 17 and <= 29 } || Text(row.Order["originCountryCode"]) is not { Length: <= 3 }))
        {
            return IncorrectBatch();
        }

        return Each(rows, row =>
        {
            if (Find(row.Id) is not { } order)
                return BatchResult(row.Id, 404, "NotFound");
            string country = Text(row.Order["originCountryCode"])!;
            if (country.Length == 0 || !country.All(char.IsAsciiDigit))
                return BatchResult(row.Id, 400, "InvalidOriginCountryCode");
            if (!order.Purchase.IsB2B)
                return BatchResult(row.Id, 422, "OrderNotB2B");
            if (order.IsFinished || (order.SupplierStatus != SupplierStatus.Confirm && order.SupplierStatus != alsoIn))
                return BatchResult(row.Id, 409, "StatusMismatch");
            if (orders.MarkingOf(order).All(marking => marking.Kind != MarkingCodeKind.CustomsDeclaration))
                return BatchResult(row.Id, 409, "FailedToUpdateMeta");
            order.Marking[MarkingCodeKind.CustomsDeclaration] = new OrderState.MarkingState([Text(row.Order["customsDeclaration"])!], orders.Now);
            order.Marking[MarkingCodeKind.OriginCountryCode] = new OrderState.MarkingState([country], orders.Now);
            return BatchResult(row.Id);
        });
    }

    /// <summary>The orders that are new, or a page of those that are finished, each written by the area.</summary>
    public Answer GetNew(Func<OrderState, JsonObject> write) => orders.Locked(() => Answer.Json(200, new JsonObject
    {
        ["orders"] = new JsonArray([.. orders.Of(kinds).Where(order => order.IsNew).Select(write)]),
    }));

    public Answer GetFinished(HandlerRequest request, Func<OrderState, JsonObject> write)
    {
        const long LongestPeriod = 31 * 24 * 3600;
        if (Page(request, 1, MaxOrders) is not { } page || Number(request.Query("dateFrom")) is not { } from || Number(request.Query("dateTo")) is not { } to
            || to < from || to - from > LongestPeriod)
        {
            return IncorrectParameter();
        }

        return orders.Locked(() =>
        {
            OrderState[] found =
            [
                .. orders.After(page.Next, kinds).Where(order => order.IsFinished && order.CreatedAt.ToUnixTimeSeconds() >= from && order.CreatedAt.ToUnixTimeSeconds() <= to)
                    .Take(page.Limit),
            ];
            return Answer.Json(200, new JsonObject { ["next"] = found.Length == 0 ? 0 : found[^1].Id, ["orders"] = new JsonArray([.. found.Select(write)]) });
        });
    }

    public OrderState? Find(long id) => orders.Get(id, kinds);

    public Answer IncorrectBatch() => Answer.Json(400, new JsonObject
    {
        ["title"] = "IncorrectRequest",
        ["detail"] = new JsonObject(),
        ["origin"] = origin,
        ["requestId"] = Problem.NewRequestId(),
    });

    public Answer Each<T>(IEnumerable<T> rows, Func<T, JsonObject> answer) => orders.Locked(() => Batch([.. rows.Select(answer)]));

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private JsonObject Move(long id, SupplierStatus to, bool checksMarking)
    {
        if (Find(id) is not { } order)
            return BatchResult(id, 404, "NotFound");
        if (!EmulatedOrders.CanMove(order, to))
            return BatchResult(id, 409, "StatusMismatch");
        if (checksMarking && orders.MarkingFaultsOf(order) is { Count: > 0 } faults)
            return BatchResult(id, 409, "MetaValidationFail", Marking(faults));
        orders.TryMove(order, to);
        return BatchResult(id);
    }

    private static List<(long Id, JsonObject Order)>? Rows(HandlerRequest request)
    {
        if (request.ReadJsonObject()?["orders"] is not JsonArray { Count: > 0 and <= MaxOrders } list)
            return null;
        var rows = new List<(long Id, JsonObject Order)>();
        foreach (JsonNode? node in list)
        {
            if (node is not JsonObject order || order["orderId"] is not JsonValue value || !value.TryGetValue(out long id))
                return null;
            rows.Add((id, order));
        }

        return rows;
    }

    private static IReadOnlyList<string>? Codes(JsonObject row, MarkingCodeKind kind)
    {
        if (kind != MarkingCodeKind.Sgtin)
            return Text(row[kind.Value]) is { } code ? [code] : null;
        return row["sgtins"] is JsonArray codes && codes.All(one => Text(one) is not null) ? [.. codes.Select(one => Text(one)!)] : null;
    }

    private static JsonArray NotFoundErrors() => new(new JsonObject { ["code"] = 404, ["detail"] = "NotFound" });
}
