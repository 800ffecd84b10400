using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Refit;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.AdvertMedia;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.Serialization;
using Wildberries.Sdk.Users;

namespace Wildberries.Sdk.Http;

/// <summary>One Refit interface that clients offer: its operations, its JSON and how its stub is made.</summary>
internal sealed class ApiRegistration
{
    private ApiRegistration(Type type, IReadOnlyList<WildberriesOperation> operations, Func<HttpClient, object> createStub)
    {
        Type = type;
        Operations = operations;
        CreateStub = createStub;
    }

    public static IReadOnlyList<ApiRegistration> BuiltIn { get; } =
    [
        Create<IAdvertApi>(AdvertJsonContext.Default),
        Create<IAdvertMediaApi>(AdvertMediaJsonContext.Default),
        Create<IBuyerChatApi>(BuyerChatJsonContext.Default),
        Create<ICommonApi>(CommonJsonContext.Default),
        Create<IDiscountsPricesApi>(DiscountsPricesJsonContext.Default),
        Create<IFinanceApi>(FinanceJsonContext.Default),
        Create<IPromoCalendarApi>(PromoCalendarJsonContext.Default),
        Create<IUsersApi>(UsersJsonContext.Default),
    ];

    public Type Type { get; }

    public IReadOnlyList<WildberriesOperation> Operations { get; }

    public Func<HttpClient, object> CreateStub { get; }

    public static ApiRegistration Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TApi>(
        JsonSerializerContext jsonContext)
        where TApi : class
    {
        RefitSettings settings = WildberriesRefitSettings.Create(jsonContext);
        return new ApiRegistration(
            typeof(TApi),
            WildberriesOperations.Of<TApi>(),
            client => RestService.ForGenerated<TApi>(client, settings));
    }
}
