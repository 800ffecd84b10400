using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.ContentAnswers;
using static Wildberries.Sdk.Testing.EmulatedCards;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of content-api about tags.</summary>
internal sealed class TagHandlers(EmulatedCards cards)
{
    public IEnumerable<Handler> All =>
    [
        Handler.For("GET content-api/content/v2/tags", _ => Data(
        [
            .. cards.Tags.Select(tag => new JsonObject { ["id"] = tag.Id, ["color"] = tag.Color, ["name"] = tag.Name }),
        ])),
        Handler.For("POST content-api/content/v2/tag", Create),
        Handler.For("PATCH content-api/content/v2/tag/{id}", Change),
        Handler.For("DELETE content-api/content/v2/tag/{id}", Delete),
        Handler.For("POST content-api/content/v2/tag/nomenclature/link", Link),
    ];

    private static Answer Done => Envelope(200, null, null, null);

    private Answer Create(HandlerRequest request) => Read(request) is var (name, color) ? Answered(cards.CreateTag(name, color)) : BadRequest(WrongRequest);

    private Answer Change(HandlerRequest request)
    {
        if (Read(request) is not var (name, color))
            return BadRequest(WrongRequest);
        (bool exists, Refusal? refusal) = Id(request) is { } id ? cards.ChangeTag(id, name, color) : (false, null);
        return exists ? Answered(refusal) : Envelope(200, null, WrongRequest, null);
    }

    private Answer Delete(HandlerRequest request) =>
        Id(request) is { } id && cards.DeleteTag(id) ? Done : Envelope(200, null, "Такого ярлыка не существует", null);

    private Answer Link(HandlerRequest request) =>
        request.ReadJsonObject() is { } body && Whole(body["nmID"]) is { } nmId && Ids(body["tagsIDs"]) is { } tagIds && cards.SetTags(nmId, tagIds)
            ? Done : BadRequest(WrongRequest);

    private static (string Name, string Color)? Read(HandlerRequest request) =>
        request.ReadJsonObject() is { } body && ContentAnswers.Text(body["name"]) is { } name && ContentAnswers.Text(body["color"]) is { } color ? (name, color) : null;

    private static Answer Answered(Refusal? refusal) => refusal is null ? Done : BadRequest(refusal.Text, refusal.Additional);

    private static long? Id(HandlerRequest request) =>
        long.TryParse(request.LastSegment, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : null;
}
