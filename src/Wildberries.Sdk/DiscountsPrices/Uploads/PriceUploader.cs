using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>
/// Changes prices and discounts of any number of products, and ends when WB has decided about every one: checks the rows, sends them in uploads of
/// 1,000, and asks for the state and the products of each upload until WB has processed it. Safe for use by many threads.
/// </summary>
/// <remarks>
/// <para>
/// A row counts as done only if WB says so in the upload's details; what WB does not settle is
/// <see cref="PriceUploadOutcome.Unknown"/>.
/// </para>
/// <para>
/// No upload is sent twice (unless the client repeats writes: <see cref="WildberriesCallOptions.RetryWrites"/>). When one cannot be sent, or its
/// answer is lost, nothing more is sent; what was sent before is still followed, and then the failure is thrown. Every
/// <see cref="WildberriesApiException"/> that ends a call has what is known of each row in <see cref="UploadExceptionExtensions.GetUploadResult"/>
/// (its <see cref="WildberriesApiException.Delivery"/> is that of the call that failed, mostly one that asks for the state); give that to
/// <see cref="WaitForUploadsAsync"/> to go on. After a cancellation the last report of the progress has it.
/// </para>
/// <para>
/// An upload takes three calls or a few more: one to send it, one or more for its state, one for its products. All methods of the host share ten
/// calls in six seconds; a base token has four calls an hour, so that a wait for them mostly exceeds the client's budget and a
/// <see cref="WildberriesRateLimitException"/> says when to go on.
/// </para>
/// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
/// </remarks>
public sealed class PriceUploader
{
    private readonly IDiscountsPricesApi _api;
    private readonly PriceUploadOptions _options;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates an uploader.</summary>
    /// <param name="api">The host of the prices.</param>
    /// <param name="options">How it waits; <see langword="null"/>: the defaults.</param>
    /// <param name="timeProvider">The clock for waits; <see langword="null"/>: that of the client that <paramref name="api"/> comes from.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of the range that <see cref="PriceUploadOptions"/> states.</exception>
    public PriceUploader(IDiscountsPricesApi api, PriceUploadOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(api);
        _api = api;
        _options = (options ?? new PriceUploadOptions()).Checked(nameof(options));
        _timeProvider = timeProvider ?? ClientClock.Of(api);
    }

    /// <summary>Sets prices and discounts of products.</summary>
    /// <param name="changes">
    /// The products, each once, as many as you like. A price is positive, a discount 0 to 99 percent, and at least one of them is given.
    /// </param>
    /// <param name="progress">Told what is known each time when there is something new; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each row; none is pending.</returns>
    /// <exception cref="ArgumentException">A row is not what WB takes; the message names it. Nothing was sent.</exception>
    /// <exception cref="WildberriesTimeoutException">
    /// <see cref="PriceUploadOptions.MaxWait"/> is over, or an answer to an upload did not come in time.
    /// </exception>
    /// <exception cref="WildberriesRateLimitException">A wait for the rate limit would exceed the client's budget.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="UploadExceptionExtensions.GetUploadResult"/> has what is known.</exception>
    public Task<PriceUploadResult> UploadAndWaitAsync(
        IEnumerable<PriceChange> changes, IProgress<PriceUploadResult>? progress = null, CancellationToken cancellationToken = default)
    {
        var kind = new UploadKind<PriceChange>
        {
            Operation = "DiscountsPrices.UploadPrices",
            Describe = change => new PriceUploadRow { NmId = change.NmId, Price = change.Price, Discount = change.Discount },
            SendAsync = async (rows, token) =>
                UploadAnswer.Of(await _api.UploadPricesAsync(new PriceUploadRequest { Data = rows }, token).ConfigureAwait(false)),
            IsSet = PriceForecast.IsSet,
        };
        return Run(progress).UploadAsync(UploadRows.Check(changes), kind, cancellationToken);
    }

    /// <summary>Sets prices of single sizes, for products whose <see cref="ProductPrices.EditableSizePrice"/> is true.</summary>
    /// <param name="changes">The sizes, each once, as many as you like. A price is positive.</param>
    /// <param name="progress">Told what is known each time when there is something new; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each row; none is pending.</returns>
    /// <exception cref="ArgumentException">A row is not what WB takes; the message names it. Nothing was sent.</exception>
    /// <exception cref="WildberriesTimeoutException">
    /// <see cref="PriceUploadOptions.MaxWait"/> is over, or an answer to an upload did not come in time.
    /// </exception>
    /// <exception cref="WildberriesRateLimitException">A wait for the rate limit would exceed the client's budget.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="UploadExceptionExtensions.GetUploadResult"/> has what is known.</exception>
    public Task<PriceUploadResult> UploadAndWaitAsync(
        IEnumerable<SizePriceChange> changes, IProgress<PriceUploadResult>? progress = null, CancellationToken cancellationToken = default)
    {
        var kind = new UploadKind<SizePriceChange>
        {
            Operation = "DiscountsPrices.UploadSizePrices",
            Describe = change => new PriceUploadRow { NmId = change.NmId, SizeId = change.SizeId, Price = change.Price },
            SendAsync = async (rows, token) =>
                UploadAnswer.Of(await _api.UploadSizePricesAsync(new SizePriceUploadRequest { Data = rows }, token).ConfigureAwait(false)),
            IsSet = (change, product) => product.Sizes.Any(size => size?.SizeId == change.SizeId && size.Price == change.Price),
        };
        return Run(progress).UploadAsync(UploadRows.Check(changes), kind, cancellationToken);
    }

    /// <summary>Sets discounts for members of WB Club.</summary>
    /// <param name="changes">
    /// The products, each once, as many as you like. A discount is 0 to 99 percent; what WB takes of that depends on the product.
    /// </param>
    /// <param name="progress">Told what is known each time when there is something new; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each row; none is pending.</returns>
    /// <exception cref="ArgumentException">A row is not what WB takes; the message names it. Nothing was sent.</exception>
    /// <exception cref="WildberriesTimeoutException">
    /// <see cref="PriceUploadOptions.MaxWait"/> is over, or an answer to an upload did not come in time.
    /// </exception>
    /// <exception cref="WildberriesRateLimitException">A wait for the rate limit would exceed the client's budget.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="UploadExceptionExtensions.GetUploadResult"/> has what is known.</exception>
    public Task<PriceUploadResult> UploadAndWaitAsync(
        IEnumerable<ClubDiscountChange> changes, IProgress<PriceUploadResult>? progress = null, CancellationToken cancellationToken = default)
    {
        var kind = new UploadKind<ClubDiscountChange>
        {
            Operation = "DiscountsPrices.UploadClubDiscounts",
            Describe = change => new PriceUploadRow { NmId = change.NmId, ClubDiscount = change.ClubDiscount },
            SendAsync = async (rows, token) =>
                UploadAnswer.Of(await _api.UploadClubDiscountsAsync(new ClubDiscountUploadRequest { Data = rows }, token).ConfigureAwait(false)),
            IsSet = (change, product) => (product.ClubDiscount ?? 0) == change.ClubDiscount,
        };
        return Run(progress).UploadAsync(UploadRows.Check(changes), kind, cancellationToken);
    }

    /// <summary>Sets wholesale discounts for business buyers. For personal and service tokens only.</summary>
    /// <remarks>
    /// WB refuses single products at once, with the answer to the upload. An upload that WB had already is answered without its id: its rows are
    /// <see cref="PriceUploadOutcome.Unknown"/>.
    /// </remarks>
    /// <param name="changes">
    /// The products, each once, as many as you like, with one to three levels; pieces and discount grow with the level. A discount of 0 deletes its
    /// level and those above.
    /// </param>
    /// <param name="progress">Told what is known each time when there is something new; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each row; none is pending.</returns>
    /// <exception cref="ArgumentException">A row is not what WB takes; the message names it. Nothing was sent.</exception>
    /// <exception cref="WildberriesTimeoutException">
    /// <see cref="PriceUploadOptions.MaxWait"/> is over, or an answer to an upload did not come in time.
    /// </exception>
    /// <exception cref="WildberriesRateLimitException">A wait for the rate limit would exceed the client's budget.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="UploadExceptionExtensions.GetUploadResult"/> has what is known.</exception>
    public Task<PriceUploadResult> UploadAndWaitAsync(
        IEnumerable<WholesaleChange> changes, IProgress<PriceUploadResult>? progress = null, CancellationToken cancellationToken = default)
    {
        var kind = new UploadKind<WholesaleChange>
        {
            Operation = "DiscountsPrices.UploadWholesaleDiscounts",
            Describe = change => new PriceUploadRow { NmId = change.NmId, WholesaleLevels = change.Levels },
            SendAsync = async (rows, token) =>
            {
                WholesaleUploadResponse answer =
                    await _api.UploadWholesaleDiscountsAsync(new WholesaleUploadRequest { Data = rows }, token).ConfigureAwait(false) ?? new();
                return new UploadAnswer
                {
                    Id = answer.Id,
                    AlreadyExists = answer.IsDuplicate,
                    ErrorText = answer.Detail,
                    Refused = answer.Results.Where(result => result is { Success: false })
                        .GroupBy(result => result.NmId)
                        .ToDictionary(group => group.Key, group => group.First().Error is { } error ? error.Detail ?? error.Title : null),
                };
            },
        };
        return Run(progress).UploadAsync(UploadRows.Check(changes), kind, cancellationToken);
    }

    /// <summary>
    /// Goes on where an upload was broken off: asks about every upload that has an id and is not settled, and sends nothing. Rows that were not
    /// sent stay so, as do rows whose upload's answer was lost.
    /// </summary>
    /// <param name="soFar">What is known: of an exception, of a report, or stored before a restart.</param>
    /// <param name="progress">Told what is known each time when there is something new; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits.</param>
    /// <returns>What became of each row.</returns>
    /// <exception cref="WildberriesTimeoutException"><see cref="PriceUploadOptions.MaxWait"/> is over.</exception>
    /// <exception cref="WildberriesRateLimitException">A wait for the rate limit would exceed the client's budget.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="UploadExceptionExtensions.GetUploadResult"/> has what is known.</exception>
    public Task<PriceUploadResult> WaitForUploadsAsync(
        PriceUploadResult soFar, IProgress<PriceUploadResult>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        return Run(progress).WaitAsync(soFar, cancellationToken);
    }

    private UploadRun Run(IProgress<PriceUploadResult>? progress) => new(_api, _options, _timeProvider, progress);
}
