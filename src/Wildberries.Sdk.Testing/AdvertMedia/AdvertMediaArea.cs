using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.AdvertMedia;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.AdvertAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of advert-media-api.</summary>
internal sealed class AdvertMediaArea(EmulatedMediaCampaigns media, TimeProvider time) : EmulatedArea(typeof(IAdvertMediaApi), AdvertMediaJsonContext.Default)
{
    private const int MaxStatistics = 100;

    // Of a hundred views one is a click, of ten clicks three put something into the cart, and one orders it.
    private const int ViewsPerClick = 100;
    private const int ClicksPerOrder = 10;
    private const int CartsPerOrder = 3;

    // Where buyers look: the site, Android, iOS, in percent.
    private static readonly (int App, int Share)[] Apps = [(1, 20), (32, 50), (64, 30)];

    public override IEnumerable<Handler> Handlers =>
    [
        Handler.For("GET advert-media-api/adv/v1/count", _ => Count()),
        Handler.For("GET advert-media-api/adv/v1/adverts", GetCampaigns),
        Handler.For("GET advert-media-api/adv/v1/advert", GetCampaign),
        Handler.For("POST advert-media-api/adv/v1/stats", request => GetStatistics(request, time.GetUtcNow())),
    ];

    public override void Seed(DateTimeOffset now) => AdvertMediaSeed.Fill(media, now);

    private Answer Count()
    {
        IReadOnlyList<EmulatedMediaCampaign> all = media.All;
        JsonObject[] groups =
        [
            .. all.GroupBy(c => (c.Type, c.Status)).OrderBy(g => g.Key)
                .Select(g => new JsonObject { ["type"] = g.Key.Type, ["status"] = g.Key.Status, ["count"] = g.Count() }),
        ];

        // WB documents an object; older pages a list, and an object cannot tell of two kinds.
        JsonNode? adverts = groups switch
        {
            [] => null,
            [var only] => only,
            _ => new JsonArray([.. groups]),
        };
        return Answer.Json(200, new JsonObject { ["all"] = all.Count, ["adverts"] = adverts });
    }

    private Answer GetCampaigns(HandlerRequest request)
    {
        IEnumerable<EmulatedMediaCampaign> found = media.All;
        if (request.Query("status") is { Length: > 0 } statuses)
            found = found.Where(c => Numbers(statuses)?.Contains(c.Status) == true);
        if (Number(request.Query("type")) is { } type)
            found = found.Where(c => c.Type == type);
        found = request.Query("order") == "create" ? found.OrderBy(c => c.CreatedAt).ThenBy(c => c.Id) : found;
        if (request.Query("direction") == "desc")
            found = found.Reverse();
        found = found.Skip((int)(Number(request.Query("offset")) ?? 0)).Take((int)(Number(request.Query("limit")) ?? int.MaxValue));

        EmulatedMediaCampaign[] page = [.. found];
        return page.Length == 0 ? Answer.Empty(204) : Answer.Json(200, Array(page, campaign =>
        {
            JsonObject row = Head(campaign);
            if (campaign.Status == 7)
                row["endTime"] = Time(campaign.EndsAt);
            return row;
        }));
    }

    private Answer GetCampaign(HandlerRequest request)
    {
        if (Number(request.Query("id")) is not { } id)
            return Text(400, "Некорректный ID РК");
        if (media.Find(id) is not { } campaign)
            return Answer.Empty(204);
        JsonObject row = Head(campaign);
        row["extended"] = new JsonObject
        {
            ["reason"] = campaign.Reason,
            ["expenses"] = campaign.Expenses,
            ["from"] = Time(campaign.StartsAt),
            ["to"] = Time(campaign.EndsAt),
            ["updated_at"] = Time(campaign.StartsAt),
            ["price"] = campaign.Type == 1 ? campaign.Price : 0,
            ["budget"] = campaign.Type == 2 ? campaign.Budget : 0,
            ["operation"] = 1,
            ["contract_id"] = 0,
        };
        row["items"] = Array(campaign.Banners, banner => new JsonObject
        {
            ["id"] = banner.Id,
            ["name"] = campaign.Brand,
            ["status"] = campaign.Status,
            ["place"] = banner.Place,
            ["budget"] = campaign.Budget,
            ["daily_limit"] = 0,
            ["category_name"] = banner.CategoryName,
            ["cpm"] = banner.Cpm,
            ["url"] = "https://www.wildberries.ru/promotions/" + banner.Id.ToString(CultureInfo.InvariantCulture),
            ["advert_type"] = 1,
            ["created_at"] = Time(campaign.CreatedAt!.Value),
            ["updated_at"] = Time(campaign.StartsAt),
            ["date_from"] = Time(campaign.StartsAt),
            ["date_to"] = Time(campaign.EndsAt),
            ["nms"] = Array(banner.NmIds),
            ["subject_name"] = banner.SubjectName,
            ["show_hours"] = new JsonArray(new JsonObject { ["From"] = 0, ["To"] = 23 }),
        });
        return Answer.Json(200, row);
    }

    private Answer GetStatistics(HandlerRequest request, DateTimeOffset now)
    {
        if (Parse(request) is not JsonArray { Count: >= 1 and <= MaxStatistics } body)
            return Error("Некорректное тело запроса");
        var found = new JsonArray();
        foreach (JsonNode? node in body)
        {
            if (node is not JsonObject row || Whole(row["id"]) is not { } id || Asked(row) is not { } asked)
                return Error("Некорректное тело запроса");
            found.Add((JsonNode)(media.Find(id) is { } campaign
                ? Write(campaign, asked, now)
                : new JsonObject { ["advert_id"] = id, ["error"] = "кампания не найдена" }));
        }

        return Answer.Json(200, found);
    }

    /// <summary>What is asked for: an interval, days, or neither; the answer begins with it.</summary>
    private static (Func<DateOnly, bool> Covers, string? Name, JsonNode? Echo)? Asked(JsonObject row)
    {
        if (row["interval"] is JsonObject interval)
        {
            return Day(Word(interval["begin"])) is { } begin && Day(Word(interval["end"])) is { } end && end >= begin
                ? (day => day >= begin && day <= end, "interval", interval.DeepClone())
                : null;
        }

        if (row["dates"] is not { } dates)
            return row["interval"] is null ? (_ => true, null, null) : null;
        DateOnly?[]? days = Words(dates)?.Select(Day).ToArray();
        return days is not null && !days.Contains(null) ? (day => days.Contains(day), "dates", dates.DeepClone()) : null;
    }

    private static JsonObject Write(
        EmulatedMediaCampaign campaign, (Func<DateOnly, bool> Covers, string? Name, JsonNode? Echo) asked, DateTimeOffset now)
    {
        var days = new List<DateOnly>();
        DateTimeOffset end = campaign.EndsAt < now ? campaign.EndsAt : now;
        for (DateOnly day = CampaignSpending.DayOf(campaign.StartsAt); CampaignSpending.Midnight(day) < end; day = day.AddDays(1))
        {
            if (asked.Covers(day))
                days.Add(day);
        }

        var answer = new JsonObject();
        if (asked.Name is not null)
            answer[asked.Name] = asked.Echo;
        answer["stats"] = Array(campaign.Banners, banner => WriteBanner(campaign, banner, days));
        return answer;
    }

    private static JsonObject WriteBanner(EmulatedMediaCampaign campaign, EmulatedBanner banner, List<DateOnly> days)
    {
        long views = 0, clicks = 0, carts = 0, orders = 0;
        var daily = new JsonArray();
        foreach (DateOnly day in days)
        {
            var apps = new JsonArray();
            foreach ((int app, int share) in Apps)
            {
                long seen = (long)banner.ViewsPerDay * share / 100, clicked = seen / ViewsPerClick;
                long ordered = clicked / ClicksPerOrder, put = clicked * CartsPerOrder / ClicksPerOrder;
                apps.Add((JsonNode)new JsonObject
                {
                    ["app_type"] = app,
                    ["stats"] = new JsonArray(new JsonObject
                    {
                        ["views"] = seen,
                        ["clicks"] = clicked,
                        ["atbs"] = put,
                        ["orders"] = ordered,
                        ["cr"] = Percent(ordered, clicked),
                        ["ctr"] = Percent(clicked, seen),
                    }),
                });
                views += seen;
                clicks += clicked;
                carts += put;
                orders += ordered;
            }

            daily.Add((JsonNode)new JsonObject { ["date"] = Day(day) + "T00:00:00+03:00", ["app_type_stats"] = apps });
        }

        decimal cost = campaign.Type == 1 ? campaign.Price : decimal.Round(views * banner.Cpm / 1000m, 2);
        return new JsonObject
        {
            ["item_id"] = banner.Id,
            ["item_name"] = campaign.Brand,
            ["category_name"] = banner.CategoryName,
            ["advert_type"] = campaign.Type,
            ["place"] = banner.Place,
            ["views"] = views,
            ["clicks"] = clicks,
            ["cr"] = Percent(orders, clicks),
            ["ctr"] = Percent(clicks, views),
            ["date_from"] = Time(campaign.StartsAt),
            ["date_to"] = Time(campaign.EndsAt),
            ["subject_name"] = banner.SubjectName,
            ["atbs"] = carts,
            ["orders"] = orders,
            ["price"] = cost,
            ["cpc"] = clicks == 0 ? 0 : decimal.Round(cost / clicks, 2),
            ["status"] = campaign.Status,
            ["daily_stats"] = daily,
            ["expenses"] = cost,
            ["cr1"] = Percent(carts, clicks),
            ["cr2"] = (long)Percent(orders, carts),
        };
    }

    private static JsonObject Head(EmulatedMediaCampaign campaign) => new()
    {
        ["advertId"] = campaign.Id,
        ["name"] = campaign.Name,
        ["brand"] = campaign.Brand,
        ["type"] = campaign.Type,
        ["status"] = campaign.Status,
        ["createTime"] = Time(campaign.CreatedAt!.Value),
    };

    private static decimal Percent(long part, long whole) => whole == 0 ? 0 : decimal.Round(part * 100m / whole, 2);
}
