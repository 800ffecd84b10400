using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.MarketplaceAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of marketplace-api that say where returns go.</summary>
internal sealed class FbsAutoReturnHandlers(EmulatedAutoReturns returns)
{
    public IEnumerable<Handler> All =>
    [
        Handler.For("GET marketplace-api/api/marketplace/v3/fbs/settings/autoreturns", _ => Answer.Json(200, new JsonObject { ["type"] = returns.Type })),
        Handler.For("PATCH marketplace-api/api/marketplace/v3/fbs/settings/autoreturns", SetType),
        Handler.For("POST marketplace-api/api/marketplace/v3/fbs/settings/autoreturns/items", GetItems),
        Handler.For("PATCH marketplace-api/api/marketplace/v3/fbs/settings/autoreturns/items", SetItems),
        Handler.For("GET marketplace-api/api/marketplace/v3/fbs/settings/autoreturns/subcategories/restricted", GetRestricted),
    ];

    private Answer SetType(HandlerRequest request)
    {
        if (Text(request, "type") is not ("allToWarehouse" or "allToPickupPoint" or "manual") || Text(request, "type") is not { } type)
            return Refuse("IncorrectRequestBody", "Incorrect required body");
        returns.SetType(type);
        return NoContent;
    }

    private Answer GetItems(HandlerRequest request) => Ids(request, "chrtIds", 1000) is not { } ids
        ? Refuse("IncorrectRequestBody", "Incorrect required body")
        : Answer.Json(200, new JsonObject
        {
            ["results"] = new JsonArray(
            [
                .. ids.Select(id =>
                {
                    (string type, bool changeable) = returns.Of(id);
                    return (JsonNode)new JsonObject { ["chrtId"] = id, ["success"] = true, ["type"] = type, ["changeable"] = changeable };
                }),
            ]),
        });

    private Answer SetItems(HandlerRequest request)
    {
        if (Ids(request, "chrtIds", 1000) is not { } ids || Text(request, "type") is not ("byWarehouse" or "byPickupPoint") || Text(request, "type") is not { } type)
            return Refuse("IncorrectRequestBody", "Incorrect required body");
        if (returns.Type != "manual")
            return Refuse("SupplierSettingMustBeManual", "Supplier auto-return setting must be in `manual` mode");
        return Answer.Json(200, new JsonObject
        {
            ["results"] = new JsonArray(
            [
                .. ids.Select(id =>
                {
                    bool success = returns.TrySet(id, type);
                    var result = new JsonObject { ["chrtId"] = id, ["success"] = success };
                    if (!success)
                        result["error"] = new JsonArray(new JsonObject { ["code"] = 404, ["detail"] = "Not Found" });
                    return (JsonNode)result;
                }),
            ]),
        });
    }

    private static Answer GetRestricted(HandlerRequest request) => Page(request, 100, 1000) is not { } page
        ? Refuse("IncorrectParameter", "Incorrect parameter")
        : Answer.Json(200, new JsonObject { ["next"] = null, ["data"] = page.Next == 0 ? new JsonArray(new JsonObject { ["subjectId"] = 2438 }) : [] });

    private static Answer Refuse(string title, string detail) => Answer.Json(400, new JsonObject { ["title"] = title, ["detail"] = detail }, Problem.ContentType);

    private static string? Text(HandlerRequest request, string name) =>
        request.ReadJsonObject()?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
