using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.AdvertAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of advert-api on statistics. All figures follow from what campaigns have spent, and parts add up to their sums.</summary>
internal sealed class AdvertStatisticsHandlers(EmulatedAdverts adverts)
{
    private const int MaxIds = 50;
    private const int MaxDays = 31;

    // Where buyers look: the site, Android, iOS.
    private static readonly (int App, decimal Share)[] Apps = [(1, 0.2m), (32, 0.5m), (64, 0.3m)];

    public IEnumerable<Handler> All =>
    [
        Handler.For("GET advert-api/adv/v3/fullstats", GetStatistics),
        Handler.For("POST advert-api/adv/v0/normquery/stats", GetClusterStatistics),
        Handler.For("POST advert-api/adv/v1/normquery/stats", GetDailyClusterStatistics),
    ];

    private Answer GetStatistics(HandlerRequest request)
    {
        if (request.Query("ids") is not { Length: > 0 } text || Numbers(text) is not { Count: <= MaxIds } ids)
            return BadRequest("invalid ids");
        if (Day(request.Query("beginDate")) is not { } from)
            return BadRequest("invalid begin date");
        if (Day(request.Query("endDate")) is not { } to || to < from)
            return BadRequest("invalid end date");
        if (to.DayNumber - from.DayNumber >= MaxDays)
            return BadRequest("begin and end", "max date range 31 days", "Invalid payload", "bad request");

        var found = new JsonArray();
        foreach (EmulatedCampaign campaign in adverts.All.Where(c => ids.Contains(c.Id) && c.Status is 7 or 9 or 11))
        {
            IReadOnlyList<CampaignSpending.Part> parts = adverts.PartsOf(campaign.Id, from, to);
            if (parts.Count > 0)
                found.Add((JsonNode)Write(campaign, parts));
        }

        return Answer.Json(200, found);
    }

    private JsonObject Write(EmulatedCampaign campaign, IReadOnlyList<CampaignSpending.Part> parts)
    {
        var days = new JsonArray();
        Figures all = default;
        foreach (IGrouping<DateOnly, CampaignSpending.Part> day in parts.GroupBy(p => p.Day).OrderBy(g => g.Key))
        {
            var apps = new JsonArray();
            Figures ofDay = default;
            foreach ((int app, decimal share) in Apps)
            {
                var nms = new JsonArray();
                Figures ofApp = default;
                foreach (IGrouping<long, CampaignSpending.Part> product in day.GroupBy(p => p.Slice.NmId))
                {
                    EmulatedAdvertProduct about = adverts.FindProduct(product.Key)!;
                    var figures = Figures.Of(product, share, about.Price);
                    JsonObject row = figures.Write();
                    row["name"] = about.Title;
                    row["nmId"] = about.NmId;
                    nms.Add((JsonNode)row);
                    ofApp += figures;
                }

                JsonObject written = ofApp.Write();
                written["appType"] = app;
                written["nms"] = nms;
                apps.Add((JsonNode)written);
                ofDay += ofApp;
            }

            JsonObject total = ofDay.Write();
            total["apps"] = apps;
            total["date"] = Day(day.Key) + "T00:00:00Z";
            days.Add((JsonNode)total);
            all += ofDay;
        }

        JsonObject statistics = all.Write();
        statistics["advertId"] = campaign.Id;
        statistics["days"] = days;
        statistics["currency"] = Currency;
        if (campaign.IsUnified)
        {
            statistics["boosterStats"] = Array(
                parts.Select(p => (p.Day, p.Slice.NmId)).Distinct().Order(),
                p => new JsonObject { ["avg_position"] = (int)Position(p.NmId), ["date"] = Day(p.Day), ["nm"] = p.NmId });
        }

        return statistics;
    }

    private Answer GetClusterStatistics(HandlerRequest request)
    {
        JsonObject? body = request.ReadJsonObject();
        if (Period(body) is not { } period || AdvertClusterHandlers.Items(body, "advert_id", "nm_id") is not { } items)
            return BadRequest("can not deserialize request body");
        return Answer.Json(200, new JsonObject
        {
            ["stats"] = Array(items, item => new JsonObject
            {
                ["advert_id"] = item.Id,
                ["nm_id"] = item.NmId,
                ["stats"] = Array(Clusters(item, period).GroupBy(c => c.Cluster, StringComparer.Ordinal), cluster =>
                {
                    Figures figures = cluster.Aggregate(default(Figures), (sum, c) => sum + c.Figures);
                    JsonObject row = figures.WriteCluster(cluster.First().PaysPerClick, "norm_query", "avg_pos", cluster.Key, Position(item.NmId));
                    row["currency"] = Currency;
                    return row;
                }),
            }),
        });
    }

    private Answer GetDailyClusterStatistics(HandlerRequest request)
    {
        JsonObject? body = request.ReadJsonObject();
        if (Period(body) is not { } period || AdvertClusterHandlers.Items(body, "advertId", "nmId") is not { } items)
            return BadBody();
        return Answer.Json(200, new JsonObject
        {
            ["items"] = Array(items, item => new JsonObject
            {
                ["advertId"] = item.Id,
                ["dailyStats"] = Array(Clusters(item, period), cluster => new JsonObject
                {
                    ["date"] = Day(cluster.Day),
                    ["stat"] = cluster.Figures.WriteCluster(cluster.PaysPerClick, "normQuery", "avgPos", cluster.Cluster, Position(item.NmId)),
                }),
                ["nmId"] = item.NmId,
            }),
        });
    }

    private IEnumerable<(DateOnly Day, string Cluster, bool PaysPerClick, Figures Figures)> Clusters(
        (long Id, long NmId) item, (DateOnly From, DateOnly To) period) =>
        from part in adverts.PartsOf(item.Id, period.From, period.To)
        where part.Slice.NmId == item.NmId && part.Slice.Cluster is not null
        group part by (part.Day, part.Slice.Cluster) into cluster
        orderby cluster.Key.Day
        select (
            cluster.Key.Day,
            cluster.Key.Cluster,
            cluster.First().Slice.PaysPerClick,
            Figures.Of(cluster, 1, adverts.FindProduct(item.NmId)!.Price));

    private static (DateOnly From, DateOnly To)? Period(JsonObject? body) =>
        Day(Word(body?["from"])) is { } from && Day(Word(body?["to"])) is { } to && to >= from ? (from, to) : null;

    private static decimal Position(long nmId) => 2.5m + (nmId % 7);

    private readonly record struct Figures(long Views, long Clicks, long Carts, long Orders, decimal Sum, decimal OrderSum)
    {
        // Of twenty clicks three put the product into the cart, and one orders it.
        private const int ClicksPerOrder = 20;
        private const int CartsPerOrder = 3;

        public static Figures operator +(Figures a, Figures b) =>
            new(a.Views + b.Views, a.Clicks + b.Clicks, a.Carts + b.Carts, a.Orders + b.Orders, a.Sum + b.Sum, a.OrderSum + b.OrderSum);

        public static Figures Of(IEnumerable<CampaignSpending.Part> parts, decimal share, decimal price)
        {
            decimal views = 0, clicks = 0, sum = 0;
            foreach (CampaignSpending.Part part in parts)
            {
                views += part.Views * share;
                clicks += part.Clicks * share;
                sum += part.Amount * share;
            }

            long orders = (long)(clicks / ClicksPerOrder);
            return new Figures((long)views, (long)clicks, (long)(clicks * CartsPerOrder / ClicksPerOrder), orders, decimal.Round(sum, 2), orders * price);
        }

        public JsonObject Write() => new()
        {
            ["atbs"] = Carts,
            ["canceled"] = 0,
            ["clicks"] = Clicks,
            ["cpc"] = Ratio(Sum, Clicks),
            ["cr"] = Ratio(Orders * 100, Clicks),
            ["ctr"] = Ratio(Clicks * 100, Views),
            ["orders"] = Orders,
            ["shks"] = Orders,
            ["sum"] = Sum,
            ["sum_price"] = OrderSum,
            ["views"] = Views,
        };

        // Who pays for clicks is not told the views.
        public JsonObject WriteCluster(bool paysPerClick, string nameMember, string positionMember, string name, decimal position) => new()
        {
            ["atbs"] = Carts,
            [positionMember] = position,
            ["clicks"] = Clicks,
            ["cpc"] = Ratio(Sum, Clicks),
            ["cpm"] = paysPerClick ? null : Ratio(Sum * 1000, Views),
            ["ctr"] = paysPerClick ? null : Ratio(Clicks * 100, Views),
            [nameMember] = name,
            ["orders"] = Orders,
            ["shks"] = Orders,
            ["spend"] = Sum,
            ["views"] = paysPerClick ? null : Views,
        };

        private static decimal Ratio(decimal amount, long count) => count == 0 ? 0 : decimal.Round(amount / count, 2);
    }
}
