using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>
/// Adds any number of products to a promotion and ends when WB has decided about every one, or keeps it for the start of the promotion: sends them
/// in uploads of 1,000 and asks the host of the prices what became of them. Safe for use by many threads.
/// </summary>
/// <remarks>
/// It treats failures as <see cref="PriceUploader"/> does: nothing is sent twice, nothing counts as done that WB does not call so, and an exception has
/// what is known in <see cref="UploadExceptionExtensions.GetUploadResult"/>. A base token may send one upload an hour.
/// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.
/// </remarks>
public sealed class PromotionUploader
{
    private readonly IPromoCalendarApi _calendar;
    private readonly IDiscountsPricesApi _prices;
    private readonly PriceUploadOptions _options;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates an uploader.</summary>
    /// <param name="calendar">The host of the promotions.</param>
    /// <param name="prices">The host of the prices of the same seller, which tells what became of the uploads.</param>
    /// <param name="options">How it waits; <see langword="null"/>: the defaults.</param>
    /// <param name="timeProvider">The clock for waits; <see langword="null"/>: that of the client that <paramref name="calendar"/> comes from.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of the range that <see cref="PriceUploadOptions"/> states.</exception>
    public PromotionUploader(
        IPromoCalendarApi calendar, IDiscountsPricesApi prices, PriceUploadOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(prices);
        _calendar = calendar;
        _prices = prices;
        _options = (options ?? new PriceUploadOptions()).Checked(nameof(options));
        _timeProvider = timeProvider ?? ClientClock.Of(calendar);
    }

    /// <summary>Adds products to a promotion.</summary>
    /// <param name="promotionId">The promotion; not an automatic one.</param>
    /// <param name="nmIds">The products' numbers at WB, each once, as many as you like.</param>
    /// <param name="uploadNow">
    /// <see langword="true"/>: the discount holds from now on, and the call ends when WB has set it. <see langword="false"/>: the discount holds from the
    /// start of the promotion on, and the call ends when WB keeps the products for it (<see cref="PriceUploadOutcome.Scheduled"/>);
    /// <see cref="PriceUploader.WaitForUploadsAsync"/> tells after the start what became of them.
    /// </param>
    /// <param name="progress">Told what is known each time when there is something new; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>
    /// What became of each product. If WB takes none of an upload (the promotion is over, automatic or not there), its products have failed.
    /// </returns>
    /// <exception cref="ArgumentException">A number is not positive, or is there twice; the message names it. Nothing was sent.</exception>
    /// <exception cref="WildberriesTimeoutException">
    /// <see cref="PriceUploadOptions.MaxWait"/> is over, or an answer to an upload did not come in time.
    /// </exception>
    /// <exception cref="WildberriesRateLimitException">A wait for the rate limit would exceed the client's budget.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="UploadExceptionExtensions.GetUploadResult"/> has what is known.</exception>
    public Task<PriceUploadResult> AddProductsAndWaitAsync(
        long promotionId,
        IEnumerable<long> nmIds,
        bool uploadNow,
        IProgress<PriceUploadResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        Argument.Id(promotionId);
        var kind = new UploadKind<long>
        {
            Operation = "PromoCalendar.Upload",
            Describe = nmId => new PriceUploadRow { NmId = nmId },
            SendAsync = async (rows, token) =>
            {
                PromotionUploadResult? answer =
                    (await _calendar.AddProductsAsync(promotionId, rows, uploadNow, token).ConfigureAwait(false))?.Data;
                return new UploadAnswer { Id = answer?.UploadId, AlreadyExists = answer?.AlreadyExists == true };
            },
            FindHoldingAsync = async (asked, token) =>
            {
                var taking = new HashSet<long>();
                await foreach (PromotionProduct product in _calendar.StreamProductsAsync(promotionId, inAction: true, token).ConfigureAwait(false))
                {
                    if (asked.Contains(product.NmId) && taking.Add(product.NmId) && taking.Count == asked.Count)
                        break;
                }

                return taking;
            },
            EndsScheduled = !uploadNow,
        };
        return new UploadRun(_prices, _options, _timeProvider, progress).UploadAsync(UploadRows.Check(nmIds), kind, cancellationToken);
    }
}
