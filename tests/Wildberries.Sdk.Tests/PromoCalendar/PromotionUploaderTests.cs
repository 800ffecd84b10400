using System.Net;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.Tests.BuyerChat;
using Wildberries.Sdk.Tests.DiscountsPrices;

namespace Wildberries.Sdk.Tests.PromoCalendar;

public sealed class PromotionUploaderTests : IPromoCalendarApi
{
    private readonly FakePricesApi _prices = new();
    private readonly JumpingTimeProvider _time = new() { LongestJump = TimeSpan.FromMinutes(5) };
    private readonly List<PromotionUpload> _uploads = [];
    private Func<int, PromotionUploadResult?>? _answer;
    private long[] _takingPart = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PromotionUploader Uploader => new(this, _prices, null, _time);

    [Fact]
    public async Task Products_go_out_by_the_thousand_and_the_prices_host_tells_what_became_of_them()
    {
        _prices.Details = id => [.. _prices.RowsOf(id).Select(row => new UploadedProduct
        {
            NmId = row.NmId,
            Status = row.NmId == 7 ? UploadedProductStatus.Failed : UploadedProductStatus.Updated,
            ErrorText = row.NmId == 7 ? "Not offered" : null,
        })];
        _prices.Processed = id => new UploadState { Status = UploadStatus.PartlyFailed, ProductCount = _prices.RowsOf(id).Count };
        PriceUploadResult result = await Uploader.AddProductsAndWaitAsync(123, Enumerable.Range(1, 1200).Select(i => (long)i), true, null, Cancel);

        Assert.Equal([(123L, true, 1000), (123L, true, 200)], _uploads.Select(u => (u.PromotionId!.Value, u.UploadNow!.Value, u.NmIds.Count)));
        Assert.Equal(Enumerable.Range(1, 1200).Select(i => (long)i), _uploads.SelectMany(u => u.NmIds));
        Assert.Equal(["history 1", "history goods 1 from 0", "history goods 1 from 1000", "history 2", "history goods 2 from 0"], _prices.Calls);
        Assert.Equal((1199, true), (result.Done.Count, result.IsComplete));
        Assert.Equal(new PriceUploadRow { Index = 6, NmId = 7, Outcome = PriceUploadOutcome.Failed, ErrorText = "Not offered" }, Assert.Single(result.Failed));
    }

    [Fact]
    public async Task Products_for_the_start_of_the_promotion_are_scheduled_and_followed_after_it()
    {
        DateTimeOffset start = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        Func<long, UploadState?> processed = _prices.Processed;
        _prices.Processed = _ => null;
        int asked = 0;
        _prices.Unprocessed = _ => ++asked < 2 ? null : new UploadState { Status = UploadStatus.Processing, ActivatesAt = start, ProductCount = 2 };
        _prices.UnprocessedDetails = _ => [new UploadedProduct { NmId = 1, Status = UploadedProductStatus.Processing }, new UploadedProduct { NmId = 9 }];
        PriceUploadResult result = await Uploader.AddProductsAndWaitAsync(1, [1, 2], false, null, Cancel);
        Assert.Equal([PriceUploadOutcome.Scheduled, PriceUploadOutcome.Unknown], result.Rows.Select(row => row.Outcome));
        Assert.Equal((false, 1, 1), (result.IsComplete, result.Pending.Count, result.Unknown.Count));
        Assert.Equal((UploadStatus.Processing, start), (result.Uploads[0].Status!.Value, result.Uploads[0].ActivatesAt!.Value));
        Assert.Equal(["history 1", "buffer 1", "history 1", "buffer 1", "buffer goods 1 from 0", "buffer goods 1 from 1000"], _prices.Calls);

        _prices.Processed = processed;
        result = await _prices.WaitForUploadsAsync(result, null, Cancel);
        Assert.All(result.Rows, row => Assert.Equal((PriceUploadOutcome.Updated, null), (row.Outcome, row.ErrorText)));
        Assert.Single(_uploads);
    }

    [Fact]
    public async Task Products_for_now_are_waited_for_while_they_are_in_the_list_of_unprocessed_ones()
    {
        Func<long, UploadState?> processed = _prices.Processed;
        int asked = 0;
        _prices.Processed = id => ++asked < 3 ? null : processed(id);
        _prices.Unprocessed = _ => new UploadState { Status = UploadStatus.Processing };
        Assert.True((await Uploader.AddProductsAndWaitAsync(1, [1], true, null, Cancel)).IsComplete);
        Assert.Equal(["history 1", "buffer 1", "history 1", "history 1", "history goods 1 from 0"], _prices.Calls);
    }

    [Fact]
    public async Task An_upload_that_WB_had_already_is_followed_by_its_id()
    {
        long earlier = _prices.Take([5]);
        _answer = _ => new PromotionUploadResult { AlreadyExists = true, UploadId = earlier };
        _takingPart = [5];
        PriceUploadResult result = await Uploader.AddProductsAndWaitAsync(1, [5], true, null, Cancel);
        Assert.Equal((true, earlier, 1), (result.Uploads[0].AlreadyExisted, result.Uploads[0].Id, result.Done.Count));

        // It was done once; the product has left the promotion since.
        _takingPart = [];
        result = await Uploader.AddProductsAndWaitAsync(1, [5], true, null, Cancel);
        Assert.Equal(PriceUploadOutcome.Failed, result.Rows[0].Outcome);
    }

    [Fact]
    public async Task What_was_broken_off_before_the_start_of_the_promotion_goes_on_to_be_scheduled()
    {
        _prices.Processed = _ => null;
        _prices.Unprocessed = _ => throw new WildberriesServerException("500");
        var broken = await Assert.ThrowsAsync<WildberriesServerException>(() => Uploader.AddProductsAndWaitAsync(1, [1], false, null, Cancel));
        Assert.Equal(PriceUploadOutcome.Processing, broken.GetUploadResult()!.Rows[0].Outcome);

        _prices.Unprocessed = _ => new UploadState { Status = UploadStatus.Processing, ProductCount = 1 };
        _prices.UnprocessedDetails = _ => [new UploadedProduct { NmId = 1, Status = UploadedProductStatus.Processing }];
        PriceUploadResult result = await _prices.WaitForUploadsAsync(broken.GetUploadResult()!, null, Cancel);
        Assert.Equal(PriceUploadOutcome.Scheduled, result.Rows[0].Outcome);
    }

    [Theory]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task A_promotion_that_takes_no_products_has_failed_them_all(HttpStatusCode status)
    {
        _answer = _ => throw new WildberriesBadRequestException("422") { StatusCode = status, Delivery = Delivery.Refused, Detail = "Unprocessable entity" };
        PriceUploadResult result = await Uploader.AddProductsAndWaitAsync(1, [1, 2], true, null, Cancel);
        Assert.All(result.Rows, row => Assert.Equal((PriceUploadOutcome.Failed, "Unprocessable entity"), (row.Outcome, row.ErrorText)));
        Assert.Empty(_prices.Calls);
    }

    [Fact]
    public async Task When_an_answer_is_lost_the_exception_has_what_is_known()
    {
        _answer = send => send == 2 ? throw new WildberriesServerException("500") : null;
        var thrown = await Assert.ThrowsAsync<WildberriesServerException>(
            () => Uploader.AddProductsAndWaitAsync(1, Enumerable.Range(1, 3000).Select(i => (long)i), true, null, Cancel));
        Assert.Equal(
            [PriceUploadOutcome.Updated, PriceUploadOutcome.Unknown, PriceUploadOutcome.NotSent],
            thrown.GetUploadResult()!.Uploads.Select(upload => upload.Rows[0].Outcome));
        Assert.Equal(2, _uploads.Count);
    }

    [Fact]
    public async Task Bad_input_is_refused_before_the_network()
    {
        Assert.Throws<ArgumentNullException>("calendar", () => new PromotionUploader(null!, _prices));
        Assert.Throws<ArgumentNullException>("prices", () => new PromotionUploader(this, null!));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => new PromotionUploader(this, _prices, new PriceUploadOptions { PollInterval = default }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("promotionId", () => this.AddProductsAndWaitAsync(_prices, 0, [1], true, null, Cancel));
        ArgumentException twice = await Assert.ThrowsAsync<ArgumentException>(
            "nmIds", () => this.AddProductsAndWaitAsync(_prices, 1, [5, 6, 5], true, null, Cancel));
        Assert.StartsWith("Row 2 (nmId 5): row 0 has the same product already.", twice.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>("nmIds", () => this.AddProductsAndWaitAsync(_prices, 1, [5, 0], true, null, Cancel));
        await Assert.ThrowsAsync<ArgumentNullException>("nmIds", () => this.AddProductsAndWaitAsync(_prices, 1, null!, true, null, Cancel));
        Assert.Empty((await this.AddProductsAndWaitAsync(_prices, 1, [], true, null, Cancel)).Rows);
        Assert.Empty(_uploads);
    }

    async Task<PromoCalendarResponse<PromotionUploadResult>> IPromoCalendarApi.UploadAsync(PromotionUploadRequest request, CancellationToken cancellationToken)
    {
        _uploads.Add(request.Data!);
        await Task.Yield();
        return new PromoCalendarResponse<PromotionUploadResult>
        {
            Data = _answer?.Invoke(_uploads.Count) ?? new PromotionUploadResult { UploadId = _prices.Take(request.Data!.NmIds) },
        };
    }

    Task<PromoCalendarResponse<PromotionList>> IPromoCalendarApi.GetPromotionsAsync(
        DateTimeOffset start, DateTimeOffset end, bool allPromotions, int? limit, int? offset, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    Task<PromoCalendarResponse<PromotionDetailsList>> IPromoCalendarApi.GetPromotionDetailsAsync(
        IReadOnlyList<long> promotionIds, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<PromoCalendarResponse<PromotionProductList>> IPromoCalendarApi.GetProductsAsync(
        long promotionId, bool inAction, int? limit, int? offset, CancellationToken cancellationToken)
    {
        Assert.True(inAction);
        return Task.FromResult(new PromoCalendarResponse<PromotionProductList>
        {
            Data = new PromotionProductList { Products = [.. _takingPart.Select(nmId => new PromotionProduct { NmId = nmId })] },
        });
    }
}
