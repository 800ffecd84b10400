using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Testing.Tests;

/// <summary>WB's rows for the operations that these tests call, written out: they do not depend on what the SDK declares.</summary>
internal static class Rows
{
    public const string Chats = "buyer-chat-api/api/v1/seller/chats";
    public const string Events = "buyer-chat-api/api/v1/seller/events";
    public const string Message = "buyer-chat-api/api/v1/seller/message";
    public const string News = "common-api/api/communications/v2/news";
    public const string Seller = "common-api/api/v1/seller-info";
    public const string Promotions = "dp-calendar-api/api/v1/calendar/promotions";
    public const string Invite = "user-management-api/api/v1/invite";
    public const string Users = "user-management-api/api/v1/users";
    public const string Access = "user-management-api/api/v1/users/access";
    public const string User = "user-management-api/api/v1/user";

    public static IEnumerable<WildberriesOperation> All =>
    [
        Row(HttpMethod.Get, "https://buyer-chat-api.wildberries.ru", "/ping"),
        Row(HttpMethod.Get, "https://common-api.wildberries.ru", "/ping"),
        Chat(HttpMethod.Get, "/api/v1/seller/chats"),
        Chat(HttpMethod.Get, "/api/v1/seller/events"),
        Chat(HttpMethod.Post, "/api/v1/seller/message") with { Access = OperationAccess.Write },
        Chat(HttpMethod.Get, "/api/v1/seller/download/{id}"),
        Common("/api/communications/v2/news"),
        Common("/api/v1/seller-info"),
        Common("/api/common/v1/subscriptions") with { TokenKinds = TokenKinds.Service },
        Common("/api/common/v1/tariff-constructor/options") with { TokenKinds = TokenKinds.Service },
        Common("/api/v1/tariffs/commission"),
        Common("/api/tariffs/v1/acceptance/coefficients"),
        Common("/api/v1/tariffs/box"),
        Common("/api/v1/tariffs/pallet"),
        Common("/api/v1/tariffs/return"),
        .. Promotion,
        Calendar(HttpMethod.Get, ""),
        Calendar(HttpMethod.Get, "/details"),
        Calendar(HttpMethod.Get, "/nomenclatures"),
        Calendar(HttpMethod.Post, "/upload") with { Access = OperationAccess.Write },
        Staff(HttpMethod.Post, "/api/v1/invite", 5) with { Access = OperationAccess.Write },
        Staff(HttpMethod.Get, "/api/v1/users", 5),
        Staff(HttpMethod.Put, "/api/v1/users/access", 5) with { Access = OperationAccess.Write },
        Staff(HttpMethod.Delete, "/api/v1/user", 10) with { Access = OperationAccess.Write },
    ];

    public static WildberriesOperation Chat(HttpMethod verb, string path) =>
        Row(verb, "https://buyer-chat-api.wildberries.ru", path) with
        {
            Category = TokenCategory.BuyersChat,
            RateLimits =
            [
                new RateLimit(10, TimeSpan.FromSeconds(10), 10, TokenKinds.Personal),
                new RateLimit(10, TimeSpan.FromSeconds(10), 10, TokenKinds.Service),
                new RateLimit(10, TimeSpan.FromSeconds(10), 10, TokenKinds.BaseWithSecret),
                new RateLimit(1, TimeSpan.FromHours(1), 1, TokenKinds.Base),
            ],
        };

    private static IEnumerable<WildberriesOperation> Promotion =>
    [
        Campaigns("GET", "/adv/v1/promotion/count", 5, 1, 5, 4),
        Campaigns("GET", "/api/advert/v2/adverts", 5, 1, 5, 1),
        Campaigns("POST", "/api/advert/v1/bids/min", 20, 60, 5, 5),
        Campaigns("POST", "/adv/v2/seacat/save-ad", 5, 60, 5, 5) with { Access = OperationAccess.Write },
        Campaigns("GET", "/adv/v1/supplier/subjects", 1, 12, 5, 2),
        Campaigns("POST", "/adv/v2/supplier/nms", 5, 60, 5, 2),
        Campaigns("GET", "/adv/v0/delete", 5, 1, 5, 5) with { Access = OperationAccess.Write },
        Campaigns("POST", "/adv/v0/rename", 5, 1, 5, 2) with { Access = OperationAccess.Write },
        Campaigns("GET", "/adv/v0/start", 5, 1, 5, 5) with { Access = OperationAccess.Write },
        Campaigns("GET", "/adv/v0/pause", 5, 1, 5, 5) with { Access = OperationAccess.Write },
        Campaigns("GET", "/adv/v0/stop", 5, 1, 5, 5) with { Access = OperationAccess.Write },
        Campaigns("PUT", "/adv/v0/auction/placements", 1, 1, 1, 2) with { Access = OperationAccess.Write },
        Campaigns("PATCH", "/api/advert/v1/bids", 5, 1, 5, 2) with { Access = OperationAccess.Write },
        Campaigns("PATCH", "/adv/v0/auction/nms", 1, 1, 1, 2) with { Access = OperationAccess.Write },
        Campaigns("GET", "/api/advert/v0/bids/recommendations", 5, 60, 5, 20),
        Campaigns("GET", "/api/advert/v1/config", 1, 60, 10, null),
        Campaigns("GET", "/api/advert/v0/daily-limits", 5, 60, 5, null),
        Campaigns("PUT", "/api/advert/v0/daily-limits", 5, 60, 5, null) with { Access = OperationAccess.Write },
        Campaigns("GET", "/adv/v1/balance", 1, 1, 5, 2),
        Campaigns("POST", "/adv/v1/budget/deposit", 1, 1, 5, 5) with { Access = OperationAccess.Write },
        Campaigns("POST", "/api/advert/v2/budget", 20, 60, 4, 4),
        Campaigns("GET", "/adv/v1/upd", 1, 1, 5, 1),
        Campaigns("GET", "/adv/v1/payments", 1, 1, 5, 1),
        Campaigns("POST", "/adv/v0/normquery/list", 5, 1, 10, 5),
        Campaigns("POST", "/adv/v0/normquery/get-bids", 5, 1, 10, 5),
        Campaigns("POST", "/api/advert/v1/normquery/bids", 2, 1, 4, null) with { Access = OperationAccess.Write },
        Campaigns("POST", "/adv/v0/normquery/bids", 2, 1, 4, 5) with { Access = OperationAccess.Write },
        Campaigns("DELETE", "/adv/v0/normquery/bids", 5, 1, 10, 5) with { Access = OperationAccess.Write },
        Campaigns("POST", "/adv/v0/normquery/get-minus", 5, 1, 10, 5),
        Campaigns("POST", "/adv/v0/normquery/set-minus", 5, 1, 10, 5) with { Access = OperationAccess.Write },
        Campaigns("GET", "/adv/v3/fullstats", 3, 60, 1, 1),
        Campaigns("POST", "/adv/v0/normquery/stats", 10, 60, 20, 5),
        Campaigns("POST", "/adv/v1/normquery/stats", 10, 60, 20, 2),
        Media("GET", "/adv/v1/count", 1),
        Media("GET", "/adv/v1/adverts", 1),
        Media("GET", "/adv/v1/advert", 5),
        Media("POST", "/adv/v1/stats", 1),
    ];

    /// <summary>An operation of the advertising host, which has a sandbox.</summary>
    public static WildberriesOperation Advert(string path) => Row(HttpMethod.Get, "https://advert-api.wildberries.ru", path) with
    {
        SandboxHost = new Uri("https://advert-api-sandbox.wildberries.ru"),
        Category = TokenCategory.Promotion,
        RateLimits = [new RateLimit(5, TimeSpan.FromSeconds(1), 5)],
    };

    public static WildberriesOperation Row(HttpMethod verb, string host, string path) => new()
    {
        ApiType = typeof(Rows),
        MethodName = verb + path,
        Name = verb + path,
        HttpMethod = verb,
        Path = path,
        Host = new Uri(host),
        Access = OperationAccess.Read,
        RateLimits = path == "/ping" ? [new RateLimit(3, TimeSpan.FromSeconds(30), 99)] : [],
    };

    // Base tokens have a number an hour; without one they may not call at all.
    private static WildberriesOperation Campaigns(string verb, string path, int requests, double seconds, int burst, int? perHour) =>
        Row(HttpMethod.Parse(verb), "https://advert-api.wildberries.ru", path) with
        {
            Category = TokenCategory.Promotion,
            TokenKinds = perHour is null ? TokenKinds.Personal | TokenKinds.Service : TokenKinds.Any,
            RateLimits =
            [
                new RateLimit(requests, TimeSpan.FromSeconds(seconds), burst, TokenKinds.Personal),
                new RateLimit(requests, TimeSpan.FromSeconds(seconds), burst, TokenKinds.Service),
                new RateLimit(requests, TimeSpan.FromSeconds(seconds), burst, TokenKinds.BaseWithSecret),
                new RateLimit(perHour ?? 1, TimeSpan.FromHours(1), 1, TokenKinds.Base),
            ],
        };

    private static WildberriesOperation Media(string verb, string path, int perHour) =>
        Campaigns(verb, path, 10, 1, 10, perHour) with { Host = new Uri("https://advert-media-api.wildberries.ru") };

    private static WildberriesOperation Calendar(HttpMethod verb, string path) =>
        Row(verb, "https://dp-calendar-api.wildberries.ru", "/api/v1/calendar/promotions" + path) with
        {
            Category = TokenCategory.Prices,
            LimitGroup = "calendar",
            RateLimits = [new RateLimit(10, TimeSpan.FromSeconds(6), 5)],
        };

    private static WildberriesOperation Staff(HttpMethod verb, string path, int burst) =>
        Row(verb, "https://user-management-api.wildberries.ru", path) with
        {
            Category = TokenCategory.Users,
            TokenKinds = TokenKinds.Personal,
            RateLimits = [new RateLimit(1, TimeSpan.FromSeconds(1), burst)],
        };

    private static WildberriesOperation Common(string path) =>
        Row(HttpMethod.Get, "https://common-api.wildberries.ru", path) with { RateLimits = [new RateLimit(1, TimeSpan.FromMinutes(1), 10)] };
}
