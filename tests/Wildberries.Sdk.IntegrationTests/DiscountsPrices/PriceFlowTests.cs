using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.DiscountsPrices;

/// <summary>Prices are changed and products join promotions over the wire, through everything that goes wrong on the way.</summary>
public sealed class PriceFlowTests
{
    private const string Upload = "POST /api/v2/upload/task";
    private const string Wholesale = "POST /api/discounts-prices/v1/upload/task/b2b/wholesale";
    private const string State = "GET /api/v2/history/tasks";
    private const string Details = "GET /api/v2/history/goods/task";
    private const string Find = "POST /api/v2/list/goods/filter";
    private const string AddProducts = "POST /api/v1/calendar/promotions/upload";

    private static readonly Fault Nothing = Fault.Delay(TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_article_of_a_large_upload_gets_its_own_verdict()
    {
        await using Store store = await Store.OpenAsync(2500);
        store.Prices.Fail(7, "Not now");
        store.Prices.LeaveOutOfDetails(2001);
        List<PriceChange> changes = Changes(2500);
        changes[11] = changes[11] with { Price = 300 };
        changes[12] = changes[12] with { NmId = 777_777 };
        var reports = new Reports();
        PriceUploadResult result = await store.Uploader.UploadAndWaitAsync(changes, reports, Cancel);

        Assert.Equal(
            [
                (6, 7L, PriceUploadOutcome.Failed, "Not now", false),
                (11, 12, PriceUploadOutcome.Failed, "The new price is several times lower than the current price. Item has been moved to Price Quarantine", true),
                (12, 777_777, PriceUploadOutcome.Failed, "Invalid item No.", false),
                (2000, 2001, PriceUploadOutcome.Unknown, "The upload has the status 3, and its details do not name this row.", false),
            ],
            result.Failed.Concat(result.Unknown).Select(row => (row.Index, row.NmId, row.Outcome, row.ErrorText!, row.IsQuarantined)));
        Assert.Equal((2496, true), (result.Done.Count, result.IsComplete));
        Assert.Equal([UploadStatus.PartlyFailed, UploadStatus.Done, UploadStatus.Done], result.Uploads.Select(upload => upload.Status!.Value));
        Assert.All(result.Done, row => Assert.Equal(900, store.Prices.Find(row.NmId)!.Price));
        Assert.Equal(1000, store.Prices.Find(7)!.Price);
        Assert.Equal(result.Rows, reports.Last!.Rows);
        Assert.Equal(3, store.Count(Upload));
        Assert.DoesNotContain(store.Emulator.Requests.All, request => request.Status == 429);

        var held = new List<long>();
        await foreach (QuarantinedProduct goods in store.Client.DiscountsPrices.StreamQuarantineAsync(Cancel))
            held.Add(goods.NmId);
        Assert.Equal([12], held);
    }

    [Fact]
    public async Task A_connection_that_breaks_while_an_upload_is_sent_leaves_only_that_upload_open_and_the_repetition_is_told_as_one()
    {
        await using Store store = await Store.OpenAsync(2500);
        store.Emulator.Faults.Next(Upload, Nothing);
        store.Emulator.Faults.Next(Upload, Fault.Reset.AfterOperation());
        var thrown = await Assert.ThrowsAsync<WildberriesConnectionException>(() => store.Uploader.UploadAndWaitAsync(Changes(2500), null, Cancel));

        Assert.Equal("DiscountsPrices.UploadPrices", thrown.Operation);
        Assert.Equal(
            [PriceUploadOutcome.Updated, PriceUploadOutcome.Unknown, PriceUploadOutcome.NotSent],
            thrown.GetUploadResult()!.Uploads.Select(upload => upload.Rows.Select(row => row.Outcome).Distinct().Single()));
        Assert.Equal(2, store.Count(Upload));

        // The same rows again: WB knows them, and tells the id that was lost.
        PriceUploadResult again = await store.Uploader.UploadAndWaitAsync(
            thrown.GetUploadResult()!.Unknown.Select(row => Changes(2500)[row.Index]), null, Cancel);
        Assert.True(Assert.Single(again.Uploads).AlreadyExisted);
        Assert.Equal(1000, again.Done.Count);
        Assert.Equal([200, null, 208], store.Emulator.Requests.Of(Upload).Select(request => request.Status));
    }

    public static TheoryData<string, string> LostAnswers => new MatrixTheoryData<string, string>(
        [Upload, AddProducts], ["reset", "500", "truncated", "malformed", "empty", "late"]);

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task An_upload_whose_answer_is_lost_arrives_once_and_is_not_called_done(string operation, string name)
    {
        await using Store store = await Store.OpenAsync(2);
        (Fault fault, Type exception) = name switch
        {
            "reset" => (Fault.Reset.AfterOperation(), typeof(WildberriesConnectionException)),
            "500" => (Fault.Status(500).AfterOperation(), typeof(WildberriesServerException)),
            "truncated" => (Fault.TruncatedBody, typeof(WildberriesConnectionException)),
            "malformed" => (Fault.MalformedJson, typeof(WildberriesResponseException)),
            "empty" => (Fault.Empty200(), typeof(WildberriesResponseException)),
            _ => (Fault.Delay(Timeout.InfiniteTimeSpan), typeof(WildberriesTimeoutException)),
        };
        store.Emulator.Faults.Always(operation, fault);
        var thrown = (WildberriesApiException)await Assert.ThrowsAsync(exception, () => operation == Upload
            ? store.Uploader.UploadAndWaitAsync(Changes(2), null, Cancel)
            : store.Promotions.AddProductsAndWaitAsync(1, [1, 2], true, null, Cancel));
        Assert.All(thrown.GetUploadResult()!.Rows, row => Assert.Equal(PriceUploadOutcome.Unknown, row.Outcome));
        Assert.Equal((0, 2, 1), (thrown.GetUploadResult()!.Done.Count, thrown.GetUploadResult()!.Unknown.Count, store.Count(operation)));
    }

    public static TheoryData<string, string> Passing => new MatrixTheoryData<string, string>(
        [State, Details], ["500", "reset", "truncated", "malformed", "429"]);

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_goes_wrong_while_an_upload_is_followed_passes(string operation, string name)
    {
        await using Store store = await Store.OpenAsync(2);
        store.Emulator.Faults.Next(
            operation,
            name switch
            {
                "500" => Fault.Status(500),
                "reset" => Fault.Reset,
                "truncated" => Fault.TruncatedBody,
                "malformed" => Fault.MalformedJson,
                _ => Fault.TooManyRequests(TimeSpan.FromSeconds(2)),
            },
            2);
        PriceUploadResult result = await store.Uploader.UploadAndWaitAsync(Changes(2), null, Cancel);
        Assert.Equal((2, 1), (result.Done.Count, store.Count(Upload)));
        Assert.InRange(store.Count(operation), 3, 20);
    }

    [Fact]
    public async Task A_429_while_sending_is_waited_out_and_the_upload_is_made_once()
    {
        await using Store store = await Store.OpenAsync(2);
        store.Emulator.Faults.Next(Upload, Fault.TooManyRequests(TimeSpan.FromSeconds(2)));
        Assert.Equal(2, (await store.Uploader.UploadAndWaitAsync(Changes(2), null, Cancel)).Done.Count);
        Assert.Equal([429, 200], store.Emulator.Requests.Of(Upload).Select(request => request.Status));
    }

    [Fact]
    public async Task A_base_token_learns_what_is_known_and_when_to_go_on()
    {
        // A quarter of an hour passes in a second and a half; a request must not run into its own time-out meanwhile.
        var clock = new FastClock(600);
        await using Store store = await Store.OpenAsync(2, TokenType.Base, clock);

        // The first request of a process compiles its way, on both sides: for many seconds by this clock. Another seller makes it, of a product unknown here.
        IWildberriesClient other = store.Connect(Guid.NewGuid().ToString());
        await Record.ExceptionAsync(() => new PriceUploader(other.DiscountsPrices, null, clock).UploadAndWaitAsync([Changes(3)[2]], null, Cancel));
        store.Emulator.Requests.Clear();
        var thrown = await Assert.ThrowsAsync<WildberriesRateLimitException>(() => store.Uploader.UploadAndWaitAsync(Changes(2), null, Cancel));
        Assert.InRange(thrown.RetryAfter!.Value, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(29));
        Assert.All(thrown.GetUploadResult()!.Rows, row => Assert.Equal(PriceUploadOutcome.Processing, row.Outcome));
        Assert.NotNull(Assert.Single(thrown.GetUploadResult()!.Uploads).Id);

        // With patience it goes on, and sends nothing again.
        IWildberriesClient patient = store.Client.With(new WildberriesCallOptions { MaxRateLimitWait = TimeSpan.FromHours(1) });
        PriceUploadResult result = await new PriceUploader(patient.DiscountsPrices, null, clock).WaitForUploadsAsync(thrown.GetUploadResult()!, null, Cancel);
        Assert.Equal(2, result.Done.Count);
        Assert.Equal(1, store.Count(Upload));

        // On a busy machine the fast clock lets one come early, which is repeated.
        Assert.InRange(store.Count(State), 1, 3);
        Assert.InRange(store.Count(Details), 1, 3);
    }

    [Fact]
    public async Task A_cancelled_upload_is_a_failed_one()
    {
        await using Store store = await Store.OpenAsync(2);
        store.Prices.CancelNextUploads();
        PriceUploadResult result = await store.Uploader.UploadAndWaitAsync(Changes(2), null, Cancel);
        Assert.Equal((UploadStatus.Cancelled, 0), (result.Uploads[0].Status!.Value, result.Done.Count));
        Assert.All(result.Failed, row => Assert.Equal((PriceUploadOutcome.Failed, "WB cancelled the upload."), (row.Outcome, row.ErrorText)));
        Assert.Equal(1000, store.Prices.Find(1)!.Price);
    }

    [Fact]
    public async Task The_same_prices_again_are_done_and_change_nothing()
    {
        await using Store store = await Store.OpenAsync(3);
        List<PriceChange> changes = Changes(3);
        Assert.Equal(3, (await store.Uploader.UploadAndWaitAsync(changes, null, Cancel)).Done.Count);

        // As the latest upload it exists already; after another one there is nothing to change.
        PriceUploadResult same = await store.Uploader.UploadAndWaitAsync(changes, null, Cancel);
        Assert.Equal((true, 3), (same.Uploads[0].AlreadyExisted, same.Done.Count));
        await store.Uploader.UploadAndWaitAsync([new PriceChange { NmId = 3, Price = 950 }], null, Cancel);
        PriceUploadResult set = await store.Uploader.UploadAndWaitAsync([.. changes.Take(2), new PriceChange { NmId = 99, Price = 5 }], null, Cancel);
        Assert.Equal([PriceUploadOutcome.Unchanged, PriceUploadOutcome.Unchanged, PriceUploadOutcome.Failed], set.Rows.Select(row => row.Outcome));

        // Today's prices decide both times.
        Assert.Equal(2, store.Count(Find));
    }

    [Fact]
    public async Task Sizes_club_and_wholesale_discounts_are_followed_too()
    {
        await using Store store = await Store.OpenAsync(2);
        store.Prices.Add(new EmulatedProduct
        {
            NmId = 50,
            Price = 3000,
            EditableSizePrice = true,
            Sizes = [new EmulatedProductSize { SizeId = 501, Name = "46" }, new EmulatedProductSize { SizeId = 502, Name = "48" }],
        });
        PriceUploadResult sizes = await store.Uploader.UploadAndWaitAsync(
            [
                new SizePriceChange { NmId = 50, SizeId = 501, Price = 10 },
                new SizePriceChange { NmId = 50, SizeId = 599, Price = 10 },
                new SizePriceChange { NmId = 50, SizeId = 502, Price = 20 },
            ],
            null,
            Cancel);
        Assert.Equal(
            [(501L, PriceUploadOutcome.Updated), (599, PriceUploadOutcome.Failed), (502, PriceUploadOutcome.Updated)],
            sizes.Rows.Select(row => (row.SizeId!.Value, row.Outcome)));
        var found = new List<(long, decimal)>();
        await foreach (ProductSizePrices size in store.Client.DiscountsPrices.StreamSizesAsync(50, Cancel))
            found.Add((size.SizeId, size.Price!.Value));
        Assert.Equal([(501, 10m), (502, 20m)], found);

        PriceUploadResult club = await store.Uploader.UploadAndWaitAsync(
            [new ClubDiscountChange { NmId = 1, ClubDiscount = 5 }, new ClubDiscountChange { NmId = 99, ClubDiscount = 5 }], null, Cancel);
        Assert.Equal([PriceUploadOutcome.Updated, PriceUploadOutcome.Failed], club.Rows.Select(row => row.Outcome));
        Assert.Equal(5, store.Prices.Find(1)!.ClubDiscount);

        WholesaleChange[] changes =
        [
            new WholesaleChange { NmId = 1, Levels = [new WholesaleDiscount { MinQuantity = 10, Discount = 5, Level = 1 }] },
            new WholesaleChange { NmId = 99, Levels = [new WholesaleDiscount { MinQuantity = 10, Discount = 5, Level = 1 }] },
        ];
        PriceUploadResult wholesale = await store.Uploader.UploadAndWaitAsync(changes, null, Cancel);
        Assert.Equal([(PriceUploadOutcome.Updated, null), (PriceUploadOutcome.Failed, "Invalid item No.")], wholesale.Rows.Select(row => (row.Outcome, row.ErrorText)));

        // WB tells no id when it has them already: nobody knows what became of them.
        wholesale = await store.Uploader.UploadAndWaitAsync(changes, null, Cancel);
        Assert.All(wholesale.Rows, row => Assert.Equal(PriceUploadOutcome.Unknown, row.Outcome));
        Assert.Equal([200, 208], store.Emulator.Requests.Of(Wholesale).Select(request => request.Status));
    }

    [Fact]
    public async Task What_is_forecast_is_what_the_upload_does()
    {
        await using Store store = await Store.OpenAsync(0);
        int[] prices = [1000, 1001, 333, 334, 335, 500];
        var changes = new List<PriceChange>();
        foreach (int price in prices)
        {
            foreach (int discount in (int[])[0, 9, 10, 66, 67, 70])
            {
                long nmId = changes.Count + 1;
                store.Prices.Add(new EmulatedProduct { NmId = nmId, Price = 1000, Discount = 10, EditableSizePrice = nmId % 7 == 0 });
                changes.Add(new PriceChange { NmId = nmId % 11 == 0 ? 1000 + nmId : nmId, Price = price, Discount = discount });
            }
        }

        IReadOnlyList<PriceForecast> forecast = await store.Client.DiscountsPrices.ForecastAsync(changes, cancellationToken: Cancel);
        Assert.Equal(0, store.Count(Upload));
        Assert.Equal(1000, store.Prices.Find(1)!.Price);
        Dictionary<PriceEffect, int> counts = forecast.GroupBy(row => row.Effect).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(Enum.GetValues<PriceEffect>(), counts.Keys.Order());

        PriceUploadResult result = await store.Uploader.UploadAndWaitAsync(changes, null, Cancel);
        Assert.Equal(
            forecast.Select(row => (row.NmId, row.Effect is PriceEffect.Changed or PriceEffect.Unchanged, row.Effect == PriceEffect.Quarantined)),
            result.Rows.Select(row => (row.NmId, row.Outcome == PriceUploadOutcome.Updated, row.IsQuarantined)));
        Assert.Equal(forecast.Where(row => row.Effect == PriceEffect.Quarantined).Select(row => row.NmId), store.Prices.Quarantined);
    }

    [Fact]
    public async Task Products_join_a_promotion_that_runs_and_each_has_its_verdict()
    {
        await using Store store = await Store.OpenAsync(1200);
        store.Prices.Fail(5, "Not now");
        PriceUploadResult result = await store.Promotions.AddProductsAndWaitAsync(1, Enumerable.Range(1, 1201).Select(i => (long)i), true, null, Cancel);
        Assert.Equal(
            [(4, "Not now"), (1200, "The item does not take part in the promotion")], result.Failed.Select(row => (row.Index, row.ErrorText)));
        Assert.Equal((1199, 2), (result.Done.Count, store.Count(AddProducts)));
        Assert.Equal([false, true], new long[] { 5, 6 }.Select(nmId => store.Emulator.Promotions.ProductsOf(1).Single(p => p.NmId == nmId).InAction));
        Assert.Equal(40, store.Prices.Find(6)!.Discount);
    }

    [Fact]
    public async Task Products_for_a_promotion_to_come_are_scheduled_and_settled_after_its_start()
    {
        var clock = new FastClock(100);
        await using Store store = await Store.OpenAsync(3, clock: clock);
        PriceUploadResult result = await store.Promotions.AddProductsAndWaitAsync(2, [1, 2, 99], false, null, Cancel);
        Assert.All(result.Rows, row => Assert.Equal(PriceUploadOutcome.Scheduled, row.Outcome));
        Assert.Equal(0, store.Prices.Find(1)!.Discount);
        Assert.Equal(store.Emulator.Promotions.All.Single(p => p.Id == 2).StartsAt, result.Uploads[0].ActivatesAt!.Value, TimeSpan.FromSeconds(1));

        PriceUploadResult settled = await new PriceUploader(store.Client.DiscountsPrices, null, clock).WaitForUploadsAsync(result, null, Cancel);
        Assert.Equal(
            [(PriceUploadOutcome.Updated, null), (PriceUploadOutcome.Updated, null), (PriceUploadOutcome.Failed, "The item does not take part in the promotion")],
            settled.Rows.Select(row => (row.Outcome, row.ErrorText)));
        Assert.Equal(40, store.Prices.Find(1)!.Discount);
        Assert.Equal(1, store.Count(AddProducts));
    }

    [Fact]
    public async Task A_promotion_that_is_not_there_takes_nothing()
    {
        await using Store store = await Store.OpenAsync(1);
        PriceUploadResult result = await store.Client.PromoCalendar.AddProductsAndWaitAsync(store.Client.DiscountsPrices, 77, [1], true, null, Cancel);
        Assert.Equal((PriceUploadOutcome.Failed, "Unprocessable entity"), (result.Rows[0].Outcome, result.Rows[0].ErrorText));
    }

    private static List<PriceChange> Changes(int count) => [.. Enumerable.Range(1, count).Select(i => new PriceChange { NmId = i, Price = 900 })];

    private sealed class Reports : IProgress<PriceUploadResult>
    {
        public PriceUploadResult? Last { get; private set; }

        public void Report(PriceUploadResult value) => Last = value;
    }

    /// <summary>A shop with goods for 1,000 roubles, numbered from 1 on, a promotion that runs (1) and one that comes in ten minutes (2).</summary>
    private sealed class Store(Shop shop, IWildberriesClient client, TimeProvider clock) : IAsyncDisposable
    {
        public WildberriesEmulator Emulator => shop.Emulator;

        public EmulatedPrices Prices => shop.Emulator.Prices;

        public IWildberriesClient Client { get; } = client;

        public PriceUploader Uploader { get; } = new(client.DiscountsPrices, null, clock);

        public PromotionUploader Promotions { get; } = new(client.PromoCalendar, client.DiscountsPrices, null, clock);

        public static async Task<Store> OpenAsync(int goods, TokenType type = TokenType.Personal, FastClock? clock = null)
        {
            clock ??= new FastClock();
            Shop shop = await Shop.OpenAsync(clock: clock, sdk: (options, _) =>
            {
                options.Retry.MaxRetries = 2;
                options.Retry.BaseDelay = TimeSpan.FromMilliseconds(100);
                options.AttemptTimeout = type == TokenType.Base ? TimeSpan.FromHours(20) : TimeSpan.FromSeconds(100);
                options.BodyIdleTimeout = options.AttemptTimeout;

                // The fast clock makes the way to the emulator long.
                if (type == TokenType.Base)
                    options.RateLimitPadding = TimeSpan.FromSeconds(10);
            });
            for (int i = 1; i <= goods; i++)
                shop.Emulator.Prices.Add(new EmulatedProduct { NmId = i, Price = 1000 });
            foreach ((long id, double from) in new[] { (1L, -10.0), (2L, 10.0) })
            {
                shop.Emulator.Promotions.Add(new EmulatedPromotion
                {
                    Id = id,
                    Name = "Акция",
                    StartsAt = clock.GetUtcNow().AddMinutes(from),
                    EndsAt = clock.GetUtcNow().AddDays(30),
                    Products = [.. Enumerable.Range(1, goods).Select(i => new EmulatedPromotionProduct { NmId = i, Price = 1000, PlanPrice = 600, PlanDiscount = 40 })],
                });
            }

            return new Store(shop, shop.Factory.Create(shop.Emulator.CreateToken(type)), clock);
        }

        /// <summary>A client of another seller.</summary>
        public IWildberriesClient Connect(string sellerId) => shop.Factory.Create(shop.Emulator.CreateToken(sellerId: sellerId));

        public int Count(string operation) => shop.Emulator.Requests.Count(operation);

        public ValueTask DisposeAsync() => shop.DisposeAsync();
    }
}
