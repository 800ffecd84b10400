using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.EmulatedWarehouses;
using static Wildberries.Sdk.Testing.WarehouseAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of marketplace-api about stocks. As at WB, names of members are not checked: a body of wrong names changes nothing, and is answered so.</summary>
internal sealed class StockHandlers(EmulatedWarehouses warehouses)
{
    private const int MaxRows = 1000;

    public IEnumerable<Handler> All =>
    [
        Handler.For("POST marketplace-api/api/v3/stocks/{warehouseId}", Get),
        Handler.For("PUT marketplace-api/api/v3/stocks/{warehouseId}", Update),
        Handler.For("DELETE marketplace-api/api/v3/stocks/{warehouseId}", Delete),
    ];

    private Answer Get(HandlerRequest request)
    {
        if (ReadIds(request, min: 0) is not { } chrtIds)
            return IncorrectBody;
        if (Id(request) is not { } warehouseId || warehouses.FindStocks(warehouseId, chrtIds) is not { } stocks)
            return NotFound;
        return Answer.Json(200, new JsonObject
        {
            ["stocks"] = new JsonArray([.. stocks.Select(stock => new JsonObject { ["chrtId"] = stock.ChrtId, ["amount"] = stock.Quantity })]),
        });
    }

    private Answer Update(HandlerRequest request)
    {
        if (request.ReadJsonObject() is not { } body)
            return IncorrectBody;
        if (Id(request) is not { } warehouseId)
            return IncorrectParameter;
        if (body["stocks"] is { } member && member is not JsonArray { Count: >= 1 and <= MaxRows })
            return IncorrectRequest;

        var rows = new List<(long, int)>();
        foreach (JsonNode? node in body["stocks"] as JsonArray ?? [])
        {
            if (node is not JsonObject row)
                return IncorrectBody;
            if (row.ContainsKey("sku"))
                return Error(400, "SKUUploadDisabled", "Uploading stock is not allowed by 'sku'. Please use the 'chrtId' key");
            if (row["chrtId"] is not { } id || row["amount"] is not { } quantity)
                continue;
            if (Whole(id) is not (> 0 and var chrtId) || Whole(quantity) is not (>= 0 and <= int.MaxValue and var pieces))
                return IncorrectBody;
            rows.Add((chrtId, (int)pieces));
        }

        StockUpdate update = warehouses.Update(warehouseId, rows);
        return update switch
        {
            { Status: 204 } => Answer.Empty(204),
            { Status: 404 } => NotFound,
            { Status: 406, Code: { } code } => Error(
                406, code, code == "StatusNotAcceptable" ? "Обновление остатков заблокировано в связи с баном поставщика" : "The warehouse is processing"),
            { Code: { } code } => Answer.Json(409, new JsonArray(new JsonObject { ["code"] = code, ["message"] = "The store is processing" })),
            _ => Answer.Json(409, new JsonArray([.. update.Refused.GroupBy(row => (row.Code, row.IsNamed)).Select(Write)])),
        };
    }

    private Answer Delete(HandlerRequest request)
    {
        if (ReadIds(request, min: 1) is not { } chrtIds)
            return IncorrectBody;
        if (Id(request) is not { } warehouseId)
            return IncorrectParameter;
        (int status, IReadOnlyList<long> missing) = warehouses.DeleteStocks(warehouseId, chrtIds);
        return status switch
        {
            204 => Answer.Empty(204),
            409 => Error(409, ProcessingCode, "The store is processing"),
            _ when missing.Count > 0 => Error(
                404, NotFoundCode, "Not found", new JsonObject(missing.Distinct().Select(chrtId => KeyValuePair.Create($"{chrtId}", (JsonNode?)"")))),
            _ => NotFound,
        };
    }

    private static JsonObject Write(IGrouping<(string Code, bool IsNamed), RefusedRow> rows)
    {
        var error = new JsonObject { ["code"] = rows.Key.Code, ["message"] = MessageOf(rows.Key.Code) };
        if (rows.Key.IsNamed)
            error["data"] = new JsonArray([.. rows.Select(Write)]);
        return error;
    }

    private static JsonObject Write(RefusedRow row)
    {
        var written = new JsonObject { ["sku"] = row.Barcode ?? "" };
        if (row.Barcode is null)
            written["chrtId"] = row.ChrtId;
        written["amount"] = row.Quantity;
        return written;
    }

    private static string MessageOf(string code) => code switch
    {
        "UploadDataLimit" => "Upload limit exceeded.",
        "DeliveryTypeRestriction" => "This product category is not available for sale under this delivery type.",
        "ProductPropertyConflict" => "Products are not allowed for sale under the selected supply scheme.",
        NotFoundCode => "Not found",
        _ => "The selected warehouse is not suitable for these goods.",
    };

    private static List<long>? ReadIds(HandlerRequest request, int min)
    {
        if (request.ReadJsonObject()?["chrtIds"] is not JsonArray ids || ids.Count < min || ids.Count > MaxRows)
            return null;
        var chrtIds = new List<long>();
        foreach (JsonNode? node in ids)
        {
            if (Whole(node) is not { } chrtId)
                return null;
            chrtIds.Add(chrtId);
        }

        return chrtIds;
    }
}
