using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing.Hosts;

/// <summary>The operations of common-api, and the connection check that every host has.</summary>
internal static class CommonHost
{
    private const int MaxNews = 100;

    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);

    public static IEnumerable<Handler> Handlers(WildberriesEmulator emulator, TimeProvider time) =>
    [
        Handler.For("GET /ping", _ => Ping(time.GetUtcNow())),
        Handler.For("GET common-api/api/communications/v2/news", request => GetNews(emulator.News, request)),
        Handler.For("GET common-api/api/v1/seller-info", request => GetSeller(emulator.Seller, request.Token)),
        Handler.For("GET common-api/api/common/v1/subscriptions", _ => GetJam(emulator.Seller.Jam)),
        Handler.For("GET common-api/api/common/v1/tariff-constructor/options", request => GetTariffOptions(request, time.GetUtcNow())),
        Handler.For("GET common-api/api/v1/tariffs/commission", Tariffs.GetCommission),
        Handler.For(
            "GET common-api/api/tariffs/v1/acceptance/coefficients", request => Tariffs.GetAcceptanceCoefficients(request, time.GetUtcNow())),
        Handler.For("GET common-api/api/v1/tariffs/box", Tariffs.GetBox),
        Handler.For("GET common-api/api/v1/tariffs/pallet", Tariffs.GetPallet),
        Handler.For("GET common-api/api/v1/tariffs/return", Tariffs.GetReturn),
    ];

    private static Answer Ping(DateTimeOffset now) => Answer.Json(200, new JsonObject { ["TS"] = MoscowTime(now), ["Status"] = "OK" });

    private static Answer GetNews(EmulatedNews news, HandlerRequest request)
    {
        string? from = request.Query("from"), fromId = request.Query("fromID");
        if (string.IsNullOrEmpty(from) && string.IsNullOrEmpty(fromId))
            return Problem.Service("communications", "parameter \"from\" or \"fromID\" is required");

        IEnumerable<EmulatedNewsItem> items = news.All;
        if (!string.IsNullOrEmpty(from))
        {
            if (!DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
                return Problem.Service("communications", "Invalid \"from\" param");
            items = items.Where(i => DateOnly.FromDateTime(i.Date.ToOffset(Moscow).DateTime) >= day);
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
                ["date"] = MoscowTime(item.Date),
                ["header"] = item.Header,
                ["id"] = item.Id,
                ["types"] = types,
            });
        }

        return Answer.Json(200, new JsonObject { ["data"] = data });
    }

    private static Answer GetSeller(EmulatedSeller seller, GatewayToken token) => Answer.Json(200, new JsonObject
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

    private static Answer GetTariffOptions(HandlerRequest request, DateTimeOffset now)
    {
        string locale = request.Query("locale") ?? "ru";
        if (locale is not ("ru" or "en"))
        {
            return Answer.Json(
                400,
                new JsonObject
                {
                    ["title"] = "Validation failed",
                    ["detail"] = $"Invalid locale value '{locale}'. Allowed values: ru, en",
                    ["status"] = 400,
                    ["origin"] = "options-service",
                    ["code"] = "INVALID_LOCALE",
                    ["requestId"] = Problem.NewRequestId(),
                    ["errors"] = new JsonArray(new JsonObject { ["field"] = "locale", ["message"] = "Must be one of: ru, en" }),
                },
                Problem.ContentType);
        }

        string Name(string russian, string english) => locale == "ru" ? russian : english;
        string Day(int days) => MoscowTime(new DateTimeOffset(now.ToOffset(Moscow).Date.AddDays(days), Moscow));

        return Answer.Json(200, new JsonObject
        {
            ["activeOptionCount"] = 2,
            ["activePackageCount"] = 1,
            ["totalCommissionRate"] = 1.9m,
            ["packages"] = new JsonArray(new JsonObject
            {
                ["id"] = "0b6f2c11-58c7-4a0c-9a55-3a0c1fb6a000",
                ["slug"] = "good-start",
                ["name"] = Name("Хороший старт", "Good start"),
                ["status"] = "active",
                ["periodDuration"] = 90,
                ["commissionRate"] = 0.7m,
                ["activatedAt"] = Day(-30),
                ["expiresAt"] = Day(60),
                ["options"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = "0b6f2c11-58c7-4a0c-9a55-3a0c1fb6a001",
                        ["slug"] = "review-pin",
                        ["name"] = Name("Закрепление отзыва", "Pinned review"),
                    },
                    new JsonObject
                    {
                        ["id"] = "0b6f2c11-58c7-4a0c-9a55-3a0c1fb6a002",
                        ["slug"] = "shop-window",
                        ["name"] = Name("Витрина бренда", "Brand window"),
                    }),
            }),
            ["options"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = "0b6f2c11-58c7-4a0c-9a55-3a0c1fb6a003",
                    ["slug"] = "daily-withdrawal",
                    ["name"] = Name("Вывод денег в любой день", "Withdrawal on any day"),
                    ["status"] = "active",
                    ["periodDuration"] = 90,
                    ["commissionRate"] = 0.9m,
                    ["activatedAt"] = Day(-30),
                    ["expiresAt"] = Day(60),
                },
                new JsonObject
                {
                    ["id"] = "0b6f2c11-58c7-4a0c-9a55-3a0c1fb6a004",
                    ["slug"] = "priority-support",
                    ["name"] = Name("Быстрая поддержка", "Fast support"),
                    ["status"] = "pendingDeactivation",
                    ["periodDuration"] = 30,
                    ["activatedAt"] = Day(-20),
                    ["expiresAt"] = Day(10),
                    ["promotion"] = new JsonObject { ["commissionRate"] = 0.3m, ["expiresAt"] = Day(10) },
                }),
        });
    }

    public static string MoscowTime(DateTimeOffset time) =>
        time.ToOffset(Moscow).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Microseconds(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
