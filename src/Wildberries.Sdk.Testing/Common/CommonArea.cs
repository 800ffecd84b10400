using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>News and seller of common-api, and the connection check that every host has. Tariffs are answered by default.</summary>
internal sealed class CommonArea(EmulatedNews news, EmulatedSeller seller, TimeProvider time) : EmulatedArea(typeof(ICommonApi), CommonJsonContext.Default)
{
    private const int MaxNews = 100;

    public override IEnumerable<Handler> Handlers =>
    [
        Handler.For("GET /ping", _ => Answer.Json(200, new JsonObject { ["TS"] = WireTime.Moscow(time.GetUtcNow()), ["Status"] = "OK" })),
        Handler.For("GET common-api/api/communications/v2/news", GetNews),
        Handler.For("GET common-api/api/v1/seller-info", request => GetSeller(request.Token)),
        Handler.For("GET common-api/api/common/v1/subscriptions", _ => GetJam(seller.Jam)),
    ];

    public override void Seed(DateTimeOffset now) => CommonSeed.Fill(news, now);

    private Answer GetNews(HandlerRequest request)
    {
        string? from = request.Query("from"), fromId = request.Query("fromID");
        if (string.IsNullOrEmpty(from) && string.IsNullOrEmpty(fromId))
            return Problem.Service("communications", "parameter \"from\" or \"fromID\" is required");

        IEnumerable<EmulatedNewsItem> items = news.All;
        if (!string.IsNullOrEmpty(from))
        {
            if (!DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
                return Problem.Service("communications", "Invalid \"from\" param");
            items = items.Where(i => DateOnly.FromDateTime(i.Date.ToOffset(WireTime.MoscowOffset).DateTime) >= day);
        }

        if (!string.IsNullOrEmpty(fromId))
        {
            if (!long.TryParse(fromId, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
                return Problem.Service("communications", "Invalid \"fromID\" param");
            items = items.Where(i => i.Id >= id);
        }

        var data = new JsonArray();
        foreach (EmulatedNewsItem item in items.Take(MaxNews))
        {
            var types = new JsonArray();
            foreach ((int id, string name) in item.Tags)
                types.Add((JsonNode)new JsonObject { ["id"] = id, ["name"] = name });
            data.Add((JsonNode)new JsonObject
            {
                ["content"] = item.Content,
                ["date"] = WireTime.Moscow(item.Date),
                ["header"] = item.Header,
                ["id"] = item.Id,
                ["types"] = types,
            });
        }

        return Answer.Json(200, new JsonObject { ["data"] = data });
    }

    private Answer GetSeller(GatewayToken token) => Answer.Json(200, new JsonObject
    {
        ["name"] = seller.Name,
        ["sid"] = token.SellerId,
        ["tin"] = seller.Tin,
        ["tradeMark"] = seller.TradeMark,
    });

    private static Answer GetJam(EmulatedJamSubscription? jam) => jam is null
        ? Answer.Empty(200)
        : Answer.Json(200, new JsonObject
        {
            ["state"] = jam.State,
            ["activationSource"] = jam.ActivationSource,
            ["level"] = jam.Level,
            ["since"] = Microseconds(jam.Since),
            ["till"] = Microseconds(jam.Till),
        });

    private static string Microseconds(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
