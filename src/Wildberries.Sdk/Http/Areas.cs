// The name by which the SDK calls its list.
global using Areas = Refit.Implementation.GeneratedWildberries_Sdk;

using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Advert.Retired;
using Wildberries.Sdk.AdvertMedia;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.BuyerReturns;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.DbwOrders;
using Wildberries.Sdk.Directories;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Documents;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.FbwSupplies;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.PickupOrders;
using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.Statistics;
using Wildberries.Sdk.Users;
using Wildberries.Sdk.Warehouses;

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
        BuyerReturns.Api,
        Cards.Api,
        Common.Api,
        DbsOrders.Api,
        DbwOrders.Api,
        Directories.Api,
        DiscountsPrices.Api,
        Documents.Api,
        FbsOrders.Api,
        FbsSupplies.Api,
        FbwSupplies.Api,
        Feedbacks.Api,
        Finance.Api,
        PickupOrders.Api,
        PromoCalendar.Api,
        Questions.Api,
        Statistics.Api,
        Users.Api,
        Warehouses.Api,
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

    internal sealed class BuyerReturns : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IBuyerReturnsApi>(
            static () => BuyerReturnsJsonContext.Default, static (client, settings) => new WildberriesSdkBuyerReturnsIBuyerReturnsApi(client, settings))
        {
            NotesOrigin = true,
        };
    }

    internal sealed class Cards : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<ICardsApi>(
            static () => CardsJsonContext.Default, static (client, settings) => new WildberriesSdkCardsICardsApi(client, settings));
    }

    internal sealed class Common : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<ICommonApi>(
            static () => CommonJsonContext.Default, static (client, settings) => new WildberriesSdkCommonICommonApi(client, settings));
    }

    internal sealed class DbsOrders : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IDbsOrdersApi>(
            static () => DbsOrdersJsonContext.Default, static (client, settings) => new WildberriesSdkDbsOrdersIDbsOrdersApi(client, settings));
    }

    internal sealed class DbwOrders : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IDbwOrdersApi>(
            static () => DbwOrdersJsonContext.Default, static (client, settings) => new WildberriesSdkDbwOrdersIDbwOrdersApi(client, settings));
    }

    internal sealed class Directories : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IDirectoriesApi>(
            static () => DirectoriesJsonContext.Default, static (client, settings) => new WildberriesSdkDirectoriesIDirectoriesApi(client, settings));
    }

    internal sealed class DiscountsPrices : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IDiscountsPricesApi>(
            static () => DiscountsPricesJsonContext.Default, static (client, settings) => new WildberriesSdkDiscountsPricesIDiscountsPricesApi(client, settings));
    }

    internal sealed class Documents : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IDocumentsApi>(
            static () => DocumentsJsonContext.Default, static (client, settings) => new WildberriesSdkDocumentsIDocumentsApi(client, settings));
    }

    internal sealed class FbsOrders : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IFbsOrdersApi>(
            static () => FbsOrdersJsonContext.Default, static (client, settings) => new WildberriesSdkFbsOrdersIFbsOrdersApi(client, settings));
    }

    internal sealed class FbsSupplies : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IFbsSuppliesApi>(
            static () => FbsSuppliesJsonContext.Default, static (client, settings) => new WildberriesSdkFbsSuppliesIFbsSuppliesApi(client, settings));
    }

    internal sealed class FbwSupplies : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IFbwSuppliesApi>(
            static () => FbwSuppliesJsonContext.Default, static (client, settings) => new WildberriesSdkFbwSuppliesIFbwSuppliesApi(client, settings));
    }

    internal sealed class Feedbacks : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IFeedbacksApi>(
            static () => FeedbacksJsonContext.Default, static (client, settings) => new WildberriesSdkFeedbacksIFeedbacksApi(client, settings))
        {
            NotesOrigin = true,
        };
    }

    internal sealed class Finance : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IFinanceApi>(
            static () => FinanceJsonContext.Default, static (client, settings) => new WildberriesSdkFinanceIFinanceApi(client, settings));
    }

    internal sealed class PickupOrders : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IPickupOrdersApi>(
            static () => PickupOrdersJsonContext.Default, static (client, settings) => new WildberriesSdkPickupOrdersIPickupOrdersApi(client, settings));
    }

    internal sealed class PromoCalendar : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IPromoCalendarApi>(
            static () => PromoCalendarJsonContext.Default, static (client, settings) => new WildberriesSdkPromoCalendarIPromoCalendarApi(client, settings));
    }

    internal sealed class Questions : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IQuestionsApi>(
            static () => QuestionsJsonContext.Default, static (client, settings) => new WildberriesSdkQuestionsIQuestionsApi(client, settings));
    }

    internal sealed class RetiredAdvert : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IRetiredAdvertApi>(
            static () => RetiredAdvertJsonContext.Default, static (client, settings) => new WildberriesSdkAdvertRetiredIRetiredAdvertApi(client, settings));
    }

    internal sealed class Statistics : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IStatisticsApi>(
            static () => StatisticsJsonContext.Default, static (client, settings) => new WildberriesSdkStatisticsIStatisticsApi(client, settings));
    }

    internal sealed class Users : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IUsersApi>(
            static () => UsersJsonContext.Default, static (client, settings) => new WildberriesSdkUsersIUsersApi(client, settings));
    }

    internal sealed class Warehouses : IArea
    {
        public static ApiRegistration Api { get; } = new ApiRegistration<IWarehousesApi>(
            static () => WarehousesJsonContext.Default, static (client, settings) => new WildberriesSdkWarehousesIWarehousesApi(client, settings))
        {
            NotesOrigin = true,
        };
    }
}
