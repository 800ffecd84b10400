using System.Globalization;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>What is done with supplies to WB's warehouses every day: reading all of them with their products, and filling drafts.</summary>
public static class FbwSuppliesApiExtensions
{
    /// <summary>Reads all supplies over all pages, and all orders that are no supplies yet.</summary>
    /// <remarks>
    /// WB pages by position, and what leaves the filter meanwhile moves the rest up, so that the pages overlap. Remembers the numbers of all supplies. A base token gets two calls
    /// an hour. Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation/operation/postV1Supplies"/>.
    /// </remarks>
    /// <param name="api">The supplies.</param>
    /// <param name="filter">Which supplies; <see langword="null"/>: all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The supplies. One without a number comes as often as WB sends it.</returns>
    /// <exception cref="ArgumentException">A period of the filter ends before it begins.</exception>
    /// <exception cref="WildberriesApiException">A call failed, or WB's list does not lead on though it is not at its end.</exception>
    public static IAsyncEnumerable<FbwSupply> StreamSuppliesAsync(
        this IFbwSuppliesApi api, FbwSupplyFilter? filter = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        filter ??= new FbwSupplyFilter();
        ((ICheckedRequest)filter).Check(ClientClock.Of(api), nameof(filter));
        return ShiftingList.ReadAsync(
            "FbwSupplies.GetSupplies",
            FbwSupplyLimits.MaxPage,
            async (offset, token) => new Page<FbwSupply>(await api.GetSuppliesAsync(filter, FbwSupplyLimits.MaxPage, offset, token).ConfigureAwait(false)),
            static supply => supply.Id == 0 ? "" : (supply.IsPreorder ? "order " : "supply ") + supply.Id.ToString(CultureInfo.InvariantCulture),
            cancellationToken);
    }

    /// <summary>Reads the products of a supply, or of the order of one, over all pages.</summary>
    /// <remarks>
    /// An order that has become a supply meanwhile is refused with 400: read the list again then.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation/operation/getV1SuppliesIdGoods"/>.
    /// </remarks>
    /// <param name="api">The supplies.</param>
    /// <param name="id">The number of the supply or of its order: <see cref="FbwSupply.Id"/>.</param>
    /// <param name="isPreorder">Whether it is the number of an order: <see cref="FbwSupply.IsPreorder"/>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The products in WB's order; a barcode may have several rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="id"/> is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed, or WB sends the same page again.</exception>
    public static IAsyncEnumerable<FbwSupplyProduct> StreamProductsAsync(
        this IFbwSuppliesApi api, long id, bool isPreorder = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Id(id);
        return ReadProductsAsync(api, id, isPreorder, cancellationToken);
    }

    /// <summary>Reads all drafts over all pages, the earliest first. Personal and service tokens only.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts/operation/getV1Drafts"/>.</remarks>
    /// <param name="api">The supplies.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The drafts. One without an id comes as often as WB sends it.</returns>
    /// <exception cref="WildberriesApiException">A call failed, or WB's list does not lead on though it is not at its end.</exception>
    public static IAsyncEnumerable<SupplyDraft> StreamDraftsAsync(this IFbwSuppliesApi api, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        const int PageSize = 50;
        return ShiftingList.ReadAsync(
            "FbwSupplies.GetDrafts",
            PageSize,
            async (offset, token) =>
            {
                SupplyDraftsResponse page = await api.GetDraftsAsync(PageSize, offset, SupplyDraftSort.CreatedAt, SupplyDraftOrder.Ascending, token).ConfigureAwait(false);
                return new Page<SupplyDraft>(page.Drafts, page.Total);
            },
            static draft => draft.DraftId,
            cancellationToken);
    }

    /// <summary>Adds products to a draft: all of them, or none. Personal and service tokens only.</summary>
    /// <remarks>
    /// WB answers with success whether it has added them or not; this says which, product by product. After an answer that was lost nothing is sent again, for WB does not say what
    /// adding a barcode twice does: look with <see cref="IFbwSuppliesApi.GetDraftItemsAsync"/>.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts/operation/postV1DraftsDraftIdItems"/>.
    /// </remarks>
    /// <param name="api">The supplies.</param>
    /// <param name="draftId">The draft: <see cref="SupplyDraft.DraftId"/>.</param>
    /// <param name="items">The products, 1 to 1,000, each barcode once, 1 to 999,999 units each.</param>
    /// <param name="cancellationToken">Cancels the call; they may have been added nevertheless.</param>
    /// <returns>What became of each product, in the order of <paramref name="items"/>.</returns>
    /// <exception cref="ArgumentException">The draft is blank, there are no products or too many, a barcode comes twice, or a quantity is out of range. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">The call failed; <see cref="WildberriesApiException.Delivery"/> says whether WB may have added them.</exception>
    public static async Task<IReadOnlyList<DraftItemResult>> AddItemsAsync(
        this IFbwSuppliesApi api, string draftId, IEnumerable<NewDraftItem> items, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(items);
        Argument.PathSegment(draftId);
        NewDraftItem[] all = [.. items];
        var request = new AddDraftItemsRequest { Items = all };
        ((ICheckedRequest)request).Check(ClientClock.Of(api), nameof(items));
        AddDraftItemsResponse answer = await api.AddDraftItemsAsync(draftId, request, cancellationToken).ConfigureAwait(false);
        if (answer.Refusals.Count == 0)
            return [.. all.Select(static item => new DraftItemResult { Item = item, Outcome = DraftItemOutcome.Added })];

        var refused = new Dictionary<string, DraftItemError?>(StringComparer.Ordinal);
        foreach (DraftItemRefusal refusal in answer.Refusals)
        {
            if (refusal?.Sku is { } sku)
                refused[sku] = refusal.Error;
        }

        return
        [
            .. all.Select(item => refused.TryGetValue(item.Sku, out DraftItemError? error)
                ? new DraftItemResult { Item = item, Outcome = DraftItemOutcome.Refused, Error = error }
                : new DraftItemResult { Item = item, Outcome = DraftItemOutcome.NotAdded }),
        ];
    }

    private static async IAsyncEnumerable<FbwSupplyProduct> ReadProductsAsync(
        IFbwSuppliesApi api, long id, bool isPreorder, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Nothing tells two rows of one barcode apart but their place; the same page again does not lead on.
        IAsyncEnumerable<NumberedProduct> rows = Pager.ByOffset(
            "FbwSupplies.GetProducts",
            FbwSupplyLimits.MaxPage,
            ListEnd.ShortPage,
            async (offset, token) => new Page<NumberedProduct>(Number(
                await api.GetProductsAsync(id, FbwSupplyLimits.MaxPage, offset, isPreorder, token).ConfigureAwait(false))),
            static row => row,
            cancellationToken);
        await foreach (NumberedProduct row in rows.ConfigureAwait(false))
            yield return row.Product;
    }

    private static List<NumberedProduct> Number(IReadOnlyList<FbwSupplyProduct>? page)
    {
        var counts = new Dictionary<FbwSupplyProduct, int>();
        var rows = new List<NumberedProduct>();
        foreach (FbwSupplyProduct product in page ?? [])
        {
            if (product is null)
                continue;
            int count = counts[product] = counts.GetValueOrDefault(product) + 1;
            rows.Add(new NumberedProduct(product, count));
        }

        return rows;
    }

    private sealed record NumberedProduct(FbwSupplyProduct Product, int Number);
}
