using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>What is done with promotions, with the lists read to their end and the arguments checked before anything is sent.</summary>
public static class PromoCalendarApiExtensions
{
    private const int PageSize = 1000;
    private const int MaxDetails = 100;
    private const int MaxUpload = 1000;

    /// <summary>Reads all promotions in a period, page by page.</summary>
    /// <remarks>
    /// Ends with the first page that is not full. Each promotion comes once: the ids of all are remembered while the list is read.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="start">The start of the period; parts of a second are left out.</param>
    /// <param name="end">The end of the period, not before the start; parts of a second are left out.</param>
    /// <param name="allPromotions"><see langword="true"/>: all promotions; <see langword="false"/>: those in which the seller may take part.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The promotions in WB's order.</returns>
    /// <exception cref="ArgumentException">The end is before the start.</exception>
    /// <exception cref="WildberriesResponseException">WB sends the same rows again where there should be others.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<Promotion> StreamPromotionsAsync(
        this IPromoCalendarApi api,
        DateTimeOffset start,
        DateTimeOffset end,
        bool allPromotions = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Period(start, end);
        return Read(
            "PromoCalendar.GetPromotions",
            async (offset, token) => (await api.GetPromotionsAsync(
                WholeSeconds(start), WholeSeconds(end), allPromotions, PageSize, offset, token).ConfigureAwait(false))?.Data?.Promotions,
            promotion => promotion.Id,
            cancellationToken);
    }

    /// <summary>Gets the details of any number of promotions, 100 with each call.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="promotionIds">The promotions; one that is named twice is asked for once.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The promotions in WB's order; those that WB does not know are left out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<PromotionDetails> StreamPromotionDetailsAsync(
        this IPromoCalendarApi api, IEnumerable<long> promotionIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return Pager.ByPart(
            Argument.Ids(promotionIds).Chunk(MaxDetails),
            async (ids, token) => (await api.GetPromotionDetailsAsync(ids, token).ConfigureAwait(false))?.Data?.Promotions,
            cancellationToken);
    }

    /// <summary>Reads all products that may take part in a promotion and do not yet, or all that do, page by page.</summary>
    /// <remarks>
    /// Ends with the first page that is not full. Each product comes once: the numbers of all are remembered while the list is read. Read to the end before you add products: what is added meanwhile
    /// moves the rest, so that some would be skipped.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="promotionId">The promotion; not an automatic one.</param>
    /// <param name="inAction"><see langword="true"/>: the products that take part; <see langword="false"/>: those that do not.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The products in WB's order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="promotionId"/> is not positive.</exception>
    /// <exception cref="WildberriesResponseException">WB sends the same rows again where there should be others.</exception>
    /// <exception cref="WildberriesBadRequestException">The promotion is over, automatic or not there.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<PromotionProduct> StreamProductsAsync(
        this IPromoCalendarApi api, long promotionId, bool inAction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Id(promotionId);
        return Read(
            "PromoCalendar.GetProducts",
            async (offset, token) =>
                (await api.GetProductsAsync(promotionId, inAction, PageSize, offset, token).ConfigureAwait(false))?.Data?.Products,
            product => product.NmId,
            cancellationToken);
    }

    /// <summary>
    /// Orders WB to add products to a promotion. The answer does not mean that they were added: the state of the upload, which the prices host
    /// tells by its id, does.
    /// </summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="promotionId">The promotion; not an automatic one.</param>
    /// <param name="nmIds">The products' numbers at WB, 1 to 1000, each once.</param>
    /// <param name="uploadNow">
    /// <see langword="true"/>: the discount holds from now on; <see langword="false"/>: from the start of the promotion on.
    /// </param>
    /// <param name="cancellationToken">Cancels the call; the upload may have been made nevertheless.</param>
    /// <returns>The upload.</returns>
    /// <exception cref="ArgumentException">
    /// There is no product, there are too many, one is named twice, or a number is not positive; the message names it.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="promotionId"/> is not positive.</exception>
    /// <exception cref="WildberriesBadRequestException">The promotion is over, automatic or not there.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task<PromoCalendarResponse<PromotionUploadResult>> AddProductsAsync(
        this IPromoCalendarApi api, long promotionId, IEnumerable<long> nmIds, bool uploadNow, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Id(promotionId);
        List<long> products = UploadRows.Check(nmIds);
        Argument.Count(products.Count, 1, MaxUpload, "products", nameof(nmIds));
        var upload = new PromotionUpload { PromotionId = promotionId, UploadNow = uploadNow, NmIds = products };
        return api.UploadAsync(new PromotionUploadRequest { Data = upload }, cancellationToken);
    }

    /// <summary>
    /// Adds any number of products to a promotion and waits until WB has decided about each, or keeps it for the start of the promotion:
    /// <see cref="PromotionUploader.AddProductsAndWaitAsync"/>, which says all about failures.
    /// </summary>
    /// <param name="api">The host.</param>
    /// <param name="prices">The host of the prices of the same seller, which tells what became of the uploads.</param>
    /// <param name="promotionId">The promotion; not an automatic one.</param>
    /// <param name="nmIds">The products' numbers at WB, each once, as many as you like.</param>
    /// <param name="uploadNow">
    /// <see langword="true"/>: the discount holds from now on; <see langword="false"/>: from the start of the promotion on.
    /// </param>
    /// <param name="progress">Told what is known each time when there is something new; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each product.</returns>
    /// <exception cref="ArgumentException">A number is not positive, or is there twice; the message names it. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="UploadExceptionExtensions.GetUploadResult"/> has what is known.</exception>
    public static Task<PriceUploadResult> AddProductsAndWaitAsync(
        this IPromoCalendarApi api,
        IDiscountsPricesApi prices,
        long promotionId,
        IEnumerable<long> nmIds,
        bool uploadNow,
        IProgress<PriceUploadResult>? progress = null,
        CancellationToken cancellationToken = default) =>
        new PromotionUploader(api, prices).AddProductsAndWaitAsync(promotionId, nmIds, uploadNow, progress, cancellationToken);

    // A page that is not full is the last one: asking for another would cost a base token an hour.
    private static IAsyncEnumerable<TRow> Read<TRow>(
        string operation,
        Func<int, CancellationToken, Task<IReadOnlyList<TRow>?>> getPage,
        Func<TRow, long> idOf,
        CancellationToken cancellationToken)
        where TRow : class => Pager.ByOffset(
            operation,
            PageSize,
            ListEnd.ShortPage,
            async (offset, token) => new Page<TRow>(await getPage(offset, token).ConfigureAwait(false)),
            idOf,
            cancellationToken);

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
