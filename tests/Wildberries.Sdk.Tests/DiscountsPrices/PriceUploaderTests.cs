using System.Net;
using System.Text.Json;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.DiscountsPrices;

public sealed class PriceUploaderTests
{
    private const string AlreadySet = "The specified prices and discounts are already set";
    private const string WrongOrAlreadySet = "All item Nos. are specified incorrectly, or the specified prices and discounts are already set";
    private const string Lost = "The answer to the upload was lost: WB may have it or not.";

    private readonly FakePricesApi _api = new();
    private readonly JumpingTimeProvider _time = new() { LongestJump = TimeSpan.FromMinutes(5) };
    private readonly Reports _reports = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PriceUploader Uploader => new(_api, null, _time);

    [Fact]
    public async Task Rows_go_out_by_the_thousand_and_every_upload_is_followed_to_its_end_with_few_calls()
    {
        PriceUploadResult result = await Uploader.UploadAndWaitAsync(Changes(2500), _reports, Cancel);

        Assert.Equal(
            ["prices 1000", "prices 1000", "prices 500", "history 1", "history goods 1 from 0", "history 2", "history goods 2 from 0", "history 3", "history goods 3 from 0"],
            _api.Calls);
        Assert.Equal([TimeSpan.FromSeconds(3)], _time.Waits);
        Assert.True(result.IsComplete);
        Assert.Equal([1L, 2L, 3L], result.Uploads.Select(upload => upload.Id!.Value));
        Assert.Equal(
            Enumerable.Range(0, 2500).Select(i => new PriceUploadRow { Index = i, NmId = i + 1, Price = 101 + i, Outcome = PriceUploadOutcome.Updated }), result.Rows);
        Assert.Equal(Changes(2500), _api.Sent.SelectMany(rows => rows));

        // Three were sent, three were settled.
        Assert.Equal(6, _reports.All.Count);
        Assert.Equal([1000, 2000, 2500, 1500, 500, 0], _reports.All.Select(report => report.Rows.Count(row => row.Outcome == PriceUploadOutcome.Processing)));
        Assert.Equal(result.Rows, _reports.Last.Rows);
        Assert.Equal("2500 rows in 3 uploads: 2500 done, 0 failed, 0 unknown, 0 pending", result.ToString());
    }

    [Fact]
    public async Task Nothing_to_change_asks_nothing()
    {
        PriceUploadResult result = await Uploader.UploadAndWaitAsync(Changes(0), _reports, Cancel);
        Assert.Empty(_api.Calls);
        Assert.True(result.IsComplete);
        Assert.Empty(result.Rows);
    }

    // The upload's state, the row's state and text, and what may be said of it.
    [Theory]
    [InlineData(3, 2, null, PriceUploadOutcome.Updated, null)]
    [InlineData(5, 2, "", PriceUploadOutcome.Updated, null)]
    [InlineData(5, 3, "Not now", PriceUploadOutcome.Failed, "Not now")]
    [InlineData(3, 3, "Not now", PriceUploadOutcome.Failed, "Not now")]
    [InlineData(6, 3, null, PriceUploadOutcome.Failed, "WB gives no reason.")]
    [InlineData(5, 3, AlreadySet, PriceUploadOutcome.Unchanged, null)]
    [InlineData(4, 3, null, PriceUploadOutcome.Failed, "WB cancelled the upload.")]
    [InlineData(4, 1, null, PriceUploadOutcome.Failed, "WB cancelled the upload.")]
    [InlineData(4, null, null, PriceUploadOutcome.Failed, "WB cancelled the upload.")]
    [InlineData(4, 3, "Why", PriceUploadOutcome.Failed, "Why")]
    [InlineData(4, 2, null, PriceUploadOutcome.Unknown, "The upload has the status 4, and this row 2: that settles nothing.")]
    [InlineData(6, 2, null, PriceUploadOutcome.Unknown, "The upload has the status 6, and this row 2: that settles nothing.")]
    [InlineData(7, 2, null, PriceUploadOutcome.Unknown, "The upload has the status 7, and this row 2: that settles nothing.")]
    [InlineData(0, 2, null, PriceUploadOutcome.Unknown, "The upload has the status 0, and this row 2: that settles nothing.")]
    [InlineData(7, 3, "No", PriceUploadOutcome.Failed, "No")]
    [InlineData(3, 1, null, PriceUploadOutcome.Unknown, "The upload has the status 3, and this row 1: that settles nothing.")]
    [InlineData(3, 0, null, PriceUploadOutcome.Unknown, "The upload has the status 3, and this row 0: that settles nothing.")]
    [InlineData(3, 2, "But", PriceUploadOutcome.Unknown, "But")]
    [InlineData(3, null, null, PriceUploadOutcome.Unknown, "The upload has the status 3, and its details do not name this row.")]
    [InlineData(6, null, null, PriceUploadOutcome.Unknown, "The upload has the status 6, and its details do not name this row.")]
    public async Task Nothing_is_called_done_that_WB_does_not_call_done(int upload, int? row, string? text, PriceUploadOutcome outcome, string? error)
    {
        _api.Processed = id => new UploadState { UploadId = id, Status = UploadStatus.From(upload), ProductCount = 2, SuccessCount = 2 };
        _api.Details = _ => row is { } status ? [Goods(1, status, text)] : [];
        PriceUploadResult result = await Uploader.UploadAndWaitAsync(Changes(1), _reports, Cancel);
        Assert.Equal(new PriceUploadRow { NmId = 1, Price = 101, Outcome = outcome, ErrorText = error }, Assert.Single(result.Rows));
        Assert.Equal(outcome is PriceUploadOutcome.Updated or PriceUploadOutcome.Unchanged ? 1 : 0, result.Done.Count);
        Assert.Equal(outcome == PriceUploadOutcome.Failed ? 1 : 0, result.Failed.Count);
        Assert.Equal(outcome == PriceUploadOutcome.Unknown ? 1 : 0, result.Unknown.Count);
        Assert.Equal(UploadStatus.From(upload), result.Uploads[0].Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_state_of_another_upload_is_not_taken_for_this_ones(bool isProcessed)
    {
        int asked = 0;
        UploadState? StateOf(long id) => new() { UploadId = asked++ < 2 ? id + 1 : id, Status = UploadStatus.Done, ProductCount = 1, SuccessCount = 1 };
        if (isProcessed)
        {
            _api.Processed = StateOf;
        }
        else
        {
            Func<long, UploadState?> processed = _api.Processed;
            _api.Processed = id => asked < 3 ? null : processed(id);
            _api.Unprocessed = id => StateOf(id)! with { Status = UploadStatus.Processing };
        }

        PriceUploadResult result = await Uploader.UploadAndWaitAsync(Changes(1), _reports, Cancel);
        Assert.Single(result.Done);
        Assert.Equal(3, asked);

        (_api.Processed, asked) = (id => new UploadState { UploadId = id + 1, Status = UploadStatus.Done }, 0);
        var failure = await Assert.ThrowsAsync<WildberriesResponseException>(() => Uploader.UploadAndWaitAsync(Changes(1), _reports, Cancel));
        Assert.True(failure.IsTransient);
        Assert.Contains("it is about the upload 3, not 2.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The new price is several times lower than the current price. Item has been moved to Price Quarantine", true)]
    [InlineData("The product is in quarantine", true)]
    [InlineData("You can't change the item price", false)]
    public async Task Quarantine_is_a_failure_that_can_be_told_from_others(string text, bool isQuarantined)
    {
        _api.Details = _ => [Goods(1, 3, text)];
        PriceUploadRow row = Assert.Single((await Uploader.UploadAndWaitAsync(Changes(1), null, Cancel)).Failed);
        Assert.Equal((isQuarantined, text), (row.IsQuarantined, row.ErrorText));
        Assert.False((row with { Outcome = PriceUploadOutcome.Unknown }).IsQuarantined);
    }

    [Fact]
    public async Task Details_are_read_on_while_rows_are_missing_and_no_further()
    {
        // One article of the first page is not ours; ours comes on the second.
        _api.Processed = id => new UploadState { Status = UploadStatus.Done, ProductCount = 1001 };
        _api.Details = _ => [Goods(9999, 2), .. Enumerable.Range(1, 1000).Select(i => Goods(i, 2))];
        Assert.Equal(1000, (await Uploader.UploadAndWaitAsync(Changes(1000), null, Cancel)).Done.Count);
        Assert.Equal(["prices 1000", "history 1", "history goods 1 from 0", "history goods 1 from 1000"], _api.Calls);

        // Where WB does not say how many there are, the empty page does.
        _api.Calls.Clear();
        _api.Processed = id => new UploadState { Status = UploadStatus.Done };
        _api.Details = _ => [Goods(1, 2), Goods(2, 2)];
        PriceUploadResult result = await Uploader.UploadAndWaitAsync(Changes(3), null, Cancel);
        Assert.Equal(["prices 3", "history 2", "history goods 2 from 0", "history goods 2 from 1000"], _api.Calls);
        Assert.Equal([PriceUploadOutcome.Updated, PriceUploadOutcome.Updated, PriceUploadOutcome.Unknown], result.Rows.Select(row => row.Outcome));
    }

    [Fact]
    public async Task An_article_that_comes_with_several_rows_is_done_when_all_of_them_are()
    {
        _api.Details = _ => [Goods(1, 2), Goods(1, 3, "One size fails"), Goods(2, 2), Goods(2, 2)];
        PriceUploadResult result = await Uploader.UploadAndWaitAsync(Changes(2), null, Cancel);
        Assert.Equal([PriceUploadOutcome.Failed, PriceUploadOutcome.Updated], result.Rows.Select(row => row.Outcome));
        Assert.Equal("One size fails", Assert.Single(result.Failed).ErrorText);
    }

    [Fact]
    public async Task Sizes_of_an_article_are_told_apart()
    {
        _api.Details = _ => [Goods(1, 3, "Invalid size") with { SizeId = 12 }, Goods(1, 2) with { SizeId = 11 }, Goods(1, 2) with { SizeId = 99 }];
        PriceUploadResult result = await Uploader.UploadAndWaitAsync(
            [
                new SizePriceChange { NmId = 1, SizeId = 11, Price = 5 },
                new SizePriceChange { NmId = 1, SizeId = 12, Price = 5 },
                new SizePriceChange { NmId = 1, SizeId = 13, Price = 5 },
            ],
            null,
            Cancel);
        Assert.Equal(
            [(0, 11L, PriceUploadOutcome.Updated), (1, 12L, PriceUploadOutcome.Failed), (2, 13L, PriceUploadOutcome.Unknown)],
            result.Rows.Select(row => (row.Index, row.SizeId!.Value, row.Outcome)));
    }

    [Fact]
    public async Task Club_discounts_are_followed_like_prices()
    {
        PriceUploadResult result = await Uploader.UploadAndWaitAsync([new ClubDiscountChange { NmId = 5, ClubDiscount = 3 }], null, Cancel);
        Assert.Equal(new PriceUploadRow { NmId = 5, ClubDiscount = 3, Outcome = PriceUploadOutcome.Updated }, Assert.Single(result.Rows));
        Assert.Equal(["club 1", "history 1", "history goods 1 from 0"], _api.Calls);
    }

    [Fact]
    public async Task An_upload_that_exists_already_is_done_only_if_the_prices_are_so_now()
    {
        long earlier = _api.Take([1, 2, 3]);
        _api.Uploading = _ => new UploadResponse { Data = new UploadTask { Id = earlier, AlreadyExists = true }, ErrorText = "This task already exists" };
        _api.Details = _ => [Goods(1, 2), Goods(2, 3, "Not now"), Goods(3, 2)];
        _api.Goods = _ => [Article(1, 101, 0), Article(2, 102, 0), Article(3, 777, 0)];
        PriceUploadResult result = await Uploader.UploadAndWaitAsync(Changes(3), null, Cancel);
        Assert.Equal((earlier, true), (result.Uploads[0].Id, result.Uploads[0].AlreadyExisted));
        Assert.Equal([PriceUploadOutcome.Unchanged, PriceUploadOutcome.Failed, PriceUploadOutcome.Failed], result.Rows.Select(row => row.Outcome));
        Assert.Equal("Not now", result.Rows.ElementAt(1).ErrorText);
        Assert.Contains("different by now", result.Rows[^1].ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_that_exists_already_is_not_called_done_where_nobody_can_say_how_it_is_now()
    {
        long earlier = _api.Take([1]);
        _api.Uploading = _ => new UploadResponse { Data = new UploadTask { Id = earlier, AlreadyExists = true } };
        _api.Goods = _ => throw new WildberriesServerException("500");
        PriceUploadResult result = await Uploader.UploadAndWaitAsync(Changes(1), null, Cancel);
        Assert.Equal(PriceUploadOutcome.Unknown, result.Rows[0].Outcome);

        // Nor does going on by the id alone know what was wanted.
        result = await Uploader.WaitForUploadsAsync(result, null, Cancel);
        Assert.Equal(PriceUploadOutcome.Unknown, result.Rows[0].Outcome);
    }

    [Fact]
    public async Task Details_that_name_an_article_once_for_each_size_are_read_to_the_end()
    {
        _api.Processed = _ => new UploadState { Status = UploadStatus.PartlyFailed, ProductCount = 1 };
        _api.Details = _ => [Goods(1, 2) with { SizeId = 11 }, Goods(1, 2) with { SizeId = 12 }, Goods(1, 3, "Too low") with { SizeId = 13 }];
        SizePriceChange[] sizes = [.. ((long[])[11, 12, 13]).Select(size => new SizePriceChange { NmId = 1, SizeId = size, Price = 100 })];
        PriceUploadResult result = await Uploader.UploadAndWaitAsync(sizes, null, Cancel);
        Assert.Equal([PriceUploadOutcome.Updated, PriceUploadOutcome.Updated, PriceUploadOutcome.Failed], result.Rows.Select(row => row.Outcome));
    }

    [Fact]
    public async Task A_store_of_the_limits_that_fails_has_sent_nothing()
    {
        _api.Uploading = _ => throw new WildberriesRateLimitStoreException("The store is away.") { Delivery = Delivery.NotSent };
        var error = await Assert.ThrowsAsync<WildberriesRateLimitStoreException>(() => Uploader.UploadAndWaitAsync(Changes(1), null, Cancel));
        Assert.Equal(PriceUploadOutcome.NotSent, error.GetUploadResult()!.Rows[0].Outcome);
    }

    [Theory]
    [InlineData("", "WB took the upload and gave it no id.")]
    [InlineData("Strange", "Strange")]
    public async Task An_upload_without_an_id_cannot_be_followed_and_is_not_called_done(string text, string error)
    {
        _api.Uploading = send => send == 1 ? new UploadResponse { ErrorText = text } : null;
        PriceUploadResult result = await Uploader.UploadAndWaitAsync(Changes(1001), null, Cancel);
        Assert.All(result.Rows.Take(1000), row => Assert.Equal((PriceUploadOutcome.Unknown, error), (row.Outcome, row.ErrorText)));
        Assert.Equal(PriceUploadOutcome.Updated, result.Rows[^1].Outcome);
        Assert.Equal(["prices 1000", "prices 1", "history 1", "history goods 1 from 0"], _api.Calls);
    }

    [Fact]
    public async Task Wholesale_articles_that_WB_refuses_at_once_stay_refused_and_the_others_are_followed()
    {
        _api.Wholesale = _ => new WholesaleUploadResponse
        {
            Id = 1,
            AlreadyExists = false,
            Results =
            [
                new WholesaleResult { NmId = 1, Error = new WholesaleError { Status = 400, Title = "Bad Request", Detail = "Invalid item No." } },
                new WholesaleResult { NmId = 2, Success = true },
                new WholesaleResult { NmId = 3, Success = true },
                new WholesaleResult { NmId = 4 },
            ],
        };
        _api.Details = _ => [Goods(1, 2), Goods(2, 2), Goods(3, 3, "Later refused"), Goods(4, 2)];
        PriceUploadResult result = await Uploader.UploadAndWaitAsync(Wholesale(1, 2, 3, 4), null, Cancel);
        Assert.Equal(
            [
                (PriceUploadOutcome.Failed, "Invalid item No."),
                (PriceUploadOutcome.Updated, null),
                (PriceUploadOutcome.Failed, "Later refused"),
                (PriceUploadOutcome.Failed, "WB gives no reason."),
            ],
            result.Rows.Select(row => (row.Outcome, row.ErrorText)));
        Assert.Equal(["wholesale 4", "history 1", "history goods 1 from 0"], _api.Calls);
    }

    [Fact]
    public async Task A_wholesale_upload_without_anything_to_follow_is_not_followed()
    {
        _api.Wholesale = _ => new WholesaleUploadResponse { Id = 1, Results = [new WholesaleResult { NmId = 1 }] };
        Assert.Equal(PriceUploadOutcome.Failed, (await Uploader.UploadAndWaitAsync(Wholesale(1), null, Cancel)).Rows[0].Outcome);

        // WB's 208 for wholesale has no id.
        _api.Wholesale = _ => new WholesaleUploadResponse { Status = 208, Title = "Already Reported" };
        PriceUploadResult result = await Uploader.UploadAndWaitAsync(Wholesale(1), null, Cancel);
        Assert.Equal(
            (PriceUploadOutcome.Unknown, "WB had this upload already and does not say under which id."),
            (result.Rows[0].Outcome, result.Rows[0].ErrorText));
        Assert.True(result.Uploads[0].AlreadyExisted);
        Assert.Equal(["wholesale 1", "wholesale 1"], _api.Calls);
    }

    [Fact]
    public async Task An_upload_that_WB_refuses_has_failed_and_the_others_go_on()
    {
        _api.Uploading = send => send == 2 ? throw Refused("Invalid price value") : null;
        PriceUploadResult result = await Uploader.UploadAndWaitAsync(Changes(2500), null, Cancel);
        Assert.Equal(Enumerable.Range(1000, 1000), result.Failed.Select(row => row.Index));
        Assert.All(result.Failed, row => Assert.Equal((PriceUploadOutcome.Failed, "Invalid price value"), (row.Outcome, row.ErrorText)));
        Assert.Equal(1500, result.Done.Count);
        Assert.Equal((3, null), (_api.Sends, result.Uploads[1].Id));
    }

    [Fact]
    public async Task Prices_that_are_set_already_are_done_without_an_upload()
    {
        _api.Uploading = _ => throw Refused(AlreadySet);
        PriceUploadResult result = await Uploader.UploadAndWaitAsync(Changes(2), null, Cancel);
        Assert.All(result.Rows, row => Assert.Equal((PriceUploadOutcome.Unchanged, null), (row.Outcome, row.ErrorText)));
        Assert.Equal(2, result.Done.Count);
        Assert.Equal(["prices 2"], _api.Calls);
    }

    [Fact]
    public async Task When_WB_says_wrong_or_already_set_the_present_prices_tell_which()
    {
        _api.Uploading = _ => throw Refused(WrongOrAlreadySet);
        _api.Goods = _ =>
        [
            Article(1, 100, 10),
            Article(2, 100, 10),
            Article(3, 100, 10),
            Article(4, 100, 0) with { Discount = null },
            Article(5, 100, 0) with { Sizes = [] },
            null!,
        ];
        PriceUploadResult result = await Uploader.UploadAndWaitAsync(
            [
                new PriceChange { NmId = 1, Price = 100, Discount = 10 },
                new PriceChange { NmId = 2, Price = 101 },
                new PriceChange { NmId = 3, Discount = 10 },
                new PriceChange { NmId = 4, Discount = 0 },
                new PriceChange { NmId = 5, Price = 100 },
                new PriceChange { NmId = 6, Price = 100 },
            ],
            _reports,
            Cancel);
        Assert.Equal(["prices 6", "goods 6"], _api.Calls);
        Assert.Equal([0, 2, 3], result.Done.Select(row => row.Index));
        Assert.All(result.Done, row => Assert.Equal((PriceUploadOutcome.Unchanged, null), (row.Outcome, row.ErrorText)));
        Assert.All(result.Failed, row => Assert.Equal((PriceUploadOutcome.Failed, WrongOrAlreadySet), (row.Outcome, row.ErrorText)));

        // Failed first: that is what is known until the prices are.
        Assert.Equal([6, 3], _reports.All.Select(report => report.Failed.Count));
    }

    [Fact]
    public async Task The_present_prices_tell_for_sizes_and_club_discounts_too()
    {
        _api.Uploading = _ => throw Refused(WrongOrAlreadySet);
        _api.Goods = nmIds => [Article(1, 100, 0) with { ClubDiscount = 5, Sizes = [new ProductSize { SizeId = 11, Price = 100 }, new ProductSize { SizeId = 12, Price = 200 }] }];
        PriceUploadResult sizes = await Uploader.UploadAndWaitAsync(
            [new SizePriceChange { NmId = 1, SizeId = 11, Price = 100 }, new SizePriceChange { NmId = 1, SizeId = 12, Price = 100 }], null, Cancel);
        Assert.Equal([PriceUploadOutcome.Unchanged, PriceUploadOutcome.Failed], sizes.Rows.Select(row => row.Outcome));
        _api.Uploading = _ => throw Refused("All item Nos. are specified incorrectly, or the specified discounts are already set");
        PriceUploadResult club = await Uploader.UploadAndWaitAsync(
            [new ClubDiscountChange { NmId = 1, ClubDiscount = 5 }, new ClubDiscountChange { NmId = 2, ClubDiscount = 5 }], null, Cancel);
        Assert.Equal([PriceUploadOutcome.Unchanged, PriceUploadOutcome.Failed], club.Rows.Select(row => row.Outcome));

        // Each article is asked for once.
        Assert.Equal(["sizes 2", "goods 1", "club 2", "goods 2"], _api.Calls);
    }

    [Fact]
    public async Task When_the_present_prices_cannot_be_read_the_refusal_stands_and_the_others_go_on()
    {
        _api.Uploading = send => send == 1 ? throw Refused(WrongOrAlreadySet) : null;
        _api.Goods = _ => throw new WildberriesServerException("500");
        PriceUploadResult result = await Uploader.UploadAndWaitAsync(Changes(1001), null, Cancel);
        Assert.Equal((1000, 1), (result.Failed.Count, result.Done.Count));
        Assert.All(result.Failed, row => Assert.Equal(WrongOrAlreadySet, row.ErrorText));
    }

    public static TheoryData<WildberriesApiException> UnknownEnds =>
    [
        new WildberriesConnectionException("reset", new HttpRequestException(HttpRequestError.ResponseEnded)),
        new WildberriesConnectionException("broken", new IOException()),
        new WildberriesConnectionException("no cause"),
        new WildberriesTimeoutException("late"),
        new WildberriesServerException("500") { StatusCode = HttpStatusCode.InternalServerError },
        new WildberriesResponseException("no JSON") { StatusCode = HttpStatusCode.OK, Delivery = Delivery.Answered },
        new WildberriesBadRequestException("Unexpected result") { StatusCode = HttpStatusCode.UnprocessableEntity },
        new WildberriesApiException("408") { StatusCode = HttpStatusCode.RequestTimeout },
        new WildberriesApiException("307") { StatusCode = HttpStatusCode.TemporaryRedirect },
        new WildberriesApiException("who knows"),
    ];

    [Theory]
    [MemberData(nameof(UnknownEnds), DisableDiscoveryEnumeration = true)]
    public async Task When_the_answer_is_lost_nothing_more_is_sent_what_went_before_is_followed_and_the_exception_has_it_all(WildberriesApiException lost)
    {
        _api.Uploading = send => send == 2 ? throw lost : null;
        var thrown = (WildberriesApiException)(await Record.ExceptionAsync(() => Uploader.UploadAndWaitAsync(Changes(3000), _reports, Cancel)))!;

        Assert.Same(lost, thrown);
        Assert.Equal(["prices 1000", "prices 1000", "history 1", "history goods 1 from 0"], _api.Calls);
        PriceUploadResult result = thrown.GetUploadResult()!;
        Assert.Equal(Enumerable.Range(0, 3000), result.Rows.Select(row => row.Index));
        Assert.All(result.Rows.Take(1000), row => Assert.Equal(PriceUploadOutcome.Updated, row.Outcome));
        Assert.All(result.Rows.Skip(1000).Take(1000), row => Assert.Equal((PriceUploadOutcome.Unknown, Lost), (row.Outcome, row.ErrorText)));
        Assert.All(result.Rows.Skip(2000), row => Assert.Equal(PriceUploadOutcome.NotSent, row.Outcome));
        Assert.Equal((1000, 0, 1000, 1000), (result.Done.Count, result.Failed.Count, result.Unknown.Count, result.Pending.Count));
        Assert.Equal(result.Rows, _reports.Last.Rows);
        Assert.Contains(nameof(FakePricesApi), thrown.StackTrace!, StringComparison.Ordinal);
    }

    public static TheoryData<WildberriesApiException> SureEnds =>
    [
        new WildberriesRateLimitException("limit") { Delivery = Delivery.NotSent, RetryAfter = TimeSpan.FromMinutes(15) },
        new WildberriesAccessException("read-only") { Delivery = Delivery.NotSent },
        new WildberriesUnauthorizedException("expired") { Delivery = Delivery.NotSent },
        new WildberriesPaymentRequiredException("402") { StatusCode = HttpStatusCode.PaymentRequired, Delivery = Delivery.Refused },
        new WildberriesConflictException("You can't change prices while switching to another currency") { StatusCode = HttpStatusCode.Conflict, Delivery = Delivery.Refused },
        new WildberriesRequestTooLargeException("413") { StatusCode = HttpStatusCode.RequestEntityTooLarge, Delivery = Delivery.Refused },
        new WildberriesNotFoundException("404") { StatusCode = HttpStatusCode.NotFound, Delivery = Delivery.Refused },
        new WildberriesApiException("405") { StatusCode = HttpStatusCode.MethodNotAllowed, Delivery = Delivery.Refused },
        new WildberriesConnectionException("no such host") { Delivery = Delivery.NotSent },
    ];

    [Theory]
    [MemberData(nameof(SureEnds), DisableDiscoveryEnumeration = true)]
    public async Task What_WB_has_not_taken_is_told_from_what_it_may_have(WildberriesApiException refused)
    {
        _api.Uploading = send => send == 2 ? throw refused : null;
        var thrown = (WildberriesApiException)(await Record.ExceptionAsync(() => Uploader.UploadAndWaitAsync(Changes(1500), null, Cancel)))!;
        Assert.Same(refused, thrown);
        Assert.Equal((1000, 0, 500), (thrown.GetUploadResult()!.Done.Count, thrown.GetUploadResult()!.Failed.Count, thrown.GetUploadResult()!.Pending.Count));
        Assert.All(thrown.GetUploadResult()!.Pending, row => Assert.Equal(PriceUploadOutcome.NotSent, row.Outcome));
    }

    [Fact]
    public async Task When_the_following_fails_too_the_first_failure_is_told_with_what_is_known()
    {
        _api.Uploading = send => send == 2 ? throw new WildberriesServerException("first") : null;
        _api.Processed = _ => throw new WildberriesUnauthorizedException("second");
        var thrown = await Assert.ThrowsAsync<WildberriesServerException>(() => Uploader.UploadAndWaitAsync(Changes(1001), null, Cancel));
        Assert.Equal([1L, null], thrown.GetUploadResult()!.Uploads.Select(upload => upload.Id));
        Assert.Equal(PriceUploadOutcome.Processing, thrown.GetUploadResult()!.Rows[0].Outcome);
        Assert.Equal(PriceUploadOutcome.Unknown, thrown.GetUploadResult()!.Rows[^1].Outcome);
    }

    [Fact]
    public async Task A_limit_that_ends_the_following_loses_nothing_and_the_following_goes_on_later_without_sending()
    {
        var limit = new WildberriesRateLimitException("limit") { RetryAfter = TimeSpan.FromMinutes(15) };
        Func<long, UploadState?> processed = _api.Processed;
        _api.Processed = id => id == 2 ? throw limit : processed(id);
        var thrown = await Assert.ThrowsAsync<WildberriesRateLimitException>(() => Uploader.UploadAndWaitAsync(Changes(2500), null, Cancel));
        Assert.Same(limit, thrown);
        Assert.Equal((1000, 1500), (thrown.GetUploadResult()!.Done.Count, thrown.GetUploadResult()!.Pending.Count));
        Assert.Equal(3, _api.Sends);

        _api.Processed = processed;
        _api.Calls.Clear();
        _time.Waits.Clear();
        PriceUploadResult result = await Uploader.WaitForUploadsAsync(thrown.GetUploadResult()!, _reports, Cancel);
        Assert.Equal(2500, result.Done.Count);
        Assert.Equal(["history 2", "history goods 2 from 0", "history 3", "history goods 3 from 0"], _api.Calls);
        Assert.Empty(_time.Waits);
        Assert.Equal(2, _reports.All.Count);
    }

    [Fact]
    public async Task Waiting_asks_again_for_rows_that_WB_did_not_settle_and_leaves_the_rest_as_it_is()
    {
        _api.Take([1, 2]);
        var soFar = new PriceUploadResult
        {
            Uploads =
            [
                new PriceUpload
                {
                    Id = 1,
                    Rows =
                    [
                        new PriceUploadRow { NmId = 1, Outcome = PriceUploadOutcome.Unknown },
                        new PriceUploadRow { Index = 1, NmId = 2, Outcome = PriceUploadOutcome.Failed, ErrorText = "No" },
                    ],
                },
                new PriceUpload { Rows = [new PriceUploadRow { Index = 2, NmId = 3, Outcome = PriceUploadOutcome.NotSent }] },
                new PriceUpload { Rows = [new PriceUploadRow { Index = 3, NmId = 4, Outcome = PriceUploadOutcome.Unknown, ErrorText = Lost }] },
                new PriceUpload { Id = 7, Rows = [new PriceUploadRow { Index = 4, NmId = 5, Outcome = PriceUploadOutcome.Updated }] },
                null!,
            ],
        };
        PriceUploadResult result = await _api.WaitForUploadsAsync(soFar, null, Cancel);
        Assert.Equal(["history 1", "history goods 1 from 0"], _api.Calls);
        Assert.Equal(
            [PriceUploadOutcome.Updated, PriceUploadOutcome.Failed, PriceUploadOutcome.NotSent, PriceUploadOutcome.Unknown, PriceUploadOutcome.Updated],
            result.Rows.Select(row => row.Outcome));
        Assert.Equal(PriceUploadOutcome.Unknown, soFar.Rows[0].Outcome);
    }

    [Fact]
    public async Task An_upload_that_is_not_listed_yet_is_looked_for_in_both_lists_and_in_one_once_it_was_seen()
    {
        int round = 0;
        DateTimeOffset start = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);
        _api.Processed = id => ++round switch
        {
            < 4 => null,
            4 => new UploadState { Status = UploadStatus.Processing },
            _ => new UploadState { Status = UploadStatus.Done, ProductCount = 1 },
        };
        _api.Unprocessed = id => round < 2 ? null : new UploadState { Status = UploadStatus.Processing, ActivatesAt = start };
        PriceUploadResult result = await Uploader.UploadAndWaitAsync(Changes(1), _reports, Cancel);
        Assert.Equal(
            ["prices 1", "history 1", "buffer 1", "history 1", "buffer 1", "history 1", "history 1", "history 1", "history goods 1 from 0"], _api.Calls);
        Assert.Equal((UploadStatus.Done, start), (result.Uploads[0].Status!.Value, result.Uploads[0].ActivatesAt!.Value));

        // Sent, seen, settled: an answer with nothing new is not reported.
        Assert.Equal(3, _reports.All.Count);
    }

    [Fact]
    public async Task The_pauses_double_up_to_a_minute_while_nothing_is_decided_and_begin_anew_when_something_is()
    {
        int round = 0;
        Func<long, UploadState?> processed = _api.Processed;
        _time.OnWait = wait => round = wait;
        _api.Processed = id => round < (id == 1 ? 4 : 6) ? null : processed(id);
        _api.Unprocessed = _ => new UploadState { Status = UploadStatus.Processing };
        await Uploader.UploadAndWaitAsync(Changes(1001), null, Cancel);
        Assert.Equal([3, 6, 12, 24, 3, 6], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData(3, new double[] { 3, 6, 12, 24, 48, 60, 60 })]
    [InlineData(100, new double[] { 100, 100, 100, 100, 100, 100, 100 })]
    public async Task Pauses_end_at_a_minute_or_at_the_interval_if_that_is_longer(double interval, double[] waits)
    {
        int asked = 0;
        Func<long, UploadState?> processed = _api.Processed;
        _api.Processed = id => ++asked < 7 ? null : processed(id);
        var uploader = new PriceUploader(_api, new PriceUploadOptions { PollInterval = TimeSpan.FromSeconds(interval) }, _time);
        await uploader.UploadAndWaitAsync(Changes(1), null, Cancel);
        Assert.Equal(waits, _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Failures_on_the_way_pass_if_they_are_few_and_end_the_following_if_not()
    {
        var failures = new Queue<WildberriesApiException>(
        [
            new WildberriesServerException("500"), new WildberriesConnectionException("truncated"),
        ]);
        Func<long, UploadState?> processed = _api.Processed;
        _api.Processed = id => failures.TryDequeue(out WildberriesApiException? failure) ? throw failure : processed(id);
        Assert.Single((await Uploader.UploadAndWaitAsync(Changes(1), null, Cancel)).Done);

        // A good answer in between makes them few again.
        int asked = 0;
        _api.Processed = id => ++asked is 1 or 2 or 4 or 5 ? throw new WildberriesServerException("500") : asked == 3 ? null : processed(id);
        Assert.Single((await Uploader.UploadAndWaitAsync(Changes(1), null, Cancel)).Done);

        _api.Processed = id => failures.TryDequeue(out WildberriesApiException? failure) ? throw failure : processed(id);
        failures = new Queue<WildberriesApiException>(
        [
            new WildberriesTimeoutException("late"), new WildberriesResponseException("no JSON"), new WildberriesServerException("third"),
        ]);
        var thrown = await Assert.ThrowsAsync<WildberriesServerException>(() => Uploader.UploadAndWaitAsync(Changes(1), null, Cancel));
        Assert.Equal(("third", PriceUploadOutcome.Processing), (thrown.Message, Assert.Single(thrown.GetUploadResult()!.Rows).Outcome));
        Assert.Equal(3, _api.Sends);
    }

    [Fact]
    public async Task A_failure_that_will_not_pass_ends_the_following_at_once()
    {
        _api.Processed = _ => throw new WildberriesUnauthorizedException("expired");
        var thrown = await Assert.ThrowsAsync<WildberriesUnauthorizedException>(() => Uploader.UploadAndWaitAsync(Changes(1), null, Cancel));
        Assert.Equal(1, thrown.GetUploadResult()!.Uploads[0].Id);
        Assert.Equal(["prices 1", "history 1"], _api.Calls);
    }

    [Fact]
    public async Task When_the_time_is_over_it_says_so_and_the_following_can_go_on()
    {
        Func<long, UploadState?> processed = _api.Processed;
        _api.Processed = id => id == 1 ? processed(id) : null;
        var uploader = new PriceUploader(_api, new PriceUploadOptions { MaxWait = TimeSpan.FromMinutes(10) }, _time);
        var thrown = await Assert.ThrowsAsync<WildberriesTimeoutException>(() => uploader.UploadAndWaitAsync(Changes(1001), null, Cancel));
        Assert.Equal((TimeSpan.FromMinutes(10), Delivery.Answered), (thrown.Timeout!.Value, thrown.Delivery));
        Assert.Equal((1000, 1), (thrown.GetUploadResult()!.Done.Count, thrown.GetUploadResult()!.Pending.Count));
        Assert.InRange(_time.Waits.Sum(wait => wait.TotalMinutes), 9, 11);

        _api.Processed = processed;
        Assert.Equal(1001, (await uploader.WaitForUploadsAsync(thrown.GetUploadResult()!, null, Cancel)).Done.Count);
    }

    [Fact]
    public async Task When_the_time_is_over_before_all_is_sent_nothing_more_is()
    {
        _api.Uploading = send =>
        {
            _time.Advance(TimeSpan.FromMinutes(2));
            return null;
        };
        var uploader = new PriceUploader(_api, new PriceUploadOptions { MaxWait = TimeSpan.FromMinutes(3) }, _time);
        var thrown = await Assert.ThrowsAsync<WildberriesTimeoutException>(() => uploader.UploadAndWaitAsync(Changes(3000), null, Cancel));
        Assert.Equal(["prices 1000", "prices 1000"], _api.Calls);
        Assert.Equal(
            [PriceUploadOutcome.Processing, PriceUploadOutcome.Processing, PriceUploadOutcome.NotSent],
            thrown.GetUploadResult()!.Uploads.Select(upload => upload.Rows[0].Outcome));

        thrown = await Assert.ThrowsAsync<WildberriesTimeoutException>(
            () => new PriceUploader(_api, new PriceUploadOptions { MaxWait = TimeSpan.Zero }, _time).UploadAndWaitAsync(Changes(1), null, Cancel));
        Assert.Equal((2, PriceUploadOutcome.NotSent), (_api.Sends, Assert.Single(thrown.GetUploadResult()!.Rows).Outcome));
        Assert.Equal(Delivery.NotSent, thrown.Delivery);
    }

    [Fact]
    public async Task Without_an_end_it_waits_as_long_as_WB_needs()
    {
        Func<long, UploadState?> processed = _api.Processed;
        DateTimeOffset start = _time.GetUtcNow();
        _api.Processed = id => _time.GetUtcNow() - start < TimeSpan.FromDays(1) ? null : processed(id);
        var uploader = new PriceUploader(_api, new PriceUploadOptions { MaxWait = null }, _time);
        Assert.Single((await uploader.UploadAndWaitAsync(Changes(1), null, Cancel)).Done);
    }

    [Fact]
    public async Task A_cancellation_while_an_upload_is_sent_leaves_it_unknown_in_the_last_report()
    {
        using var cancel = new CancellationTokenSource();
        _api.Uploading = send =>
        {
            if (send == 2)
            {
                cancel.Cancel();
                cancel.Token.ThrowIfCancellationRequested();
            }

            return null;
        };
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Uploader.UploadAndWaitAsync(Changes(3000), _reports, cancel.Token));
        Assert.Equal(
            [PriceUploadOutcome.Processing, PriceUploadOutcome.Unknown, PriceUploadOutcome.NotSent],
            _reports.Last.Uploads.Select(upload => upload.Rows[0].Outcome));
        Assert.Equal(_reports.Last.Uploads, error.GetUploadResult()!.Uploads);
        Assert.Equal(["prices 1000", "prices 1000"], _api.Calls);
    }

    [Fact]
    public async Task A_cancellation_between_uploads_sends_no_more()
    {
        using var cancel = new CancellationTokenSource();
        _api.Uploading = send =>
        {
            cancel.Cancel();
            return null;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Uploader.UploadAndWaitAsync(Changes(3000), _reports, cancel.Token));
        Assert.Equal(
            [PriceUploadOutcome.Processing, PriceUploadOutcome.NotSent, PriceUploadOutcome.NotSent],
            _reports.Last.Uploads.Select(upload => upload.Rows[0].Outcome));
    }

    [Fact]
    public async Task A_cancellation_during_a_pause_ends_the_wait_and_is_no_timeout()
    {
        using var cancel = new CancellationTokenSource();
        _api.Processed = _ => null;
        _time.OnWait = wait =>
        {
            if (wait == 3)
                cancel.Cancel();
        };
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Uploader.UploadAndWaitAsync(Changes(1), _reports, cancel.Token));
        Assert.Equal(1, error.GetUploadResult()!.Uploads[0].Id);
        Assert.Equal((1, 2), (_reports.Last.Uploads[0].Id, _api.Calls.Count(call => call == "history 1")));
    }

    [Fact]
    public async Task What_is_no_failure_of_a_call_passes_through_and_the_upload_is_not_called_sent()
    {
        _api.Uploading = _ => throw new InvalidOperationException("no token");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Uploader.UploadAndWaitAsync(Changes(1), _reports, Cancel));
        Assert.Equal(PriceUploadOutcome.Unknown, Assert.Single(_reports.Last.Rows).Outcome);
    }

    [Fact]
    public async Task What_is_known_survives_a_restart_as_JSON()
    {
        _api.Uploading = send => send == 2 ? throw new WildberriesServerException("500") : null;
        Func<long, UploadState?> processed = _api.Processed;
        _api.Processed = _ => throw new WildberriesRateLimitException("limit");
        _api.Unprocessed = _ => new UploadState { Status = UploadStatus.Processing };
        var thrown = await Assert.ThrowsAsync<WildberriesServerException>(() => Uploader.UploadAndWaitAsync(Changes(1001), null, Cancel));

        string json = JsonSerializer.Serialize(thrown.GetUploadResult()!, DiscountsPricesJsonContext.Default.PriceUploadResult);
        Assert.Equal(1, json.Split("\"Index\":0,").Length - 1);
        PriceUploadResult read = JsonSerializer.Deserialize(json, DiscountsPricesJsonContext.Default.PriceUploadResult)!;
        Assert.Equal(thrown.GetUploadResult()!.Rows, read.Rows);
        Assert.Equal(thrown.GetUploadResult()!.Uploads.Select(upload => (upload.Id, upload.Status)), read.Uploads.Select(upload => (upload.Id, upload.Status)));

        _api.Processed = processed;
        PriceUploadResult result = await Uploader.WaitForUploadsAsync(read, null, Cancel);
        Assert.Equal((1000, 1), (result.Done.Count, result.Unknown.Count));
    }

    [Fact]
    public async Task A_result_read_from_nothing_is_empty()
    {
        PriceUploadResult read = JsonSerializer.Deserialize("""{"Uploads":[{"Rows":null}]}""", DiscountsPricesJsonContext.Default.PriceUploadResult)!;
        Assert.Empty(read.Rows);
        Assert.Empty((await Uploader.WaitForUploadsAsync(read, null, Cancel)).Rows);
        Assert.Empty(JsonSerializer.Deserialize("{}", DiscountsPricesJsonContext.Default.PriceUploadResult)!.Uploads);
        Assert.Empty(_api.Calls);
    }

    [Fact]
    public async Task Bad_input_is_refused_before_the_network()
    {
        Assert.Throws<ArgumentNullException>("api", () => new PriceUploader(null!));
        foreach (PriceUploadOptions bad in (PriceUploadOptions[])
        [
            new() { PollInterval = TimeSpan.Zero },
            new() { PollInterval = TimeSpan.FromDays(1.1) },
            new() { MaxWait = TimeSpan.FromSeconds(-1) },
            new() { MaxWait = TimeSpan.FromDays(32) },
        ])
        {
            Assert.Throws<ArgumentOutOfRangeException>("options", () => new PriceUploader(_api, bad));
        }

        await Assert.ThrowsAsync<ArgumentNullException>("changes", () => Uploader.UploadAndWaitAsync((IEnumerable<PriceChange>)null!, null, Cancel));
        await Assert.ThrowsAsync<ArgumentNullException>("soFar", () => Uploader.WaitForUploadsAsync(null!, null, Cancel));
        Assert.Empty(_api.Calls);
    }

    private static IEnumerable<PriceChange> Changes(int count) => Enumerable.Range(1, count).Select(i => new PriceChange { NmId = i, Price = 100 + i });

    private static IEnumerable<WholesaleChange> Wholesale(params long[] nmIds) => nmIds.Select(nmId => new WholesaleChange
    {
        NmId = nmId,
        Levels = [new WholesaleDiscount { MinQuantity = 10, Discount = 5, Level = 1 }],
    });

    private static UploadedProduct Goods(long nmId, int status, string? text = null) =>
        new() { NmId = nmId, Status = UploadedProductStatus.From(status), ErrorText = text };

    private static ProductPrices Article(long nmId, decimal price, int discount) =>
        new() { NmId = nmId, Discount = discount, Sizes = [new ProductSize { SizeId = nmId * 10, Price = price }] };

    private static WildberriesBadRequestException Refused(string text) =>
        new("WB refused: 400") { StatusCode = HttpStatusCode.BadRequest, Delivery = Delivery.Refused, Detail = text };

    /// <summary>Hears each report at once, where <see cref="Progress{T}"/> would hear it some time.</summary>
    private sealed class Reports : IProgress<PriceUploadResult>
    {
        public List<PriceUploadResult> All { get; } = [];

        public PriceUploadResult Last => All[^1];

        public void Report(PriceUploadResult value) => All.Add(value);
    }
}
