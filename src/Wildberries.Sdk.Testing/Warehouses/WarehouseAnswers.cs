using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>How the services of marketplace-api that keep warehouses and stocks read and answer.</summary>
internal static class WarehouseAnswers
{
    public static Answer NotFound => Error(404, "NotFound", "Not found");

    public static Answer IncorrectBody => Error(400, "IncorrectRequestBody", "Incorrect required body");

    public static Answer IncorrectRequest => Error(400, "IncorrectRequest", "Переданы некорректные данные");

    public static Answer IncorrectParameter => Error(400, "IncorrectParameter", "IncorrectParameter");

    public static Answer Error(int status, string code, string message, JsonNode? data = null)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (data is not null)
            error["data"] = data;
        return Answer.Json(status, error);
    }

    /// <summary>The number in a segment of the path, counted from its end; <see langword="null"/> if it is none.</summary>
    public static long? Id(HandlerRequest request, int fromEnd = 1) =>
        long.TryParse(request.Path.Split('/')[^fromEnd], NumberStyles.None, CultureInfo.InvariantCulture, out long id) && id > 0 ? id : null;

    public static long? Whole(JsonNode? node) => node is JsonValue value && value.TryGetValue(out long number) ? number : null;

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
