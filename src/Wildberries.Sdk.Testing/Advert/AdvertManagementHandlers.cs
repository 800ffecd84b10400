using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.AdvertAnswers;
using static Wildberries.Sdk.Testing.EmulatedAdverts;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of advert-api that manage campaigns: their state, products, bids and daily limits.</summary>
internal sealed class AdvertManagementHandlers(EmulatedAdverts adverts)
{
    private const int MaxIds = 50;
    private const int MaxChanges = 20;
    private const string BadId = "Некорректный ID РК";

    public IEnumerable<Handler> All =>
    [
        Handler.For("GET advert-api/adv/v0/delete", Delete),
        Handler.For("POST advert-api/adv/v0/rename", Rename),
        Handler.For("GET advert-api/adv/v0/start", request => ChangeStatus(request, adverts.Start)),
        Handler.For("GET advert-api/adv/v0/pause", request => ChangeStatus(request, adverts.Pause)),
        Handler.For("GET advert-api/adv/v0/stop", request => ChangeStatus(request, adverts.Stop)),
        Handler.For("PUT advert-api/adv/v0/auction/placements", SetPlacements),
        Handler.For("PATCH advert-api/api/advert/v1/bids", SetBids),
        Handler.For("PATCH advert-api/adv/v0/auction/nms", ChangeProducts),
        Handler.For("GET advert-api/api/advert/v0/bids/recommendations", Recommend),
        Handler.For("GET advert-api/api/advert/v1/config", _ => GetConfig()),
        Handler.For("GET advert-api/api/advert/v0/daily-limits", GetDailyLimits),
        Handler.For("PUT advert-api/api/advert/v0/daily-limits", SetDailyLimits),
    ];

    private Answer Delete(HandlerRequest request)
    {
        StatusChange change = Number(request.Query("id")) is { } id ? adverts.Delete(id) : StatusChange.NotFound;
        return change switch
        {
            StatusChange.Done => Answer.Empty(200),
            StatusChange.NotFound => Error("Некорректный ID кампании"),
            _ => Error("Кампанию можно удалить только в статусе 4"),
        };
    }

    private Answer Rename(HandlerRequest request)
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

    private Answer SetPlacements(HandlerRequest request)
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

    private Answer SetBids(HandlerRequest request)
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

    private Answer ChangeProducts(HandlerRequest request)
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

    private Answer Recommend(HandlerRequest request)
    {
        if (Number(request.Query("advertId")) is not { } id
            || Number(request.Query("nmId")) is not { } nmId
            || adverts.Find(id) is not { } campaign
            || campaign.Products.All(p => p.NmId != nmId))
        {
            return Text(400, "Для получения информации передайте или список кампаний, или набор фильтров");
        }

        // Better places cost more; there is no market here that could say how much.
        long minimum = MinimumBid(campaign.PaysPerClick, campaign.IsUnified, campaign.InSearch);
        static JsonObject Bid(long kopecks) => new() { ["bidKopecks"] = kopecks };
        var answer = new JsonObject { ["advertId"] = id, ["nmId"] = nmId, ["paymentType"] = campaign.PaysPerClick ? "cpc" : "cpm" };
        if (campaign.PaysPerClick)
        {
            answer["levels"] = new JsonArray(new JsonObject
            {
                ["range1To2"] = Bid(minimum * 4),
                ["range3To10"] = Bid(minimum * 3),
                ["range11To34"] = Bid(minimum * 2),
            });
            return Answer.Json(200, answer);
        }

        answer["base"] = new JsonObject { ["competitiveBid"] = Bid(minimum * 2), ["leadersBid"] = Bid(minimum * 3), ["top2"] = Bid(0) };
        answer["normQueries"] = Array(adverts.FindProduct(nmId)!.SearchClusters, cluster => new JsonObject
        {
            ["normQuery"] = cluster,
            ["reachMax"] = new JsonObject { ["bidKopecks"] = minimum * 4, ["bidKopecksMin"] = minimum * 3 },
            ["reachMedium"] = new JsonObject { ["bidKopecks"] = minimum * 3, ["bidKopecksMin"] = minimum * 2 },
            ["reachMin"] = new JsonObject { ["bidKopecks"] = minimum * 2, ["bidKopecksMin"] = minimum },
        });
        return Answer.Json(200, answer);
    }

    private static Answer GetConfig() => Answer.Json(200, new JsonObject
    {
        ["cpcStep"] = CpcStepKopecks,
        ["cpmStep"] = CpmStepKopecks,
        ["currency"] = Currency,
        ["currencyCode"] = 643,
        ["minTopUp"] = MinimumDeposit * 100,
        ["minDailyLimit"] = MinimumDailyLimit,
    });

    private Answer GetDailyLimits(HandlerRequest request)
    {
        if (request.Query("advertIds") is not { Length: > 0 } text || Numbers(text) is not { Count: <= MaxIds } ids)
            return BadRequest("invalid advertIds");
        var today = CampaignSpending.DayOf(adverts.Now);
        return Answer.Json(200, new JsonObject
        {
            ["adverts"] = Array(adverts.All.Where(c => ids.Contains(c.Id)), campaign => new JsonObject
            {
                ["advertId"] = campaign.Id,
                ["enabled"] = campaign.HasDailyLimit,
                ["dailyLimit"] = campaign.DailyLimit,
                ["spentToday"] = (long)adverts.PartsOf(campaign.Id, today, today).Sum(p => p.Amount),
                ["currency"] = Currency,
                ["carryOverEnabled"] = campaign.DailyLimitCarriesOver,
                ["valid"] = campaign.DailyLimit >= MinimumDailyLimit,
                ["requiredLimit"] = MinimumDailyLimit,
            }),
        });
    }

    private Answer SetDailyLimits(HandlerRequest request)
    {
        JsonObject? body = request.ReadJsonObject();
        if (Numbers(body?["advertIds"]) is not { Count: >= 1 and <= MaxIds } ids
            || Flag(body!["enabled"]) is not { } enabled
            || (body["dailyLimit"] is { } sum ? Whole(sum) : -1) is not { } given
            || (body["carryOverEnabled"] is { } flag ? Flag(flag) : false) is not { } carriesOver)
        {
            return BadBody();
        }

        var tooLow = new HashSet<long>();
        string? refusal = adverts.Change(ids, campaign =>
        {
            long limit = given < 0 ? campaign.DailyLimit : given;
            if (enabled && limit < MinimumDailyLimit)
            {
                tooLow.Add(campaign.Id);
                return (campaign, null);
            }

            return (campaign with
            {
                HasDailyLimit = enabled,
                DailyLimit = limit,
                DailyLimitCarriesOver = body["carryOverEnabled"] is null ? campaign.DailyLimitCarriesOver : carriesOver,
            }, null);
        });
        return refusal is not null ? BadRequest(refusal) : Answer.Json(200, new JsonObject
        {
            ["adverts"] = Array(ids, id => new JsonObject
            {
                ["advertId"] = id,
                ["belowMinLimit"] = tooLow.Contains(id),
                ["requiredLimit"] = MinimumDailyLimit,
            }),
        });
    }
}
