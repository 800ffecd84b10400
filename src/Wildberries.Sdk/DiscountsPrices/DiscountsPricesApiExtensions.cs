using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>What is done with prices: lists read to their end, uploads of any number of products followed to theirs, and a look ahead.</summary>
public static class DiscountsPricesApiExtensions
{
    /// <summary>From which fall on a price goes to quarantine unless you say otherwise: to a third.</summary>
    public const decimal DefaultQuarantineRatio = 3;

    private const int PageSize = 1000;

    /// <summary>Reads all products of the seller with their prices, in pages of 1,000.</summary>
    /// <remarks>
    /// Ends with an empty page, so one request more than there are pages. WB pages by position: a product that is removed meanwhile shifts the
    /// rest, so that one may not come. Each product comes once: the numbers of all are remembered while the list is read.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The products in WB's order.</returns>
    /// <exception cref="WildberriesResponseException">
    /// WB reports an error in an answer with status 200, or sends the same rows again where there should be others.
    /// </exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<ProductPrices> StreamProductsAsync(this IDiscountsPricesApi api, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return Read(
            "DiscountsPrices.GetGoods",
            async (offset, token) => await api.GetGoodsAsync(PageSize, offset, cancellationToken: token).ConfigureAwait(false) is { } answer
                ? Envelope.Open("DiscountsPrices.GetGoods", answer.Error, answer.ErrorText, answer.Data)?.Products
                : null,
            product => product.NmId,
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
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nmId"/> is not positive.</exception>
    /// <exception cref="WildberriesResponseException">
    /// WB reports an error in an answer with status 200, or sends the same rows again where there should be others.
    /// </exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<ProductSizePrices> StreamSizesAsync(this IDiscountsPricesApi api, long nmId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Id(nmId);
        return Read(
            "DiscountsPrices.GetGoodsSizes",
            async (offset, token) => await api.GetGoodsSizesAsync(PageSize, nmId, offset, token).ConfigureAwait(false) is { } answer
                ? Envelope.Open("DiscountsPrices.GetGoodsSizes", answer.Error, answer.ErrorText, answer.Data)?.Sizes
                : null,
            size => (size.NmId, size.SizeId),
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
    /// <exception cref="WildberriesResponseException">
    /// WB reports an error in an answer with status 200, or sends the same rows again where there should be others.
    /// </exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<QuarantinedProduct> StreamQuarantineAsync(this IDiscountsPricesApi api, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return Read(
            "DiscountsPrices.GetQuarantine",
            async (offset, token) => await api.GetQuarantineAsync(PageSize, offset, token).ConfigureAwait(false) is { } answer
                ? Envelope.Open("DiscountsPrices.GetQuarantine", answer.Error, answer.ErrorText, answer.Data)?.Products
                : null,
            product => (product.NmId, product.SizeId),
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
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="uploadId"/> is not positive.</exception>
    /// <exception cref="WildberriesResponseException">
    /// WB sends the same rows again where there should be others.
    /// </exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<UploadedProduct> StreamUploadedProductsAsync(
        this IDiscountsPricesApi api, long uploadId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Id(uploadId);
        return ReadUploadedProducts(api, uploadId, static _ => false, cancellationToken);
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
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="uploadId"/> is not positive.</exception>
    /// <exception cref="WildberriesResponseException">
    /// WB reports an error in an answer with status 200, or sends the same rows again where there should be others.
    /// </exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<UploadedProduct> StreamUnprocessedProductsAsync(
        this IDiscountsPricesApi api, long uploadId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Id(uploadId);
        return ReadUnprocessedProducts(api, uploadId, static _ => false, cancellationToken);
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
    public static Task<IReadOnlyList<PriceForecast>> ForecastAsync(
        this IDiscountsPricesApi api,
        IEnumerable<PriceChange> changes,
        decimal quarantineRatio = DefaultQuarantineRatio,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(quarantineRatio, 1);
        return ForecastRowsAsync(api, UploadRows.Check(changes), quarantineRatio, cancellationToken);
    }

    internal static async Task<Dictionary<long, ProductPrices>> FindProductsAsync(
        this IDiscountsPricesApi api, IEnumerable<long> nmIds, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, ProductPrices>();
        IAsyncEnumerable<ProductPrices> products = Pager.ByPart(
            nmIds.Distinct().Chunk(PageSize),
            async (part, token) => await api.GetGoodsByNmIdsAsync(new GoodsRequest { NmIds = part }, token).ConfigureAwait(false) is { } answer
                ? Envelope.Open("DiscountsPrices.GetGoodsByNmIds", answer.Error, answer.ErrorText, answer.Data)?.Products
                : null,
            cancellationToken);
        await foreach (ProductPrices product in products.ConfigureAwait(false))
            found[product.NmId] = product;
        return found;
    }

    private static async Task<IReadOnlyList<PriceForecast>> ForecastRowsAsync(
        IDiscountsPricesApi api, List<PriceChange> rows, decimal quarantineRatio, CancellationToken cancellationToken)
    {
        Dictionary<long, ProductPrices> products = await api.FindProductsAsync(rows.Select(row => row.NmId), cancellationToken).ConfigureAwait(false);
        return [.. rows.Select((row, index) => PriceForecast.Of(index, row, products.GetValueOrDefault(row.NmId), quarantineRatio))];
    }

    /// <summary>The same as <see cref="StreamUploadedProductsAsync"/>; between two pages it asks whether that was all, to save the empty page at the end.</summary>
    internal static IAsyncEnumerable<UploadedProduct> ReadUploadedProducts(
        IDiscountsPricesApi api, long uploadId, Func<int, bool> isAll, CancellationToken cancellationToken) => Read(
            "DiscountsPrices.GetProcessedUploadGoods",
            async (offset, token) => !isAll(offset) && await api.GetProcessedUploadGoodsAsync(PageSize, uploadId, offset, token).ConfigureAwait(false) is { } answer
                ? Envelope.Open("DiscountsPrices.GetProcessedUploadGoods", false, null, answer.Data)?.Products
                : null,
            product => product,
            cancellationToken);

    /// <summary>The same as <see cref="StreamUnprocessedProductsAsync"/>; between two pages it asks whether that was all, to save the empty page at the end.</summary>
    internal static IAsyncEnumerable<UploadedProduct> ReadUnprocessedProducts(
        IDiscountsPricesApi api, long uploadId, Func<int, bool> isAll, CancellationToken cancellationToken) => Read(
            "DiscountsPrices.GetUnprocessedUploadGoods",
            async (offset, token) => !isAll(offset) && await api.GetUnprocessedUploadGoodsAsync(PageSize, uploadId, offset, token).ConfigureAwait(false) is { } answer
                ? Envelope.Open("DiscountsPrices.GetUnprocessedUploadGoods", answer.Error, answer.ErrorText, answer.Data)?.Products
                : null,
            product => product,
            cancellationToken);

    // WB's own rule for all lists of the host: the offset grows by the limit until a page is empty.
    private static IAsyncEnumerable<TRow> Read<TRow, TKey>(
        string operation,
        Func<int, CancellationToken, Task<IReadOnlyList<TRow>?>> getPage,
        Func<TRow, TKey> keyOf,
        CancellationToken cancellationToken)
        where TRow : class => Pager.ByOffset(
            operation,
            PageSize,
            ListEnd.EmptyPage,
            async (offset, token) => new Page<TRow>(await getPage(offset, token).ConfigureAwait(false)),
            keyOf,
            cancellationToken);
}
