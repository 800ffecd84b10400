using Wildberries.Sdk.Advert;
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
using Wildberries.Sdk.PickupOrders;
using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.Statistics;
using Wildberries.Sdk.Users;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk;

/// <summary>A client for one seller: one property per WB host. Safe for use by many threads; keep it as long as you like.</summary>
public interface IWildberriesClient
{
    /// <summary>Advertising campaigns (<c>advert-api</c>).</summary>
    IAdvertApi Advert { get; }

    /// <summary>Media campaigns (<c>advert-media-api</c>).</summary>
    IAdvertMediaApi AdvertMedia { get; }

    /// <summary>Chat with buyers (<c>buyer-chat-api</c>).</summary>
    IBuyerChatApi BuyerChat { get; }

    /// <summary>Buyers' return claims (<c>returns-api</c>).</summary>
    IBuyerReturnsApi BuyerReturns { get; }

    /// <summary>Product cards: reading, creating and changing them, their media, tags and the trash (<c>content-api</c>).</summary>
    ICardsApi Cards { get; }

    /// <summary>News, seller information and tariffs (<c>common-api</c>).</summary>
    ICommonApi Common { get; }

    /// <summary>Orders that the seller delivers itself, DBS (<c>marketplace-api</c>).</summary>
    IDbsOrdersApi DbsOrders { get; }

    /// <summary>Orders that WB's couriers fetch from the seller: DBW (<c>marketplace-api</c>).</summary>
    IDbwOrdersApi DbwOrders { get; }

    /// <summary>What cards are made of: categories, subjects, characteristics and the values that they take (<c>content-api</c>).</summary>
    IDirectoriesApi Directories { get; }

    /// <summary>Prices and discounts (<c>discounts-prices-api</c>).</summary>
    IDiscountsPricesApi DiscountsPrices { get; }

    /// <summary>Documents that WB makes for the seller: notices, acts, reports (<c>documents-api</c>).</summary>
    IDocumentsApi Documents { get; }

    /// <summary>FBS orders: new ones, statuses, stickers and label identifiers; where products go back to (<c>marketplace-api</c>).</summary>
    IFbsOrdersApi FbsOrders { get; }

    /// <summary>Supplies of FBS orders, and passes to WB's warehouses (<c>marketplace-api</c>).</summary>
    IFbsSuppliesApi FbsSupplies { get; }

    /// <summary>Supplies to WB's warehouses, and drafts of them (<c>supplies-api</c>).</summary>
    IFbwSuppliesApi FbwSupplies { get; }

    /// <summary>Buyers' reviews: answers, pins, returns by review, and the seller's rating (<c>feedbacks-api</c>).</summary>
    IFeedbacksApi Feedbacks { get; }

    /// <summary>Balance and financial reports (<c>finance-api</c>).</summary>
    IFinanceApi Finance { get; }

    /// <summary>Orders that buyers pick up in the seller's shop (<c>marketplace-api</c>).</summary>
    IPickupOrdersApi PickupOrders { get; }

    /// <summary>WB's promotions: the calendar and the products that take part (<c>dp-calendar-api</c>).</summary>
    IPromoCalendarApi PromoCalendar { get; }

    /// <summary>Buyers' questions and the answers to them (<c>feedbacks-api</c>).</summary>
    IQuestionsApi Questions { get; }

    /// <summary>Orders and sales for quick monitoring (<c>statistics-api</c>); WB will turn it off.</summary>
    IStatisticsApi Statistics { get; }

    /// <summary>The seller's users: invitations and access (<c>user-management-api</c>). For personal tokens only.</summary>
    IUsersApi Users { get; }

    /// <summary>The seller's own warehouses and the stocks in them (<c>marketplace-api</c>).</summary>
    IWarehousesApi Warehouses { get; }

    /// <summary>A Refit interface of your own that was registered with <see cref="WildberriesOptions.AddApi{TApi}"/>.</summary>
    /// <typeparam name="TApi">The interface.</typeparam>
    /// <returns>The interface, calling as this client's seller.</returns>
    /// <exception cref="InvalidOperationException">The interface is not registered.</exception>
    TApi Api<TApi>()
        where TApi : class;

    /// <summary>The same client with other options for the calls made through the result.</summary>
    /// <param name="options">What is to differ.</param>
    /// <returns>A view of this client; it shares everything else, limits included.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A time is out of the range that <see cref="WildberriesOptions"/> states for it.</exception>
    IWildberriesClient With(WildberriesCallOptions options);
}
