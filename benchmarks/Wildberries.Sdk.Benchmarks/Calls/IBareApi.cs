using Refit;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.DiscountsPrices;

namespace Wildberries.Sdk.Benchmarks.Calls;

/// <summary>The same calls as a user would declare them without the SDK, for the same models.</summary>
internal interface IBareApi
{
    [Get("/api/v1/seller/chats")]
    Task<ChatsResponse> GetChatsAsync(CancellationToken cancellationToken = default);

    [Get("/api/v2/list/goods/filter")]
    Task<GoodsListResponse> GetGoodsAsync(int limit, int? offset = null, CancellationToken cancellationToken = default);
}
