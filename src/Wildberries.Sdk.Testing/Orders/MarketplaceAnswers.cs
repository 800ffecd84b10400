using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>How marketplace-api reads and answers.</summary>
internal static class MarketplaceAnswers
{
    public const int Rouble = 643;

    public static Answer NoContent => Answer.Empty(204);

    /// <summary>The error body of most of its operations.</summary>
    public static Answer Error(int status, string code, string message, JsonNode? data = null)
    {
        var body = new JsonObject { ["code"] = code, ["message"] = message };
        if (data is not null)
            body["data"] = data;
        return Answer.Json(status, body);
    }

    public static Answer IncorrectParameter() => Error(400, "IncorrectParameter", "Передан некорректный параметр");

    public static Answer IncorrectRequestBody() => Error(400, "IncorrectRequestBody", "Некорректное тело запроса");

    public static Answer IncorrectRequest() => Error(400, "IncorrectRequest", "Переданы некорректные данные");

    public static Answer NotFound() => Error(404, "NotFound", "Не найдено");

    public static Answer StatusMismatch() => Error(409, "StatusMismatch", "Несоответствие статусов, проверьте их правильность");

    /// <summary>A number in the path, counted from its end.</summary>
    public static long? PathId(HandlerRequest request, int fromEnd = 0)
    {
        string[] segments = request.Path.Split('/');
        return Number(segments[^(fromEnd + 1)]);
    }

    public static long? Number(string? text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;

    /// <summary>The ids of a body's list; <see langword="null"/> if they are none, too many or no numbers.</summary>
    public static long[]? Ids(HandlerRequest request, string name, int max, int min = 1)
    {
        if (request.ReadJsonObject()?[name] is not JsonArray list || list.Count < min || list.Count > max)
            return null;
        long[] ids = new long[list.Count];
        for (int i = 0; i < ids.Length; i++)
        {
            if (list[i] is not JsonValue value || !value.TryGetValue(out ids[i]))
                return null;
        }

        return ids;
    }

    /// <summary>Limit and key of a page; <see langword="null"/> if one is missing or out of range.</summary>
    public static (int Limit, long Next)? Page(HandlerRequest request, int min, int max) =>
        Number(request.Query("limit")) is { } limit && limit >= min && limit <= max && Number(request.Query("next")) is >= 0 and var next ? ((int)limit, next) : null;

    /// <summary>A list of texts.</summary>
    public static JsonArray Strings(IEnumerable<string> values) => [.. values.Select(value => (JsonNode)value)];

    /// <summary>The label identifiers of an order.</summary>
    public static JsonArray Marking(IEnumerable<(MarkingCodeKind Kind, string? Value, MarkingDecision Decision)> marking) =>
    [
        .. marking.Select(one => (JsonNode)new JsonObject { ["key"] = one.Kind.Value, ["value"] = one.Value, ["decision"] = one.Decision.Value }),
    ];

    /// <summary>One order's part of the answer to a batch.</summary>
    public static JsonObject BatchResult(long orderId, int code = 0, string? detail = null, JsonArray? marking = null)
    {
        var result = new JsonObject { ["orderId"] = orderId, ["isError"] = detail is not null };
        if (detail is null)
            return result;
        var error = new JsonObject { ["code"] = code, ["detail"] = detail };
        if (marking is not null)
            error["metaDetails"] = marking;
        result["errors"] = new JsonArray(error);
        return result;
    }

    /// <summary>The answer to a batch.</summary>
    public static Answer Batch(IEnumerable<JsonObject> results) => Answer.Json(
        200, new JsonObject { ["requestId"] = Problem.NewRequestId(), ["results"] = new JsonArray([.. results]) });

    /// <summary>A sticker of an order.</summary>
    public static JsonObject Sticker(OrderState order, byte[] file)
    {
        (string partA, string partB) = order.StickerParts;
        return new JsonObject
        {
            ["orderId"] = order.Id,
            ["partA"] = partA,
            ["partB"] = partB,
            ["barcode"] = order.StickerBarcode,
            ["file"] = Convert.ToBase64String(file),
        };
    }
}
