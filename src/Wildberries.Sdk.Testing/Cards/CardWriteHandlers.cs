using System.Text.Json;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.ContentAnswers;
using static Wildberries.Sdk.Testing.EmulatedCards;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of content-api that create, change, merge and throw away cards.</summary>
internal sealed class CardWriteHandlers(EmulatedCards cards, TimeProvider time)
{
    private const int MaxBody = 10 * 1024 * 1024;
    private const int MaxGroups = 100;
    private const int MaxUpdates = 3000;
    private const int MaxTrash = 1000;
    private const int MaxBarcodes = 5000;

    public IEnumerable<Handler> All =>
    [
        Handler.For("POST content-api/content/v2/cards/upload", request => Write(request, Create)),
        Handler.For("POST content-api/content/v2/cards/upload/add", request => Write(request, Attach)),
        Handler.For("POST content-api/content/v2/cards/update", request => Write(request, Update)),
        Handler.For("POST content-api/content/v2/cards/moveNm", request => Write(request, Move)),
        Handler.For("POST content-api/content/v2/cards/delete/trash", request => Write(request, (_, body) => Trash(body, cards.TryMoveToTrash))),
        Handler.For("POST content-api/content/v2/cards/recover", request => Write(request, (_, body) => Trash(body, cards.Recover))),
        Handler.For("POST content-api/content/v2/barcodes", MakeBarcodes),
    ];

    private static Refusal InvalidFormat => new("Invalid request format", new JsonObject());

    private static Refusal WrongFormat => new("Неправильный формат запроса");

    private Answer Write(HandlerRequest request, Func<HandlerRequest, JsonNode?, Refusal?> write)
    {
        if (request.Body.Length > MaxBody)
            return TooLarge();
        JsonNode? body;
        try
        {
            body = JsonNode.Parse(request.Body);
        }
        catch (JsonException)
        {
            body = null;
        }

        return write(request, body) is { } refusal ? BadRequest(refusal.Text, refusal.Details) : Accepted;
    }

    private Refusal? Create(HandlerRequest request, JsonNode? body)
    {
        if (body is not JsonArray { Count: >= 1 and <= MaxGroups } items)
            return InvalidFormat;
        var groups = new List<IReadOnlyList<EmulatedCard>>();
        foreach (JsonNode? item in items)
        {
            if (item is not JsonObject group || Whole(group["subjectID"]) is not { } subjectId || ReadCards(group["variants"], MaxGroup) is not { } variants)
                return InvalidFormat;
            groups.Add([.. variants.Select(card => card with { NmId = 0, SubjectId = subjectId })]);
        }

        return cards.Create(groups, IsSandbox(request));
    }

    private Refusal? Attach(HandlerRequest request, JsonNode? body) =>
        body is JsonObject json && Whole(json["imtID"]) is { } imtId && ReadCards(json["cardsToAdd"], MaxGroup - 1) is { } added
            ? cards.Create(imtId, [.. added.Select(card => card with { NmId = 0 })], IsSandbox(request))
            : InvalidFormat;

    private Refusal? Update(HandlerRequest request, JsonNode? body) =>
        ReadCards(body, MaxUpdates) is { } updates && Array.TrueForAll(updates, card => card is { NmId: > 0, Sizes.Count: > 0 }) ? cards.Update(updates) : InvalidFormat;

    private Refusal? Move(HandlerRequest request, JsonNode? body)
    {
        if (body is not JsonObject json || Ids(json["nmIDs"]) is not { Count: >= 1 and <= MaxGroup } nmIds)
            return WrongFormat;
        if (json["targetIMT"] is not { } target)
            return cards.Move(nmIds, null);
        return Whole(target) is { } imtId ? cards.Move(nmIds, imtId) : WrongFormat;
    }

    private static Refusal? Trash(JsonNode? body, Func<IReadOnlyList<long>, Refusal?> move) =>
        Ids((body as JsonObject)?["nmIDs"]) is { Count: >= 1 and <= MaxTrash } nmIds ? move(nmIds) : WrongFormat;

    private Answer MakeBarcodes(HandlerRequest request)
    {
        if (Whole(request.ReadJsonObject()?["count"]) is not (>= 1 and <= MaxBarcodes and var count))
            return BadRequest(WrongRequest);
        return Data([.. cards.MakeBarcodes((int)count).Select(barcode => (JsonNode)barcode)]);
    }

    private static EmulatedCard[]? ReadCards(JsonNode? node, int max)
    {
        if (node is not JsonArray { Count: >= 1 } items || items.Count > max)
            return null;
        EmulatedCard[] read = [.. items.Select(CardReader.Read).OfType<EmulatedCard>()];
        return read.Length == items.Count ? read : null;
    }

    private Answer TooLarge() => Answer.Json(413, new JsonObject
    {
        ["title"] = "request body too long",
        ["detail"] = "https://openapi.wildberries.ru/content/api/ru/",
        ["code"] = Guid.NewGuid().ToString(),
        ["requestId"] = Problem.NewRequestId(),
        ["origin"] = "s2s-api-auth-content",
        ["status"] = 413,
        ["statusText"] = "Request Entity Too Large",
        ["timestamp"] = WireTime.Utc(time.GetUtcNow()),
    });
}
