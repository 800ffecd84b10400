using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.AdvertAnswers;
using static Wildberries.Sdk.Testing.EmulatedAdverts;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of advert-api on search clusters: which there are, their bids, minus phrases.</summary>
internal sealed class AdvertClusterHandlers(EmulatedAdverts adverts)
{
    private const int MaxRows = 100;
    private const int MaxPhrases = 1000;

    // With fewer views a cluster is not listed.
    private const int LeastViews = 100;

    public IEnumerable<Handler> All =>
    [
        Handler.For("POST advert-api/adv/v0/normquery/list", GetClusters),
        Handler.For("POST advert-api/adv/v0/normquery/get-bids", GetBids),
        Handler.For("POST advert-api/api/advert/v1/normquery/bids", SetBidsOneByOne),
        Handler.For("POST advert-api/adv/v0/normquery/bids", SetBids),
        Handler.For("DELETE advert-api/adv/v0/normquery/bids", DeleteBids),
        Handler.For("POST advert-api/adv/v0/normquery/get-minus", GetMinusPhrases),
        Handler.For("POST advert-api/adv/v0/normquery/set-minus", SetMinusPhrases),
    ];

    /// <summary>The products of campaigns that a body asks for; <see langword="null"/> if it is none.</summary>
    public static IReadOnlyList<(long Id, long NmId)>? Items(JsonNode? body, string id, string nmId)
    {
        if (Rows((body as JsonObject)?["items"], MaxRows) is not { } rows)
            return null;
        var items = new List<(long, long)>();
        foreach (JsonObject row in rows)
        {
            if (Whole(row[id]) is not { } campaign || Whole(row[nmId]) is not { } product)
                return null;
            items.Add((campaign, product));
        }

        return items;
    }

    private Answer GetClusters(HandlerRequest request)
    {
        if (Items(Parse(request), "advertId", "nmId") is not { } items)
            return BadBody();
        return Answer.Json(200, new JsonObject
        {
            ["items"] = Array(items.Where(i => Find(i) is not null), item =>
            {
                HashSet<string> seen = [.. adverts.PartsOf(item.Id, DateOnly.MinValue, DateOnly.MaxValue)
                    .Where(p => p.Slice.NmId == item.NmId && p.Slice.Cluster is not null)
                    .GroupBy(p => p.Slice.Cluster!, StringComparer.Ordinal)
                    .Where(g => g.Sum(p => p.Views) >= LeastViews)
                    .Select(g => g.Key)];
                EmulatedCampaignProduct product = Find(item)!;
                return new JsonObject
                {
                    ["advertId"] = item.Id,
                    ["nmId"] = item.NmId,
                    ["normQueries"] = new JsonObject
                    {
                        ["active"] = List(seen.Except(product.MinusPhrases, StringComparer.Ordinal)),
                        ["excluded"] = List(seen.Intersect(product.MinusPhrases, StringComparer.Ordinal)),
                        ["archived"] = null,
                    },
                };
            }),
        });

        static JsonArray? List(IEnumerable<string> clusters) => clusters.Any() ? Array(clusters.Order(StringComparer.Ordinal)) : null;
    }

    private Answer GetBids(HandlerRequest request)
    {
        if (Items(Parse(request), "advert_id", "nm_id") is not { } items)
            return BadRequest("can not deserialize request body");
        var bids = new JsonArray();
        foreach ((long id, long nmId) in items)
        {
            foreach ((string cluster, long kopecks) in Find((id, nmId))?.ClusterBidsKopecks ?? new Dictionary<string, long>())
            {
                bids.Add((JsonNode)new JsonObject
                {
                    ["advert_id"] = id,
                    ["bid"] = kopecks / 100,
                    ["bid_kopecks"] = kopecks,
                    ["currency"] = Currency,
                    ["nm_id"] = nmId,
                    ["norm_query"] = cluster,
                });
            }
        }

        return Answer.Json(200, new JsonObject { ["bids"] = bids });
    }

    private Answer SetBidsOneByOne(HandlerRequest request)
    {
        if (ReadBids(request, "advertId", "nmId", "normQuery", "bidMinorUnits") is not { } bids)
            return BadRequest("can not deserialize request body");
        JsonArray success = [], failed = [];
        foreach (ClusterBid bid in bids)
        {
            string? refusal = bid.Kopecks!.Value % CpmStepKopecks != 0
                ? $"bid must be a multiple of {CpmStepKopecks}"
                : adverts.Change([bid.Id], campaign => SetBid(campaign, bid));
            var row = new JsonObject { ["advertId"] = bid.Id, ["nmId"] = bid.NmId, ["normQuery"] = bid.Cluster };
            if (refusal is null)
                row["currency"] = Currency;
            else
                row["reason"] = refusal;
            (refusal is null ? success : failed).Add((JsonNode)row);
        }

        return Answer.Json(200, new JsonObject { ["success"] = success, ["failed"] = failed });
    }

    private Answer SetBids(HandlerRequest request)
    {
        if (ReadBids(request, "advert_id", "nm_id", "norm_query", "bid") is not { } bids)
            return BadRequest("can not deserialize request body");

        // Roubles here.
        return ChangeAll([.. bids.Select(b => b with { Kopecks = b.Kopecks * 100 })], SetBid);
    }

    private Answer DeleteBids(HandlerRequest request) =>
        ReadBids(request, "advert_id", "nm_id", "norm_query", null) is { } bids
            ? ChangeAll(bids, SetBid)
            : BadRequest("can not deserialize request body");

    private Answer ChangeAll(IReadOnlyList<ClusterBid> bids, Func<EmulatedCampaign, ClusterBid, (EmulatedCampaign?, string?)> change)
    {
        string? refusal = adverts.Change(bids.Select(b => b.Id).Distinct(), campaign =>
        {
            foreach (ClusterBid bid in bids.Where(b => b.Id == campaign.Id))
            {
                (EmulatedCampaign? changed, string? problem) = change(campaign, bid);
                if (changed is null)
                    return (null, problem);
                campaign = changed;
            }

            return (campaign, null);
        });
        return refusal is null ? Answer.Empty(200) : BadRequest(refusal);
    }

    private static (EmulatedCampaign? Changed, string? Refusal) SetBid(EmulatedCampaign campaign, ClusterBid bid)
    {
        long minimum = MinimumBid(false, isUnified: false, inSearch: true);
        if (campaign.PaysPerClick || campaign.IsUnified)
            return (null, $"advert {campaign.Id} has no bids of search clusters: only manual cpm campaigns have");
        if (campaign.Products.All(p => p.NmId != bid.NmId))
            return (null, $"nomenclature {bid.NmId} does not belong to advert {campaign.Id}");
        if (bid.Kopecks < minimum)
            return (null, $"wrong bid value: {bid.Kopecks}; min: {minimum}");
        return (With(campaign, bid.NmId, product =>
        {
            var bids = new Dictionary<string, long>(product.ClusterBidsKopecks, StringComparer.Ordinal);
            if (bid.Kopecks is { } kopecks)
                bids[bid.Cluster] = kopecks;
            else
                bids.Remove(bid.Cluster);
            return product with { ClusterBidsKopecks = bids };
        }), null);
    }

    private Answer GetMinusPhrases(HandlerRequest request)
    {
        if (Items(Parse(request), "advert_id", "nm_id") is not { } items)
            return BadRequest("can not deserialize request body");
        return Answer.Json(200, new JsonObject
        {
            ["items"] = Array(items.Where(i => Find(i) is not null), item => new JsonObject
            {
                ["advert_id"] = item.Id,
                ["nm_id"] = item.NmId,
                ["norm_queries"] = Array(Find(item)!.MinusPhrases),
            }),
        });
    }

    private Answer SetMinusPhrases(HandlerRequest request)
    {
        JsonObject? body = request.ReadJsonObject();
        if (Whole(body?["advert_id"]) is not { } id
            || Whole(body!["nm_id"]) is not { } nmId
            || Words(body["norm_queries"]) is not { Count: <= MaxPhrases } phrases)
        {
            return BadRequest("can not deserialize request body");
        }

        string? refusal = adverts.Change([id], campaign => campaign.Products.Any(p => p.NmId == nmId)
            ? (With(campaign, nmId, product => product with { MinusPhrases = [.. phrases.Distinct(StringComparer.Ordinal)] }), null)
            : (null, $"nomenclature {nmId} does not belong to advert {id}"));
        return refusal is null ? Answer.Empty(200) : BadRequest(refusal);
    }

    private static List<ClusterBid>? ReadBids(HandlerRequest request, string id, string nmId, string cluster, string? bid)
    {
        if (Rows(request.ReadJsonObject()?["bids"], MaxRows) is not { } rows)
            return null;
        var bids = new List<ClusterBid>();
        foreach (JsonObject row in rows)
        {
            if (Whole(row[id]) is not { } campaign
                || Whole(row[nmId]) is not { } product
                || Word(row[cluster]) is not { Length: > 0 } name
                || (bid is not null && Whole(row[bid]) is not > 0))
            {
                return null;
            }

            bids.Add(new ClusterBid(campaign, product, name, bid is null ? null : Whole(row[bid])));
        }

        return bids;
    }

    private EmulatedCampaignProduct? Find((long Id, long NmId) item) =>
        adverts.Find(item.Id)?.Products.FirstOrDefault(p => p.NmId == item.NmId);

    private static EmulatedCampaign With(EmulatedCampaign campaign, long nmId, Func<EmulatedCampaignProduct, EmulatedCampaignProduct> change) =>
        campaign with { Products = [.. campaign.Products.Select(p => p.NmId == nmId ? change(p) : p)] };

    /// <summary>A bid of a cluster; without one it is to be deleted.</summary>
    private sealed record ClusterBid(long Id, long NmId, string Cluster, long? Kopecks);
}
