using Wildberries.Sdk.Advert;
using Wildberries.Sdk.AdvertMedia;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.Users;

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

    /// <summary>News, seller information and tariffs (<c>common-api</c>).</summary>
    ICommonApi Common { get; }

    /// <summary>Prices and discounts (<c>discounts-prices-api</c>).</summary>
    IDiscountsPricesApi DiscountsPrices { get; }

    /// <summary>Balance and financial reports (<c>finance-api</c>).</summary>
    IFinanceApi Finance { get; }

    /// <summary>WB's promotions: the calendar and the products that take part (<c>dp-calendar-api</c>).</summary>
    IPromoCalendarApi PromoCalendar { get; }

    /// <summary>The seller's users: invitations and access (<c>user-management-api</c>). For personal tokens only.</summary>
    IUsersApi Users { get; }

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
