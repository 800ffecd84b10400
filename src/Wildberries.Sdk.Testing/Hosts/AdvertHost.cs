using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.EmulatedAdverts;
using static Wildberries.Sdk.Testing.Hosts.AdvertAnswers;

namespace Wildberries.Sdk.Testing.Hosts;

/// <summary>The operations of advert-api on campaigns: lists, creation, management. The others have files of their own.</summary>
internal static class AdvertHost
{
    private const int MaxIds = 50;
    private const int MaxNameLength = 100;
    private const int MaxChanges = 20;
    private const int MaxMinimums = 100;
    private const string BadId = "Некорректный ID РК";
    private const string BadBodyText = "Ошибка обработки тела запроса";

    public static IEnumerable<Handler> Handlers(EmulatedAdverts adverts) =>
    [
        Handler.For("GET advert-api/adv/v1/promotion/count", _ => Count(adverts)),
        Handler.For("GET advert-api/api/advert/v2/adverts", request => GetCampaigns(adverts, request)),
        Handler.For("POST advert-api/api/advert/v1/bids/min", request => GetMinimumBids(adverts, request)),
        Handler.For("POST advert-api/adv/v2/seacat/save-ad", request => Create(adverts, request)),
        Handler.For("GET advert-api/adv/v1/supplier/subjects", request => GetSubjects(adverts, request)),
        Handler.For("POST advert-api/adv/v2/supplier/nms", request => GetProducts(adverts, request)),
        Handler.For("GET advert-api/adv/v0/delete", request => Delete(adverts, request)),
        Handler.For("POST advert-api/adv/v0/rename", request => Rename(adverts, request)),
        Handler.For("GET advert-api/adv/v0/start", request => ChangeStatus(request, adverts.Start)),
        Handler.For("GET advert-api/adv/v0/pause", request => ChangeStatus(request, adverts.Pause)),
        Handler.For("GET advert-api/adv/v0/stop", request => ChangeStatus(request, adverts.Stop)),
        Handler.For("PUT advert-api/adv/v0/auction/placements", request => SetPlacements(adverts, request)),
        Handler.For("PATCH advert-api/api/advert/v1/bids", request => SetBids(adverts, request)),
        Handler.For("PATCH advert-api/adv/v0/auction/nms", request => ChangeProducts(adverts, request)),
        Handler.For("GET advert-api/api/advert/v0/bids/recommendations", request => Recommend(adverts, request)),
        Handler.For("GET advert-api/api/advert/v1/config", _ => GetConfig()),
        .. AdvertFinanceHandlers.Handlers(adverts),
        .. AdvertClusterHandlers.Handlers(adverts),
        .. AdvertStatisticsHandlers.Handlers(adverts),
    ];

    private static Answer Count(EmulatedAdverts adverts)
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

    private static Answer GetCampaigns(EmulatedAdverts adverts, HandlerRequest request)
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

        return Answer.Json(200, new JsonObject { ["adverts"] = Array(found, c => Write(adverts, c)) });
    }

    private static JsonObject Write(EmulatedAdverts adverts, EmulatedCampaign campaign) => new()
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

    private static Answer GetMinimumBids(EmulatedAdverts adverts, HandlerRequest request)
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

    private static Answer Create(EmulatedAdverts adverts, HandlerRequest request)
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

    private static Answer GetSubjects(EmulatedAdverts adverts, HandlerRequest request)
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

    private static Answer GetProducts(EmulatedAdverts adverts, HandlerRequest request)
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

    private static Answer Delete(EmulatedAdverts adverts, HandlerRequest request)
    {
        StatusChange change = Number(request.Query("id")) is { } id ? adverts.Delete(id) : StatusChange.NotFound;
        return change switch
        {
            StatusChange.Done => Answer.Empty(200),
            StatusChange.NotFound => Error("Некорректный ID кампании"),
            _ => Error("Кампанию можно удалить только в статусе 4"),
        };
    }

    private static Answer Rename(EmulatedAdverts adverts, HandlerRequest request)
    {
        if (request.ReadJsonObject() is not { } body)
            return Text(422, BadBodyText);
        if (Whole(body["advertId"]) is not { } id)
            return Text(400, BadId);
        if (Word(body["name"]) is not { } name || string.IsNullOrWhiteSpace(name) || name.EnumerateRunes().Count() > MaxNameLength)
            return Text(400, "Некорректное название");
        return adverts.Rename(id, name) switch
        {
            StatusChange.Done => Answer.Empty(200),
            StatusChange.NotFound => Text(400, BadId),
            _ => Text(422, "Ошибка изменения названия кампании"),
        };
    }

    private static Answer ChangeStatus(HandlerRequest request, Func<long, StatusChange> change)
    {
        if (Number(request.Query("id")) is not { } id)
            return Error("Invalid Advert: invalid advert");
        return change(id) switch
        {
            StatusChange.Done => Answer.Empty(200),
            StatusChange.NotFound => Error("AdvertChangeStatus: Not Found: advert not found"),
            StatusChange.LowBudget => Error("AdvertChangeStatus: Low Budget: not enough budget"),
            _ => Text(422, "Статус кампании не изменен"),
        };
    }

    private static Answer SetPlacements(EmulatedAdverts adverts, HandlerRequest request)
    {
        var changes = new Dictionary<long, (bool Search, bool Recommendations)>();
        if (Rows(request.ReadJsonObject()?["placements"], MaxIds) is not { } rows)
            return BadRequest("can not deserialize response body");
        foreach (JsonObject row in rows)
        {
            if (Whole(row["advert_id"]) is not { } id
                || row["placements"] is not JsonObject places
                || Flag(places["search"]) is not { } search
                || Flag(places["recommendations"]) is not { } recommendations)
            {
                return BadRequest("can not deserialize response body");
            }

            changes[id] = (search, recommendations);
        }

        string? refusal = adverts.Change(changes.Keys, campaign =>
        {
            if (campaign.PaysPerClick)
                return (null, $"advert {campaign.Id} has payment type cpc, placements cannot be changed");
            if (campaign.IsUnified)
                return (null, $"advert {campaign.Id} has bid type unified, placements cannot be changed");
            EmulatedCampaign changed = campaign with
            {
                InSearch = changes[campaign.Id].Search,
                InRecommendations = changes[campaign.Id].Recommendations,
            };
            return (changed with { Products = [.. changed.Products.Select(p => WithBids(changed, p))] }, null);
        });
        return refusal is null ? Answer.Empty(204) : BadRequest(refusal);
    }

    private static Answer SetBids(EmulatedAdverts adverts, HandlerRequest request)
    {
        var changes = new List<(long Id, List<(long NmId, long Bid, string Place)> Bids)>();
        if (Rows(request.ReadJsonObject()?["bids"], MaxIds) is not { } rows)
            return BadRequest("can not deserialize response body");
        foreach (JsonObject row in rows)
        {
            if (Whole(row["advert_id"]) is not { } id || Rows(row["nm_bids"], MaxProducts) is not { } bids)
                return BadRequest("can not deserialize response body");
            var read = new List<(long, long, string)>();
            foreach (JsonObject bid in bids)
            {
                if (Whole(bid["nm_id"]) is not { } nmId
                    || Whole(bid["bid_kopecks"]) is not { } kopecks
                    || Word(bid["placement"]) is not (("search" or "recommendations" or "combined") and var place))
                {
                    return BadRequest("can not deserialize response body");
                }

                read.Add((nmId, kopecks, place));
            }

            changes.Add((id, read));
        }

        if (changes.DistinctBy(c => c.Id).Count() != changes.Count)
            return BadRequest("duplicate advert_id");
        string? refusal = adverts.Change(changes.Select(c => c.Id), campaign =>
        {
            foreach ((long nmId, long bid, string place) in changes.Find(c => c.Id == campaign.Id).Bids)
            {
                if (SetBid(campaign, nmId, bid, place, out string? problem) is not { } changed)
                    return (null, problem);
                campaign = changed;
            }

            return (campaign, null);
        });
        if (refusal is not null)
            return BadRequest(refusal);
        return Answer.Json(200, new JsonObject
        {
            ["bids"] = Array(changes, change => new JsonObject
            {
                ["advert_id"] = change.Id,
                ["nm_bids"] = Array(change.Bids, b => new JsonObject { ["nm_id"] = b.NmId, ["bid_kopecks"] = b.Bid, ["placement"] = b.Place }),
            }),
            ["currency"] = Currency,
        });
    }

    private static EmulatedCampaign? SetBid(EmulatedCampaign campaign, long nmId, long bid, string place, out string? problem)
    {
        bool inSearch = place is "search" or "combined", inRecommendations = place is "recommendations" or "combined";
        long minimum = MinimumBid(campaign.PaysPerClick, campaign.IsUnified, inSearch);
        problem = null;
        if (campaign.Products.All(p => p.NmId != nmId))
            problem = $"nomenclature {nmId} does not belong to advert {campaign.Id}";
        else if (campaign.IsUnified != (place == "combined"))
            problem = $"wrong placement {place} for advert {campaign.Id} with bid type {(campaign.IsUnified ? "unified" : "manual")}";
        else if ((inSearch && !campaign.InSearch) || (inRecommendations && !campaign.InRecommendations))
            problem = $"placement {place} is disabled for advert {campaign.Id}";
        else if (bid < minimum)
            problem = string.Create(CultureInfo.InvariantCulture, $"wrong bid value: {bid}; min: {minimum}");
        return problem is not null ? null : campaign with
        {
            Products =
            [
                .. campaign.Products.Select(p => p.NmId != nmId ? p : p with
                {
                    SearchBidKopecks = inSearch ? bid : p.SearchBidKopecks,
                    RecommendationsBidKopecks = inRecommendations ? bid : p.RecommendationsBidKopecks,
                }),
            ],
        };
    }

    private static Answer ChangeProducts(EmulatedAdverts adverts, HandlerRequest request)
    {
        var changes = new List<(long Id, IReadOnlyList<long> Add, IReadOnlyList<long> Delete)>();
        if (Rows(request.ReadJsonObject()?["nms"], MaxChanges) is not { } rows)
            return BadRequest("can not deserialize response body");
        foreach (JsonObject row in rows)
        {
            if (Whole(row["advert_id"]) is not { } id
                || row["nms"] is not JsonObject nms
                || Numbers(nms["add"]) is not { } add
                || Numbers(nms["delete"]) is not { } delete)
            {
                return BadRequest("can not deserialize response body");
            }

            changes.Add((id, [.. add.Distinct()], [.. delete.Distinct()]));
        }

        if (changes.DistinctBy(c => c.Id).Count() != changes.Count)
            return BadRequest("duplicate advert_id");
        var results = new JsonArray();
        string? refusal = adverts.Change(changes.Select(c => c.Id), campaign =>
        {
            (long id, IReadOnlyList<long> add, IReadOnlyList<long> delete) = changes.Find(c => c.Id == campaign.Id);
            if (add.Intersect(delete).ToArray() is [var both, ..])
                return (null, $"nomenclature {both} cannot be both added and deleted for advert {id}");
            if (add.Where(nmId => !adverts.IsAvailable(nmId)).ToArray() is [var unknown, ..])
                return (null, $"nomenclature {unknown} is not available for advert {id}");
            long[] before = [.. campaign.Products.Select(p => p.NmId)];
            long[] added = [.. add.Except(before)], deleted = [.. delete.Intersect(before)];
            if (before.Length + added.Length - deleted.Length > MaxProducts)
                return (null, $"advert {id} cannot have more than {MaxProducts} nomenclatures");
            results.Add((JsonNode)new JsonObject
            {
                ["advert_id"] = id,
                ["nms"] = new JsonObject { ["added"] = Array(added), ["deleted"] = Array(deleted) },
            });
            return (campaign with
            {
                Products =
                [
                    .. campaign.Products.Where(p => !deleted.Contains(p.NmId)),
                    .. added.Select(nmId => WithBids(campaign, new EmulatedCampaignProduct { NmId = nmId })),
                ],
            }, null);
        });
        return refusal is null ? Answer.Json(200, new JsonObject { ["nms"] = results }) : BadRequest(refusal);
    }

    private static Answer Recommend(EmulatedAdverts adverts, HandlerRequest request)
    {
        if (Number(request.Query("advertId")) is not { } id
            || Number(request.Query("nmId")) is not { } nmId
            || adverts.Find(id) is not { } campaign
            || campaign.Products.All(p => p.NmId != nmId))
        {
            return Text(400, "Для получения информации передайте или список кампаний, или набор фильтров");
        }

        if (campaign.PaysPerClick)
            return Text(400, "Некорректное значение параметра type");

        // Better places cost more; there is no market here that could say how much.
        long minimum = MinimumBid(false, campaign.IsUnified, campaign.InSearch);
        static JsonObject Bid(long kopecks) => new() { ["bidKopecks"] = kopecks };
        return Answer.Json(200, new JsonObject
        {
            ["advertId"] = id,
            ["base"] = new JsonObject { ["competitiveBid"] = Bid(minimum * 2), ["leadersBid"] = Bid(minimum * 3), ["top2"] = Bid(0) },
            ["nmId"] = nmId,
            ["normQueries"] = Array(adverts.FindProduct(nmId)!.SearchClusters, cluster => new JsonObject
            {
                ["normQuery"] = cluster,
                ["reachMax"] = new JsonObject { ["bidKopecks"] = minimum * 4, ["bidKopecksMin"] = minimum * 3 },
                ["reachMedium"] = new JsonObject { ["bidKopecks"] = minimum * 3, ["bidKopecksMin"] = minimum * 2 },
                ["reachMin"] = new JsonObject { ["bidKopecks"] = minimum * 2, ["bidKopecksMin"] = minimum },
            }),
        });
    }

    private static Answer GetConfig() => Answer.Json(200, new JsonObject
    {
        ["cpcStep"] = CpcStepKopecks,
        ["cpmStep"] = CpmStepKopecks,
        ["currency"] = Currency,
        ["currencyCode"] = 643,
        ["minTopUp"] = MinimumDeposit * 100,
    });

    private static bool? PerClick(string? text) => text switch
    {
        "cpm" => false,
        "cpc" => true,
        _ => null,
    };

    // No rows at all are null at WB, not an empty list.
    private static Answer Null() => new() { Status = 200, ContentType = "application/json", Body = "null"u8.ToArray() };
}
