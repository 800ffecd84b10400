using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Operations.Hosts;

/// <summary>WB's promotions: <c>dp-calendar-api</c>.</summary>
[WildberriesApi("https://dp-calendar-api.wildberries.ru")]
[SharedRateLimit(PromoCalendar, 10, 6, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
[SharedRateLimit(PromoCalendar, 1, 3600, 1, Tokens = TokenKinds.Base)]
public static class PromoCalendarHost
{
    /// <summary>All methods of the category "Promotions calendar".</summary>
    public const string PromoCalendar = "promo-calendar";
}
