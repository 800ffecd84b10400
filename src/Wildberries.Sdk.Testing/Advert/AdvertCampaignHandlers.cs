using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.AdvertAnswers;
using static Wildberries.Sdk.Testing.EmulatedAdverts;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of advert-api that list campaigns and create them.</summary>
internal sealed class AdvertCampaignHandlers(EmulatedAdverts adverts)
{
    private const int MaxIds = 50;
    private const int MaxMinimums = 100;

    public IEnumerable<Handler> All =>
    [
        Handler.For("GET advert-api/adv/v1/promotion/count", _ => Count()),
        Handler.For("GET advert-api/api/advert/v2/adverts", GetCampaigns),
        Handler.For("POST advert-api/api/advert/v1/bids/min", GetMinimumBids),
        Handler.For("POST advert-api/adv/v2/seacat/save-ad", Create),
        Handler.For("GET advert-api/adv/v1/supplier/subjects", GetSubjects),
        Handler.For("POST advert-api/adv/v2/supplier/nms", GetProducts),
    ];

    private Answer Count()
    {
        IReadOnlyList<EmulatedCampaign> all = adverts.All;
        return Answer.Json(200, new JsonObject
        {
            ["adverts"] = all.Count == 0 ? null : Array(all.GroupBy(c => (c.Type, c.Status)).OrderBy(g => g.Key), group => new JsonObject
            {
                ["type"] = group.Key.Type,
                ["status"] = group.Key.Status,
                ["count"] = group.Count(),
                ["advert_list"] = Array(group, c => new JsonObject { ["advertId"] = c.Id, ["changeTime"] = Time(c.ChangedAt!.Value) }),
            }),
            ["all"] = all.Count,
        });
    }

    private Answer GetCampaigns(HandlerRequest request)
    {
        IEnumerable<EmulatedCampaign> found = adverts.All;
        if (request.Query("ids") is { Length: > 0 } ids)
        {
            if (Numbers(ids) is not { Count: <= MaxIds } wanted)
                return BadRequest("invalid ids");
            found = found.Where(c => wanted.Contains(c.Id));
        }

        if (request.Query("statuses") is { Length: > 0 } statuses)
        {
            if (Numbers(statuses) is not { } wanted || wanted.Except([-1, 4, 7, 8, 9, 11]).Any())
                return BadRequest("invalid statuses value");
            found = found.Where(c => wanted.Contains(c.Status));
        }

        if (request.Query("payment_type") is { Length: > 0 } payment)
        {
            if (PerClick(payment) is not { } perClick)
                return BadRequest("invalid payment_type value");
            found = found.Where(c => c.PaysPerClick == perClick);
        }

        return Answer.Json(200, new JsonObject { ["adverts"] = Array(found, c => Write(c)) });
    }

    private JsonObject Write(EmulatedCampaign campaign) => new()
    {
        ["bid_type"] = campaign.IsUnified ? "unified" : "manual",
        ["currency"] = Currency,
        ["id"] = campaign.Id,
        ["nm_settings"] = campaign.Products.Count == 0 ? null : Array(campaign.Products, product => new JsonObject
        {
            ["bids_kopecks"] = new JsonObject
            {
                ["recommendations"] = campaign.InRecommendations ? product.RecommendationsBidKopecks : 0,
                ["search"] = campaign.InSearch ? product.SearchBidKopecks : 0,
            },
            ["nm_id"] = product.NmId,
            ["subject"] = new JsonObject
            {
                ["id"] = adverts.FindProduct(product.NmId)!.SubjectId,
                ["name"] = adverts.FindProduct(product.NmId)!.SubjectName,
            },
        }),
        ["restrictions"] = new JsonObject { ["can_change_nms"] = campaign.Status is 4 or 9 or 11 },
        ["settings"] = new JsonObject
        {
            ["name"] = campaign.Name,
            ["payment_type"] = campaign.PaysPerClick ? "cpc" : "cpm",
            ["placements"] = new JsonObject { ["recommendations"] = campaign.InRecommendations, ["search"] = campaign.InSearch },
        },
        ["status"] = campaign.Status,
        ["timestamps"] = new JsonObject
        {
            ["created"] = Time(campaign.CreatedAt!.Value),
            ["deleted"] = campaign.DeletedAt is { } deleted ? Time(deleted) : "2100-01-01T00:00:00+03:00",
            ["started"] = campaign.StartedAt is { } started ? Time(started) : null,
            ["updated"] = Time(campaign.ChangedAt!.Value),
        },
    };

    private Answer GetMinimumBids(HandlerRequest request)
    {
        JsonObject? body = request.ReadJsonObject();
        if (Whole(body?["advert_id"]) is not { } id
            || Numbers(body!["nm_ids"]) is not { Count: >= 1 and <= MaxMinimums } nmIds
            || PerClick(Word(body["payment_type"])) is not { } perClick
            || Words(body["placement_types"]) is not { } places
            || places.Except(["combined", "search", "recommendation"]).Any())
        {
            return BadRequest("can not deserialize request body", "Invalid Params");
        }

        if (adverts.Find(id) is not { } campaign)
            return BadRequest("advert not found", "Invalid Params");
        if (nmIds.Except(campaign.Products.Select(p => p.NmId)).Any())
            return BadRequest("some nms are not belong to advert", "Invalid Params");
        return Answer.Json(200, new JsonObject
        {
            ["bids"] = Array(nmIds, nmId => new JsonObject
            {
                ["bids"] = Array(places, place => new JsonObject
                {
                    ["currency"] = Currency,
                    ["type"] = place,
                    ["value"] = MinimumBid(perClick, isUnified: place == "combined", inSearch: place == "search"),
                }),
                ["nm_id"] = nmId,
            }),
        });
    }

    private Answer Create(HandlerRequest request)
    {
        JsonObject? body = request.ReadJsonObject();
        IReadOnlyList<string>? places = body?["placement_types"] is { } given ? Words(given) : ["search"];
        if (body is null
            || Numbers(body["nms"]) is not { } nmIds
            || PerClick(body["payment_type"] is { } payment ? Word(payment) : "cpm") is not { } perClick
            || (body["bid_type"] is { } type ? Word(type) : "manual") is not (("manual" or "unified") and var bidType)
            || places is null
            || places.Except(["search", "recommendations"]).Any())
        {
            return Refuse(BadBodyText);
        }

        if (Word(body["name"]) is not { } name || string.IsNullOrWhiteSpace(name) || name.EnumerateRunes().Count() > MaxNameLength)
            return Refuse("Некорректное название");
        if (nmIds.Count > MaxProducts || nmIds.Distinct().Count() != nmIds.Count)
            return Refuse("Некорректный список карточек товаров");
        if (nmIds.Any(nmId => !adverts.IsAvailable(nmId)))
            return Refuse("Нет доступных категорий для рк. Создайте новую кампанию для попадания в текущие категории");

        EmulatedCampaign created = adverts.Create(
            name, bidType == "unified", perClick, places.Contains("search"), places.Contains("recommendations"), nmIds);
        return Answer.Json(200, JsonValue.Create(created.Id));

        static Answer Refuse(string text) => Answer.Json(400, JsonValue.Create(text));
    }

    private Answer GetSubjects(HandlerRequest request)
    {
        if (PerClick(request.Query("payment_type") ?? "cpm") is null)
            return Answer.Empty(404);
        var subjects = adverts.Products.GroupBy(p => (p.SubjectId, p.SubjectName)).ToArray();
        return subjects.Length == 0
            ? Null()
            : Answer.Json(200, Array(subjects, subject => new JsonObject
            {
                ["id"] = subject.Key.SubjectId,
                ["name"] = subject.Key.SubjectName,
                ["count"] = subject.Count(),
            }));
    }

    private Answer GetProducts(HandlerRequest request)
    {
        IReadOnlyList<long>? subjects = request.Body.Length == 0 ? [] : Parse(request) is JsonArray array ? Numbers(array) : null;
        if (subjects is null)
            return Text(400, BadBodyText);

        // Nothing asked for is everything.
        EmulatedAdvertProduct[] found = [.. adverts.Products.Where(p => subjects.Count == 0 || subjects.Contains(p.SubjectId))];
        return found.Length == 0
            ? Null()
            : Answer.Json(200, Array(found, p => new JsonObject { ["title"] = p.Title, ["nm"] = p.NmId, ["subjectId"] = p.SubjectId }));
    }

    private static bool? PerClick(string? text) => text switch
    {
        "cpm" => false,
        "cpc" => true,
        _ => null,
    };

    // No rows at all are null at WB, not an empty list.
    private static Answer Null() => new() { Status = 200, ContentType = "application/json", Body = "null"u8.ToArray() };
}
