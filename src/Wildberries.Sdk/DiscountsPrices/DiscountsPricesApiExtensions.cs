using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>What is done with prices: lists read to their end, uploads of any number of products followed to theirs, and a look ahead.</summary>
public static class DiscountsPricesApiExtensions
{
    /// <summary>From which fall on a price goes to quarantine unless you say otherwise: to a third.</summary>
    public const decimal DefaultQuarantineRatio = 3;

    private const int PageSize = 1000;

    /// <summary>Reads all products of the seller with their prices, in pages of 1,000.</summary>
    /// <remarks>
    /// Ends with an empty page, so one request more than there are pages. WB pages by position: a product that is added or removed meanwhile can
    /// shift the rest, so that one comes twice or not at all.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The products in WB's order.</returns>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<ProductPrices> StreamProductsAsync(this IDiscountsPricesApi api, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadAsync(
            async (offset, token) => (await api.GetGoodsAsync(PageSize, offset, cancellationToken: token).ConfigureAwait(false))?.Data?.Products,
            cancellationToken);
    }

    /// <summary>
    /// Reads all sizes of a product with their prices, in pages of 1,000. Only for products whose <see cref="ProductPrices.EditableSizePrice"/> is true; others
    /// have none here.
    /// </summary>
    /// <remarks>
    /// Ends with an empty page, so one request more than there are pages.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="nmId">The product's number at WB.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The sizes in WB's order.</returns>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<ProductSizePrices> StreamSizesAsync(this IDiscountsPricesApi api, long nmId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadAsync(
            async (offset, token) => (await api.GetGoodsSizesAsync(PageSize, nmId, offset, token).ConfigureAwait(false))?.Data?.Sizes,
            cancellationToken);
    }

    /// <summary>Reads all products in price quarantine, in pages of 1,000.</summary>
    /// <remarks>
    /// Ends with an empty page, so one request more than there are pages.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The products in WB's order.</returns>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<QuarantinedProduct> StreamQuarantineAsync(this IDiscountsPricesApi api, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadAsync(
            async (offset, token) => (await api.GetQuarantineAsync(PageSize, offset, token).ConfigureAwait(false))?.Data?.Products,
            cancellationToken);
    }

    /// <summary>Reads what became of all products of an upload that WB has processed, in pages of 1,000.</summary>
    /// <remarks>
    /// Ends with an empty page, so one request more than there are pages.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="uploadId">The upload's id.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The products in WB's order; none if WB has no such processed upload.</returns>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<UploadedProduct> StreamUploadedProductsAsync(
        this IDiscountsPricesApi api, long uploadId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadAsync(
            async (offset, token) => (await api.GetProcessedUploadGoodsAsync(PageSize, uploadId, offset, token).ConfigureAwait(false))?.Data?.Products,
            cancellationToken);
    }

    /// <summary>Reads all products of an upload that WB has not processed yet, in pages of 1,000.</summary>
    /// <remarks>
    /// Ends with an empty page, so one request more than there are pages.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="uploadId">The upload's id.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The products in WB's order; none if WB has no such unprocessed upload.</returns>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<UploadedProduct> StreamUnprocessedProductsAsync(
        this IDiscountsPricesApi api, long uploadId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadAsync(
            async (offset, token) => (await api.GetUnprocessedUploadGoodsAsync(PageSize, uploadId, offset, token).ConfigureAwait(false))?.Data?.Products,
            cancellationToken);
    }

    /// <summary>
    /// Sets prices and discounts of any number of products and waits until WB has decided about each:
    /// <see cref="PriceUploader.UploadAndWaitAsync(IEnumerable{PriceChange}, IProgress{PriceUploadResult}?, CancellationToken)"/>, which says all
    /// about failures.
    /// </summary>
    /// <param name="api">The host.</param>
    /// <param name="changes">The products, each once, as many as you like.</param>
    /// <param name="progress">Told what is known each time when there is something new; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each row; none is pending.</returns>
    /// <exception cref="ArgumentException">A row is not what WB takes; the message names it. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="UploadExceptionExtensions.GetUploadResult"/> has what is known.</exception>
    public static Task<PriceUploadResult> UploadAndWaitAsync(
        this IDiscountsPricesApi api,
        IEnumerable<PriceChange> changes,
        IProgress<PriceUploadResult>? progress = null,
        CancellationToken cancellationToken = default) =>
        new PriceUploader(api).UploadAndWaitAsync(changes, progress, cancellationToken);

    /// <summary>
    /// Sets prices of any number of sizes and waits until WB has decided about each:
    /// <see cref="PriceUploader.UploadAndWaitAsync(IEnumerable{SizePriceChange}, IProgress{PriceUploadResult}?, CancellationToken)"/>.
    /// </summary>
    /// <param name="api">The host.</param>
    /// <param name="changes">The sizes, each once, as many as you like.</param>
    /// <param name="progress">Told what is known each time when there is something new; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each row; none is pending.</returns>
    /// <exception cref="ArgumentException">A row is not what WB takes; the message names it. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="UploadExceptionExtensions.GetUploadResult"/> has what is known.</exception>
    public static Task<PriceUploadResult> UploadAndWaitAsync(
        this IDiscountsPricesApi api,
        IEnumerable<SizePriceChange> changes,
        IProgress<PriceUploadResult>? progress = null,
        CancellationToken cancellationToken = default) =>
        new PriceUploader(api).UploadAndWaitAsync(changes, progress, cancellationToken);

    /// <summary>
    /// Sets WB Club discounts of any number of products and waits until WB has decided about each:
    /// <see cref="PriceUploader.UploadAndWaitAsync(IEnumerable{ClubDiscountChange}, IProgress{PriceUploadResult}?, CancellationToken)"/>.
    /// </summary>
    /// <param name="api">The host.</param>
    /// <param name="changes">The products, each once, as many as you like.</param>
    /// <param name="progress">Told what is known each time when there is something new; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each row; none is pending.</returns>
    /// <exception cref="ArgumentException">A row is not what WB takes; the message names it. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="UploadExceptionExtensions.GetUploadResult"/> has what is known.</exception>
    public static Task<PriceUploadResult> UploadAndWaitAsync(
        this IDiscountsPricesApi api,
        IEnumerable<ClubDiscountChange> changes,
        IProgress<PriceUploadResult>? progress = null,
        CancellationToken cancellationToken = default) =>
        new PriceUploader(api).UploadAndWaitAsync(changes, progress, cancellationToken);

    /// <summary>
    /// Sets wholesale discounts of any number of products and waits until WB has decided about each:
    /// <see cref="PriceUploader.UploadAndWaitAsync(IEnumerable{WholesaleChange}, IProgress{PriceUploadResult}?, CancellationToken)"/>.
    /// </summary>
    /// <param name="api">The host.</param>
    /// <param name="changes">The products, each once, as many as you like.</param>
    /// <param name="progress">Told what is known each time when there is something new; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each row; none is pending.</returns>
    /// <exception cref="ArgumentException">A row is not what WB takes; the message names it. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="UploadExceptionExtensions.GetUploadResult"/> has what is known.</exception>
    public static Task<PriceUploadResult> UploadAndWaitAsync(
        this IDiscountsPricesApi api,
        IEnumerable<WholesaleChange> changes,
        IProgress<PriceUploadResult>? progress = null,
        CancellationToken cancellationToken = default) =>
        new PriceUploader(api).UploadAndWaitAsync(changes, progress, cancellationToken);

    /// <summary>
    /// Goes on where an upload of prices or of products for a promotion was broken off; sends nothing: <see cref="PriceUploader.WaitForUploadsAsync"/>.
    /// </summary>
    /// <param name="api">The host.</param>
    /// <param name="soFar">What is known: of an exception, of a report, or stored before a restart.</param>
    /// <param name="progress">Told what is known each time when there is something new; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits.</param>
    /// <returns>What became of each row.</returns>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="UploadExceptionExtensions.GetUploadResult"/> has what is known.</exception>
    public static Task<PriceUploadResult> WaitForUploadsAsync(
        this IDiscountsPricesApi api,
        PriceUploadResult soFar,
        IProgress<PriceUploadResult>? progress = null,
        CancellationToken cancellationToken = default) =>
        new PriceUploader(api).WaitForUploadsAsync(soFar, progress, cancellationToken);

    /// <summary>
    /// Tells from the present prices what an upload would do, and changes nothing: which prices would fall so far that WB would hold them back,
    /// which products the seller does not have, and where there is nothing to change.
    /// </summary>
    /// <remarks>
    /// One call for each 1,000 products. WB's pages name a third as the fall from which quarantine begins, newer ones only "a threshold": that is
    /// <paramref name="quarantineRatio"/>. WB decides by more than these prices (stock, promotions), so it is a forecast. A product that is in
    /// quarantine already is judged by the price that holds.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="changes">What would be uploaded, each product once, as many as you like.</param>
    /// <param name="quarantineRatio">How many times lower than the old discounted price a new one must be to go to quarantine; more than 1.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>A forecast for each row, in the order of the rows.</returns>
    /// <exception cref="ArgumentException">A row is not what WB takes; the message names it.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quarantineRatio"/> is not more than 1.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static async Task<IReadOnlyList<PriceForecast>> ForecastAsync(
        this IDiscountsPricesApi api,
        IEnumerable<PriceChange> changes,
        decimal quarantineRatio = DefaultQuarantineRatio,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(quarantineRatio, 1);
        List<PriceChange> rows = UploadRows.Check(changes);
        Dictionary<long, ProductPrices> goods = await api.FindProductsAsync(rows.Select(row => row.NmId), cancellationToken).ConfigureAwait(false);
        return [.. rows.Select((row, index) => PriceForecast.Of(index, row, goods.GetValueOrDefault(row.NmId), quarantineRatio))];
    }

    internal static async Task<Dictionary<long, ProductPrices>> FindProductsAsync(
        this IDiscountsPricesApi api, IEnumerable<long> nmIds, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, ProductPrices>();
        foreach (long[] some in nmIds.Distinct().Chunk(PageSize))
        {
            GoodsListResponse? answer =
                await api.GetGoodsByNmIdsAsync(new GoodsRequest { NmIds = some }, cancellationToken).ConfigureAwait(false);
            foreach (ProductPrices goods in answer?.Data?.Products ?? [])
            {
                if (goods is not null)
                    found[goods.NmId] = goods;
            }
        }

        return found;
    }

    private static async IAsyncEnumerable<T> ReadAsync<T>(
        Func<int, CancellationToken, Task<IReadOnlyList<T>?>> getPage, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        // WB wants the offset to grow by the limit, however many came.
        for (int offset = 0; ; offset += PageSize)
        {
            IReadOnlyList<T> page = await getPage(offset, cancellationToken).ConfigureAwait(false) ?? [];
            if (page.Count == 0)
                yield break;
            foreach (T row in page)
            {
                if (row is not null)
                    yield return row;
            }
        }
    }
}
