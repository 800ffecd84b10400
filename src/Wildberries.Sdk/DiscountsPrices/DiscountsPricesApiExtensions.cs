using System.Runtime.CompilerServices;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>Helpers on top of <see cref="IDiscountsPricesApi"/>.</summary>
public static class DiscountsPricesApiExtensions
{
    private const int PageSize = 1000;

    /// <summary>Reads all goods of the seller with their prices, in pages of 1,000.</summary>
    /// <remarks>
    /// Ends with an empty page, so one request more than there are pages. WB pages by position: an article that is added or removed meanwhile can
    /// shift the rest, so that one comes twice or not at all.
    /// Source: <see href="https://dev.wildberries.ru/openapi/work-with-products#tag/Ceny-i-skidki"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The goods in WB's order.</returns>
    public static IAsyncEnumerable<Goods> ListAllGoodsAsync(this IDiscountsPricesApi api, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadGoodsAsync(api, cancellationToken);
    }

    private static async IAsyncEnumerable<Goods> ReadGoodsAsync(
        IDiscountsPricesApi api, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // WB wants the offset to grow by the limit, however many came.
        for (int offset = 0; ; offset += PageSize)
        {
            GoodsListResponse? answer = await api.GetGoodsAsync(PageSize, offset, cancellationToken: cancellationToken).ConfigureAwait(false);
            IReadOnlyList<Goods> page = answer?.Data?.Goods ?? [];
            if (page.Count == 0)
                yield break;
            foreach (Goods goods in page)
            {
                if (goods is not null)
                    yield return goods;
            }
        }
    }
}
