using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.EmulatedFeedbacks;
using static Wildberries.Sdk.Testing.FeedbackAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of feedbacks-api about pinned reviews.</summary>
internal sealed class PinHandlers(EmulatedFeedbacks feedbacks)
{
    private const int MaxRows = 500;

    public IEnumerable<Handler> All =>
    [
        Handler.For("GET feedbacks-api/api/feedbacks/v1/pins", GetPage),
        Handler.For("GET feedbacks-api/api/feedbacks/v1/pins/count", Count),
        Handler.For("GET feedbacks-api/api/feedbacks/v1/pins/limits", _ => GetLimits()),
        Handler.For("POST feedbacks-api/api/feedbacks/v1/pins", Create),
        Handler.For("DELETE feedbacks-api/api/feedbacks/v1/pins", Delete),
    ];

    private Answer GetPage(HandlerRequest request)
    {
        if (Find(request, out string? problem) is not { } found)
            return Refuse(400, "Bad Request", problem!);
        if (!TryRead(request, "next", out long? after))
            return Refuse(400, "Bad Request", "next must be a number");
        if (!TryRead(request, "limit", out long? limit) || limit is < 1 or > MaxRows)
            return Refuse(400, "Bad Request", $"limit must be a number from 1 to {MaxRows}");
        EmulatedPin[] rest = [.. found.Where(pin => pin.Id > (after ?? 0))];
        EmulatedPin[] page = [.. rest.Take((int)(limit ?? MaxRows))];
        var body = new JsonObject { ["data"] = new JsonArray([.. page.Select(Write)]) };
        if (page.Length < rest.Length)
            body["next"] = page[^1].Id;
        return Answer.Json(200, body);
    }

    private Answer Count(HandlerRequest request) => Find(request, out string? problem) is { } found
        ? Answer.Json(200, new JsonObject { ["data"] = found.Count() })
        : Refuse(400, "Bad Request", problem!);

    private Answer GetLimits()
    {
        (PinBudget? subscription, PinBudget? tariff) = feedbacks.PinBudgets();
        return Answer.Json(200, new JsonObject
        {
            ["data"] = new JsonObject { [Subscription] = Write(subscription), [Tariff] = Write(tariff) },
        });
    }

    private Answer Create(HandlerRequest request)
    {
        if (ReadArray(request) is not { } rows)
            return Refuse(400, "Bad Request", "invalid request body");
        if (feedbacks.PinBudgets() is (null, null))
            return Refuse(403, "no active subscription or tariff", "this feature requires active subscription or active tariff");
        return Answer.Json(200, new JsonObject { ["data"] = new JsonArray([.. rows.Select(Create)]) });
    }

    private JsonObject Create(JsonNode? node)
    {
        var row = node as JsonObject;
        string? id = Text(row?["feedbackId"]), place = Text(row?["pinOn"]), method = Text(row?["pinMethod"]);
        bool isValid = id is { Length: > 0 } && place is "nm" or "imt" && method is Subscription or Tariff;
        (EmulatedPin? pin, string? refusal) = isValid ? feedbacks.Pin(id!, place!, method!) : (null, "bodyNotValid");
        var result = new JsonObject { ["feedbackId"] = id ?? "" };
        if (pin is not null)
            result["pinId"] = pin.Id;
        result["pinMethod"] = method ?? "";
        result["pinOn"] = place ?? "";
        result["isErrors"] = refusal is not null;
        if (refusal is not null)
        {
            result["errors"] = new JsonArray(new JsonObject
            {
                ["status"] = refusal,
                ["title"] = refusal,
                ["requestId"] = Problem.NewRequestId(),
                ["origin"] = "pin-open-api",
            });
        }

        return result;
    }

    private Answer Delete(HandlerRequest request)
    {
        if (ReadArray(request) is not { } rows)
            return Refuse(400, "Bad Request", "invalid request body");
        var ids = new List<long>();
        foreach (JsonNode? row in rows)
        {
            if (row is not JsonValue value || !value.TryGetValue(out long id))
                return Refuse(400, "Bad Request", "invalid request body");
            ids.Add(id);
        }

        return Answer.Json(200, new JsonObject { ["data"] = new JsonArray([.. feedbacks.Unpin(ids).Select(id => (JsonNode)id)]) });
    }

    private IEnumerable<EmulatedPin>? Find(HandlerRequest request, out string? problem)
    {
        string? state = Given(request, "state"), place = Given(request, "pinOn"), feedbackId = Given(request, "feedbackId");
        bool isPeriod = TryReadTime(request, "dateFrom", out DateTimeOffset? from) & TryReadTime(request, "dateTo", out DateTimeOffset? to);
        bool isNumbers = TryRead(request, "imtId", out long? imtId) & TryRead(request, "nmId", out long? nmId);
        problem = state is not (null or "pinned" or "unpinned") ? "state must be one of the values 'pinned', 'unpinned'"
            : place is not (null or "nm" or "imt") ? "pinOn must be one of the values 'nm', 'imt'"
            : !isPeriod ? "dateFrom and dateTo must be RFC 3339 times"
            : !isNumbers ? "imtId and nmId must be numbers"
            : null;
        return problem is not null ? null : feedbacks.Pins.Where(pin =>
            (state is null || state == StateOf(pin)) && (place is null || place == pin.Place) && (feedbackId is null || feedbackId == pin.FeedbackId)
            && (imtId is null || imtId == pin.ImtId) && (nmId is null || nmId == pin.NmId)
            && (from is null || pin.PinnedAt >= from) && (to is null || pin.PinnedAt <= to));
    }

    private static string? Given(HandlerRequest request, string name) => request.Query(name) is { Length: > 0 } text ? text : null;

    private static bool TryReadTime(HandlerRequest request, string name, out DateTimeOffset? time)
    {
        time = null;
        if (Given(request, name) is not { } text)
            return true;
        bool isTime = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset read);
        time = isTime ? read : null;
        return isTime;
    }

    private static JsonArray? ReadArray(HandlerRequest request)
    {
        try
        {
            return JsonNode.Parse(request.Body) is JsonArray { Count: >= 1 and <= MaxRows } rows ? rows : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Write(EmulatedPin pin)
    {
        var row = new JsonObject
        {
            ["changeStateAt"] = WireTime.Utc(pin.UnpinnedAt ?? pin.PinnedAt),
            ["feedbackId"] = pin.FeedbackId,
            ["imtId"] = pin.ImtId,
            ["nmId"] = pin.NmId,
            ["pinId"] = pin.Id,
            ["pinMethod"] = pin.Method,
            ["pinOn"] = pin.Place,
            ["state"] = StateOf(pin),
        };
        if (pin.UnpinCause is { } cause)
            row["unpinnedCause"] = cause;
        return row;
    }

    private static JsonObject? Write(PinBudget? budget) => budget is null ? null : new JsonObject
    {
        ["perUnitLimit"] = budget.Limit.PerUnit,
        ["remaining"] = budget.Limit.IsUnlimited ? 0 : Math.Max(budget.Limit.Total - budget.Used, 0),
        ["totalLimit"] = budget.Limit.Total,
        ["unlimited"] = budget.Limit.IsUnlimited,
        ["used"] = budget.Used,
    };

    private static string StateOf(EmulatedPin pin) => pin.UnpinnedAt is null ? "pinned" : "unpinned";

    private static Answer Refuse(int status, string title, string detail) => Answer.Json(status, new JsonObject
    {
        ["status"] = status,
        ["title"] = title,
        ["detail"] = detail,
        ["requestId"] = Problem.NewRequestId(),
        ["origin"] = "pin-open-api",
    });
}
