using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>How discounts-prices-api reads and answers.</summary>
internal static class PriceAnswers
{
    public const int MaxRows = 1000;
    public const string Currency = "RUB";
    public const string InvalidParameters = "Invalid request parameters";

    public static (int Limit, int Offset)? Page(HandlerRequest request)
    {
        long? limit = Number(request, "limit");
        long? offset = string.IsNullOrEmpty(request.Query("offset")) ? 0 : Number(request, "offset");
        return limit is > 0 and <= MaxRows && offset is { } skip and <= int.MaxValue ? ((int)limit.Value, (int)skip) : null;
    }

    public static long? Number(HandlerRequest request, string name) =>
        long.TryParse(request.Query(name), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    public static long? Whole(JsonNode? node) => node is JsonValue value && value.TryGetValue(out long number) ? number : null;

    public static Answer Ok(JsonObject? data) =>
        Answer.Json(200, new JsonObject { ["data"] = data, ["error"] = false, ["errorText"] = "" });

    public static Answer BadRequest(string text) =>
        Answer.Json(400, new JsonObject { ["data"] = null, ["error"] = true, ["errorText"] = text });
}
