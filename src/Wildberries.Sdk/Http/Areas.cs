// The name by which the SDK calls its list.
global using Areas = Refit.Implementation.GeneratedWildberries_Sdk;

using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Advert.Retired;
using Wildberries.Sdk.AdvertMedia;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.Users;

namespace Refit.Implementation;

/// <summary>
/// The areas of the SDK: the one list. It is a part of the class that Refit generates, for only there its stubs can be named; Refit's own
/// registration of them is compiled out (the project file says how), since it would carry all areas into every program.
/// </summary>
internal static partial class GeneratedWildberries_Sdk
{
    /// <summary>All areas that every client has, for tools and tests. A client goes to its area directly.</summary>
    public static IReadOnlyList<ApiRegistration> All =>
    [
        Advert.Api,
        AdvertMedia.Api,
        BuyerChat.Api,
        Common.Api,
        DiscountsPrices.Api,
        Finance.Api,
        PromoCalendar.Api,
        Users.Api,
    ];

    internal sealed class Advert : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IAdvertApi>(
            static () => AdvertJsonContext.Default, static (client, settings) => new WildberriesSdkAdvertIAdvertApi(client, settings));
    }

    internal sealed class AdvertMedia : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IAdvertMediaApi>(
            static () => AdvertMediaJsonContext.Default, static (client, settings) => new WildberriesSdkAdvertMediaIAdvertMediaApi(client, settings));
    }

    internal sealed class BuyerChat : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IBuyerChatApi>(
            static () => BuyerChatJsonContext.Default, static (client, settings) => new WildberriesSdkBuyerChatIBuyerChatApi(client, settings));
    }

    internal sealed class Common : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<ICommonApi>(
            static () => CommonJsonContext.Default, static (client, settings) => new WildberriesSdkCommonICommonApi(client, settings));
    }

    internal sealed class DiscountsPrices : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IDiscountsPricesApi>(
            static () => DiscountsPricesJsonContext.Default, static (client, settings) => new WildberriesSdkDiscountsPricesIDiscountsPricesApi(client, settings));
    }

    internal sealed class Finance : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IFinanceApi>(
            static () => FinanceJsonContext.Default, static (client, settings) => new WildberriesSdkFinanceIFinanceApi(client, settings));
    }

    internal sealed class PromoCalendar : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IPromoCalendarApi>(
            static () => PromoCalendarJsonContext.Default, static (client, settings) => new WildberriesSdkPromoCalendarIPromoCalendarApi(client, settings));
    }

    internal sealed class RetiredAdvert : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IRetiredAdvertApi>(
            static () => RetiredAdvertJsonContext.Default, static (client, settings) => new WildberriesSdkAdvertRetiredIRetiredAdvertApi(client, settings));
    }

    internal sealed class Users : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IUsersApi>(
            static () => UsersJsonContext.Default, static (client, settings) => new WildberriesSdkUsersIUsersApi(client, settings));
    }
}
