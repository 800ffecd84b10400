using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.BuyerReturns;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.DbwOrders;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.PickupOrders;
using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Statistics;
using Wildberries.Sdk.Testing;
using Wildberries.Sdk.Users;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>Every helper while WB fails: what its caller sees, and how often the request arrived.</summary>
public sealed partial class HelperFaultTests
{
    private const int Speed = 3000;
    private const int MaxRetries = 2;
    private const int AllAttempts = 1 + MaxRetries;

    private static readonly DateOnly Day = new(2026, 11, 16);
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(3));
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    private static readonly EmulatedFile File = new()
    {
        Name = "Чек.pdf",
        ContentType = "application/pdf",
        Content = "%PDF-1.1\n%%EOF\n"u8.ToArray(),
        DownloadId = "5f0d4a0e-7d0e-4b3e-9a55-5a2c3c1f0001",
    };

    private static readonly Dictionary<string, Case> Faults = new()
    {
        ["reset"] = new(Fault.Reset, typeof(WildberriesConnectionException)) { ReadsAgain = true },
        ["500"] = new(Fault.Status(500, """{"title":"Internal Server Error"}"""), typeof(WildberriesServerException)) { ReadsAgain = true },
        ["429"] = new(Fault.TooManyRequests(RetryAfter), typeof(WildberriesRateLimitException)) { ReadsAgain = true, WritesAgain = true },
        ["truncated body"] = new(Fault.TruncatedBody, typeof(WildberriesConnectionException)) { ReadsAgain = true, TakesEffect = true, IsInBody = true },
        ["malformed JSON"] = new(Fault.MalformedJson, typeof(WildberriesResponseException)) { TakesEffect = true, IsInBody = true },
        ["empty 200"] = new(Fault.Empty200(), typeof(WildberriesResponseException)) { IsInBody = true },
    };

    private static readonly Dictionary<string, Case> WriteFaults = new(Faults)
    {
        ["reset after it was done"] = new(Fault.Reset.AfterOperation(), typeof(WildberriesConnectionException)) { TakesEffect = true },
        ["500 after it was done"] = new(Fault.Status(500).AfterOperation(), typeof(WildberriesServerException)) { TakesEffect = true },
    };

    private static readonly Dictionary<string, Reader> Readers = new(OrderReaders().Concat(ReviewReaders()).Concat(CardReaders()))
    {
        ["finance: a sales report"] = new(
            "POST /api/finance/v1/sales-reports/detailed/{reportId}",
            "Finance.GetSalesReportRows",
            emulator => emulator.Finance.AddSalesReport(Day, Day.AddDays(6), 25, seed: 3),
            (wb, emulator) => Each(
                wb.Finance.StreamSalesReportAsync(emulator.Finance.SalesReports[0].ReportId, new SalesReportByIdRequest { Limit = 10 }, Cancel), row => row.RrdId))
        { IsStreamed = true },
        ["finance: sales of a period"] = new(
            "POST /api/finance/v1/sales-reports/detailed",
            "Finance.GetSalesReportRowsByPeriod",
            emulator => emulator.Finance.AddSalesReport(Day, Day.AddDays(6), 25, seed: 3),
            (wb, _) => Each(
                wb.Finance.StreamSalesReportAsync(new SalesReportRowsRequest { DateFrom = Day, DateTo = Day, Limit = 10 }, Cancel), row => row.RrdId))
        { IsStreamed = true },
        ["finance: an acquiring report"] = new(
            "POST /api/finance/v1/acquiring/detailed/{reportId}",
            "Finance.GetAcquiringReportRows",
            emulator => emulator.Finance.AddAcquiringReport(Day, Day.AddDays(6), 25, seed: 3),
            (wb, emulator) => Each(
                wb.Finance.StreamAcquiringReportAsync(emulator.Finance.AcquiringReports[0].ReportId, new AcquiringReportByIdRequest { Limit = 10 }, Cancel), row => row.RrdId))
        { IsStreamed = true },
        ["finance: acquiring of a period"] = new(
            "POST /api/finance/v1/acquiring/detailed",
            "Finance.GetAcquiringReportRowsByPeriod",
            emulator => emulator.Finance.AddAcquiringReport(Day, Day.AddDays(6), 25, seed: 3),
            (wb, _) => Each(
                wb.Finance.StreamAcquiringReportAsync(new AcquiringReportRowsRequest { DateFrom = Day, DateTo = Day, Limit = 10 }, Cancel), row => row.RrdId))
        { IsStreamed = true },
        ["users: all"] = new(
            "GET /api/v1/users", "Users.GetUsers", AddUsers, (wb, _) => Each(wb.Users.StreamUsersAsync(cancellationToken: Cancel), user => user.Id)),
        ["common: news from a day"] = new(
            "GET /api/communications/v2/news", "Common.GetNews", AddNews, (wb, _) => Each(wb.Common.StreamNewsAsync(Day, Cancel), item => item.Id)),
        ["common: news from an id"] = new(
            "GET /api/communications/v2/news", "Common.GetNews", AddNews, (wb, _) => Each(wb.Common.StreamNewsFromIdAsync(1, Cancel), item => item.Id)),
        ["common: coefficients of warehouses"] = new(
            "GET /api/tariffs/v1/acceptance/coefficients",
            "Common.GetAcceptanceCoefficients",
            _ => { },
            (wb, _) => Whole(wb.Common.GetAcceptanceCoefficientsAsync([507L], Cancel), row => (row.WarehouseId, row.BoxTypeId))),
        ["calendar: promotions"] = new(
            "GET /api/v1/calendar/promotions",
            "PromoCalendar.GetPromotions",
            emulator => AddPromotions(emulator, 1001),
            (wb, _) => Each(wb.PromoCalendar.StreamPromotionsAsync(Start, Start.AddDays(7), true, Cancel), promotion => promotion.Id)),
        ["calendar: details"] = new(
            "GET /api/v1/calendar/promotions/details",
            "PromoCalendar.GetPromotionDetails",
            emulator => AddPromotions(emulator, 101),
            (wb, _) => Each(wb.PromoCalendar.StreamPromotionDetailsAsync(Enumerable.Range(1, 101).Select(i => (long)i), Cancel), details => details.Id)),
        ["calendar: products"] = new(
            "GET /api/v1/calendar/promotions/nomenclatures",
            "PromoCalendar.GetProducts",
            emulator => AddPromotion(emulator, 1, 1001),
            (wb, _) => Each(wb.PromoCalendar.StreamProductsAsync(1, inAction: false, Cancel), product => product.NmId)),
        ["prices: all goods"] = new(
            "GET /api/v2/list/goods/filter",
            "DiscountsPrices.GetGoods",
            emulator =>
            {
                for (int i = 1; i <= 1001; i++)
                    emulator.Prices.Add(new EmulatedProduct { NmId = i, Price = 100 });
            },
            (wb, _) => Each(wb.DiscountsPrices.StreamProductsAsync(Cancel), goods => goods.NmId)),
        ["fbs: new orders for ever"] = new(
            "GET /api/v3/orders/new",
            "FbsOrders.GetNewOrders",
            emulator => AddOrders(emulator, 3),
            (wb, _) => Each(
                wb.FbsOrders.StreamNewOrdersAsync(new InMemoryStateStore(), "seller", new NewOrderStreamOptions { Interval = TimeSpan.FromDays(1) }, Cancel).Take(3), order => order.Id))
        {
            OutlivesLimits = true,
        },
        ["fbs: orders of a period"] = new(
            "GET /api/v3/orders",
            "FbsOrders.GetOrders",
            emulator => AddOrders(emulator, 1001),
            (wb, emulator) => Each(
                wb.FbsOrders.StreamOrdersAsync(emulator.Orders.All[0].CreatedAt.AddHours(-1), emulator.Orders.All[0].CreatedAt.AddDays(10), Cancel), order => order.Id)),
        ["fbs: statuses"] = new(
            "POST /api/v3/orders/status",
            "FbsOrders.GetOrderStatuses",
            emulator => AddOrders(emulator, 3),
            (wb, emulator) => Whole(StatusesAsync(wb, emulator), status => status.Id)),
        ["fbs: stickers"] = new(
            "POST /api/v3/orders/stickers",
            "FbsOrders.GetStickers",
            emulator => AddOrders(emulator, 3, SupplierStatus.Confirm),
            (wb, emulator) => Whole(StickersAsync(wb, emulator), sticker => sticker.Id)),
        ["dbs: delivery dates"] = new(
            "POST /api/v3/dbs/orders/delivery-date",
            "DbsOrders.GetDeliveryDates",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Dbs),
            (wb, emulator) => Whole(wb.DbsOrders.GetDeliveryDatesAsync(Ids(emulator), Cancel), date => date.OrderId)),
        ["dbs: buyers"] = new(
            "POST /api/v3/dbs/orders/client",
            "DbsOrders.GetBuyers",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Dbs),
            (wb, emulator) => Whole(wb.DbsOrders.GetBuyersAsync(Ids(emulator), Cancel), buyer => buyer.OrderId)),
        ["dbs: businesses"] = new(
            "POST /api/marketplace/v3/dbs/orders/b2b/info",
            "DbsOrders.GetBusinessBuyers",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Dbs),
            (wb, emulator) => Whole(wb.DbsOrders.GetBusinessBuyersAsync(Ids(emulator), Cancel), business => business.OrderId)),
        ["dbs: final prices"] = new(
            "POST /api/marketplace/v3/dbs/orders/final-price",
            "DbsOrders.GetFinalPrices",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Dbs),
            (wb, emulator) => Whole(wb.DbsOrders.GetFinalPricesAsync(Ids(emulator), TimeSpan.Zero, Cancel), price => price.OrderId)),
        ["dbs: label identifiers"] = new(
            "POST /api/marketplace/v3/dbs/orders/meta/details",
            "DbsOrders.GetMarkings",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Dbs),
            (wb, emulator) => Whole(wb.DbsOrders.GetMarkingsAsync(Ids(emulator), Cancel), marking => marking.OrderId)),
        ["pickup: buyers"] = new(
            "POST /api/v3/click-collect/orders/client",
            "PickupOrders.GetBuyers",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Pickup),
            (wb, emulator) => Whole(wb.PickupOrders.GetBuyersAsync(Ids(emulator), Cancel), buyer => buyer.OrderId)),
        ["pickup: final prices"] = new(
            "POST /api/marketplace/v3/click-collect/orders/final-price",
            "PickupOrders.GetFinalPrices",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Pickup),
            (wb, emulator) => Whole(wb.PickupOrders.GetFinalPricesAsync(Ids(emulator), TimeSpan.Zero, Cancel), price => price.OrderId)),
        ["pickup: label identifiers"] = new(
            "POST /api/marketplace/v3/click-collect/orders/meta/details",
            "PickupOrders.GetMarkings",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Pickup),
            (wb, emulator) => Whole(wb.PickupOrders.GetMarkingsAsync(Ids(emulator), Cancel), marking => marking.OrderId)),
        ["fbs: label identifiers"] = new(
            "POST /api/marketplace/v3/orders/meta",
            "FbsOrders.GetMarkings",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Fbs),
            (wb, emulator) => Whole(wb.FbsOrders.GetMarkingsAsync(Ids(emulator), Cancel), marking => marking.OrderId)),
        ["dbw: label identifiers"] = new(
            "POST /api/marketplace/v3/dbw/orders/meta/details",
            "DbwOrders.GetMarkings",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Dbw),
            (wb, emulator) => Whole(wb.DbwOrders.GetMarkingsAsync(Ids(emulator), Cancel), marking => marking.OrderId)),
        ["dbw: buyers"] = new(
            "POST /api/marketplace/v3/dbw/orders/client",
            "DbwOrders.GetBuyers",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Dbw),
            (wb, emulator) => Whole(wb.DbwOrders.GetBuyersAsync(Ids(emulator), Cancel), buyer => buyer.OrderId)),
        ["dbw: couriers"] = new(
            "POST /api/v3/dbw/orders/courier",
            "DbwOrders.GetCouriers",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Dbw),
            (wb, emulator) => Whole(wb.DbwOrders.GetCouriersAsync(Ids(emulator), Cancel), order => order.OrderId)),
        ["dbw: delivery dates"] = new(
            "POST /api/v3/dbw/orders/delivery-date",
            "DbwOrders.GetDeliveryDates",
            emulator => AddConfirmed(emulator, EmulatedOrderKind.Dbw),
            (wb, emulator) => Whole(wb.DbwOrders.GetDeliveryDatesAsync(Ids(emulator), Cancel), date => date.OrderId)),
        ["chat: events that are there"] = new(
            "GET /api/v1/seller/events",
            "BuyerChat.GetEvents",
            AddMessages,
            (wb, _) => Each(new ChatEventStream(wb.BuyerChat, new InMemoryStateStore(), "seller").ReadAvailableAsync(Cancel), chatEvent => chatEvent.EventId)),
        ["chat: events for ever"] = new(
            "GET /api/v1/seller/events",
            "BuyerChat.GetEvents",
            AddMessages,
            (wb, _) => Each(wb.BuyerChat.StreamEventsAsync(new InMemoryStateStore(), "seller", Cancel).Take(5), chatEvent => chatEvent.EventId))
        {
            // It goes on for ever, so it waits for ever, too.
            OutlivesLimits = true,
        },
        ["chat: the chat list before a message"] = new(
            "GET /api/v1/seller/chats",
            "BuyerChat.GetChats",
            AddMessages,
            (wb, emulator) => Sent(wb.BuyerChat.SendAsync("1:a", "Здравствуйте!", Cancel), emulator)),
        ["chat: a file"] = new(
            "GET /api/v1/seller/download/{id}",
            "BuyerChat.Download",
            emulator => emulator.Chats.BuyerWrites("1:a", "Вот чек", files: [File]),
            (wb, _) => DownloadAsync(wb.BuyerChat))
        {
            IsStreamed = true,

            // A file may be of any length and need not be JSON.
            Tolerates = ["malformed JSON", "empty 200"],
        },
        ["answers: those that are rejected"] = new(
            "GET /api/v1/feedback",
            "Feedbacks.GetFeedback",
            AddRejectedAnswers,
            RejectedAsync),
        ["statistics: changed orders"] = new(
            "GET /api/v1/supplier/orders",
            "Statistics.GetOrders",
            AddStatistics,
            (wb, _) => Each(wb.Statistics.StreamChangedOrdersAsync(new InMemoryStateStore(), "seller", StatisticsOnce, Cancel), order => order.Srid!))
        {
            IsStreamed = true,
            OutlivesLimits = true,
        },
        ["statistics: changed sales"] = new(
            "GET /api/v1/supplier/sales",
            "Statistics.GetSales",
            AddStatistics,
            (wb, _) => Each(wb.Statistics.StreamChangedSalesAsync(new InMemoryStateStore(), "seller", StatisticsOnce, Cancel), sale => sale.SaleId!))
        {
            IsStreamed = true,
            OutlivesLimits = true,
        },
        ["claims: all"] = new(
            "GET /api/v1/claims",
            "BuyerReturns.GetClaims",
            emulator => AddClaims(emulator, 201),
            (wb, _) => Each(wb.BuyerReturns.StreamClaimsAsync(cancellationToken: Cancel), claim => claim.Id)),
        ["claims: new ones for ever"] = new(
            "GET /api/v1/claims",
            "BuyerReturns.GetClaims",
            emulator => AddClaims(emulator, 3),
            (wb, _) => Each(wb.BuyerReturns.StreamClaimChangesAsync(new InMemoryStateStore(), "seller", ClaimsOnce, Cancel).Take(3), claim => claim.Id))
        {
            OutlivesLimits = true,
        },
    };

    private static readonly Dictionary<string, Writer> Writers = new(OrderWriters().Concat(ReviewWriters()))
    {
        ["users: an invitation"] = new(
            "POST /api/v1/invite",
            "Users.Invite",
            _ => { },
            (wb, _) => wb.Users.InviteAsync("79990000005", "Кладовщик", [AccessRight.Deny(AccessSection.Finance)], Cancel),
            emulator => emulator.Users.Invited.Count),
        ["users: access"] = new(
            "PUT /api/v1/users/access",
            "Users.UpdateAccess",
            emulator => emulator.Users.Add(new EmulatedUser { Id = 7, Phone = "79990000007", Access = new HashSet<string> { "supply" } }),
            (wb, _) => wb.Users.UpdateAccessAsync(7, [AccessRight.Allow(AccessSection.Finance)], Cancel),
            emulator => emulator.Users.Active[0].Access.Count - 1)
        {
            HasNoAnswer = true,
        },
        ["calendar: products"] = new(
            "POST /api/v1/calendar/promotions/upload",
            "PromoCalendar.Upload",
            emulator => AddPromotion(emulator, 1, 3),
            (wb, _) => wb.PromoCalendar.AddProductsAsync(1, [1, 2], uploadNow: true, Cancel),
            emulator => emulator.Promotions.Uploads.Count),
        ["fbs: a cancellation"] = new(
            "PATCH /api/v3/orders/{orderId}/cancel",
            "FbsOrders.CancelOrder",
            emulator => AddOrders(emulator, 1),
            (wb, emulator) => wb.FbsOrders.CancelOrderAsync(emulator.Orders.All[0].Id, Cancel),
            emulator => emulator.Orders.All.Count(order => order.SupplierStatus == SupplierStatus.Cancel))
        {
            HasNoAnswer = true,
        },
        ["warehouses: a new one"] = new(
            "POST /api/v3/warehouses",
            "Warehouses.CreateWarehouse",
            emulator => emulator.Warehouses.AddOffice(new EmulatedOffice { Id = 15 }),
            (wb, _) => wb.Warehouses.CreateWarehouseAsync("Основной", 15, Cancel),
            emulator => emulator.Warehouses.All.Count),
        ["warehouses: a name"] = new(
            "PUT /api/v3/warehouses/{warehouseId}",
            "Warehouses.UpdateWarehouse",
            AddWarehouse,
            (wb, _) => wb.Warehouses.RenameWarehouseAsync(7, "Второй", Cancel),
            emulator => emulator.Warehouses.All.Count(warehouse => warehouse.Name == "Второй"))
        {
            HasNoAnswer = true,
        },
        ["warehouses: contacts"] = new(
            "PUT /api/v3/dbw/warehouses/{warehouseId}/contacts",
            "Warehouses.SetContacts",
            AddWarehouse,
            (wb, _) => wb.Warehouses.ChangeContactsAsync(7, contacts => [.. contacts, new WarehouseContact { Phone = "+79998887766" }], Cancel),
            emulator => emulator.Warehouses.ContactPhones(7).Count)
        {
            HasNoAnswer = true,
        },
        ["claims: a decision"] = new(
            "PATCH /api/v1/claim",
            "BuyerReturns.UpdateClaim",
            emulator => AddClaims(emulator, 1),
            DecideAsync,
            emulator => emulator.BuyerReturns.Decisions.Count(decision => decision.IsTaken))
        {
            HasNoAnswer = true,
        },
        ["chat: a message to a chat"] = new(
            "POST /api/v1/seller/message",
            "BuyerChat.SendMessage",
            AddMessages,
            (wb, _) => new ChatMessenger(wb.BuyerChat).SendAsync("1:a", "Здравствуйте!", [new ChatAttachment("Чек.pdf", File.Content)], Cancel),
            emulator => emulator.Chats.Sent.Count),
        ["chat: a message by sign"] = new(
            "POST /api/v1/seller/message",
            "BuyerChat.SendMessage",
            AddMessages,
            (wb, emulator) => new ChatMessenger(wb.BuyerChat).SendBySignAsync(emulator.Chats.Find("1:a")!.ReplySign, "Здравствуйте!", cancellationToken: Cancel),
            emulator => emulator.Chats.Sent.Count),
    };

    public static MatrixTheoryData<string, string> Reads { get; } = new(Readers.Keys, Faults.Keys);

    public static MatrixTheoryData<string, string> Writes { get; } = new(Writers.Keys, WriteFaults.Keys);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_helper_that_reads_gives_everything_or_says_what_is_wrong(string name, string fault)
    {
        (Reader helper, Case expected) = (Readers[name], Faults[fault]);
        var clock = new FastClock(Speed);
        await using WildberriesEmulator emulator = await StartAsync(clock);
        if (helper.PreparedAt is { } then)
        {
            TimeSpan back = clock.GetUtcNow() - then;
            clock.Step(-back);
            helper.Prepare(emulator);
            clock.Step(back);
        }
        else
        {
            helper.Prepare(emulator);
        }

        bool retries = expected.ReadsAgain && !(expected.IsInBody && helper.IsStreamed);
        bool readsAgain = retries || helper.Rounds > 1;
        Run whole = await ReadAsync(helper, emulator);
        Assert.Null(whole.Exception);
        Assert.NotEmpty(whole.Items);

        emulator.Faults.Next(helper.Operation, expected.Fault);
        Check("the first request fails", await ReadAsync(helper, emulator), readsAgain ? whole.Arrivals + 1 : 1, readsAgain);

        if (whole.Arrivals > 1)
        {
            Run later = await ReadAsync(helper, emulator, onFirst: () => emulator.Faults.Next(helper.Operation, expected.Fault));
            Check("the second page fails", later, readsAgain ? whole.Arrivals + 1 : 2, readsAgain);
            Assert.NotEmpty(later.Items);
        }

        if (helper.OutlivesLimits && expected.WritesAgain)
            return;
        emulator.Faults.Always(helper.Operation, expected.Fault);
        Check("every request fails", await ReadAsync(helper, emulator), (retries ? AllAttempts : 1) * helper.Rounds, recovers: false);

        void Check(string when, Run run, int arrivals, bool recovers)
        {
            string told = $"{when}: {run.Exception?.ToString() ?? "no exception"}, {run.Items.Count} of {whole.Items.Count}, arrived {run.Arrivals} times";
            Assert.True(run.Items.SequenceEqual(whole.Items.Take(run.Items.Count)), told);
            Assert.True(run.Items.Count == whole.Items.Count == recovers, told);
            Assert.True(run.Arrivals == arrivals, told);
            if (recovers || helper.Tolerates.Contains(fault))
                Assert.True(run.Exception is null, told);
            else
                CheckFailure(run.Exception, expected, helper.OperationName);
        }
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_helper_that_writes_does_it_once_or_says_what_is_wrong(string name, string fault)
    {
        (Writer helper, Case expected) = (Writers[name], WriteFaults[fault]);
        bool unseen = helper.HasNoAnswer && expected.IsInBody;
        foreach (bool always in (bool[])[false, true])
        {
            await using WildberriesEmulator emulator = await StartAsync(new FastClock(Speed));
            helper.Prepare(emulator);
            if (always)
                emulator.Faults.Always(helper.Operation, expected.Fault);
            else
                emulator.Faults.Next(helper.Operation, expected.Fault);

            await using ServiceProvider services = Connect(emulator);
            Exception? exception = await Record.ExceptionAsync(() => helper.Write(services.GetRequiredService<IWildberriesClient>(), emulator));

            bool recovers = expected.WritesAgain && !always;
            Assert.Equal(recovers ? 2 : expected.WritesAgain ? AllAttempts : 1, emulator.Requests.Count(helper.Operation));
            Assert.Equal(recovers || expected.TakesEffect ? 1 : 0, helper.Effects(emulator));
            if (recovers || unseen || (helper.LooksAfterwards && expected.TakesEffect))
                Assert.Null(exception);
            else
                CheckFailure(exception, expected, helper.OperationName);
        }
    }

    private static void CheckFailure(Exception? exception, Case expected, string operation)
    {
        Assert.IsType(expected.Exception, exception);
        Assert.Equal(operation, ((WildberriesApiException)exception).Operation);
        if (exception is WildberriesRateLimitException limited)
            Assert.Equal(RetryAfter, limited.RetryAfter);
    }

    private static async Task<Run> ReadAsync(Reader helper, WildberriesEmulator emulator, Action? onFirst = null)
    {
        // A container of its own: no connection from before is resent on by the runtime, and no limit is left.
        await using ServiceProvider services = Connect(emulator);
        emulator.Requests.Clear();
        var items = new List<object>();
        Exception? exception = await Record.ExceptionAsync(async () =>
        {
            await foreach (object item in helper.Read(services.GetRequiredService<IWildberriesClient>(), emulator))
            {
                items.Add(item);
                if (items.Count == 1)
                    onFirst?.Invoke();
            }
        });
        emulator.Faults.Clear();
        return new Run(items, emulator.Requests.Count(helper.Operation), exception);
    }

    // Minutes of the limiter pass in milliseconds; no timeout is short enough to end a request on a busy machine.
    private static Task<WildberriesEmulator> StartAsync(FastClock clock) => WildberriesEmulator.StartAsync(
        new WildberriesEmulatorOptions { TimeProvider = clock, RateLimits = false, EventPageSize = 3 }, Cancel);

    private static ServiceProvider Connect(WildberriesEmulator emulator)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FastClock(Speed));
        services.AddWildberries(options =>
        {
            options.UseEmulator(emulator);
            options.AttemptTimeout = TimeSpan.FromDays(1);
            options.BodyIdleTimeout = TimeSpan.FromDays(1);
            options.MaxRateLimitWait = TimeSpan.FromDays(1);
            options.Retry.MaxRetries = MaxRetries;
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
            options.Retry.MaxTotalTime = TimeSpan.FromDays(1);
        });
        return services.BuildServiceProvider();
    }

    private static void AddUsers(WildberriesEmulator emulator)
    {
        for (int i = 1; i <= 101; i++)
            emulator.Users.Add(new EmulatedUser { Id = i, Phone = string.Create(CultureInfo.InvariantCulture, $"7999000{i:0000}") });
    }

    private static void AddNews(WildberriesEmulator emulator)
    {
        for (int i = 1; i <= 150; i++)
            emulator.News.Add($"Новость {i}", "…", Start.AddMinutes(i), i);
    }

    private static void AddOrders(WildberriesEmulator emulator, int count, SupplierStatus? status = null)
    {
        foreach (EmulatedOrder order in emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1 }, count))
        {
            if (status is { } to)
                Assert.True(emulator.Orders.Locked(() => emulator.Orders.TryMove(emulator.Orders.Get(order.Id, EmulatedOrderKind.Fbs)!, to)));
        }
    }

    private static void AddConfirmed(WildberriesEmulator emulator, EmulatedOrderKind kind)
    {
        emulator.Orders.FinalPriceTime = TimeSpan.Zero;
        var purchase = new EmulatedPurchase { NmId = 1, Kind = kind, IsB2B = true, OptionalMarking = [MarkingCodeKind.Uin] };
        foreach (EmulatedOrder order in emulator.Orders.BuyerOrders(purchase, 3))
            Assert.True(emulator.Orders.Locked(() => emulator.Orders.TryMove(emulator.Orders.Get(order.Id, kind)!, SupplierStatus.Confirm)));
    }

    private static void AddWarehouse(WildberriesEmulator emulator)
    {
        emulator.Warehouses.AddOffice(new EmulatedOffice { Id = 15, DeliveryType = 3 });
        emulator.Warehouses.Add(new EmulatedWarehouse { Id = 7, OfficeId = 15, DeliveryType = 3 });
    }

    private static IEnumerable<long> Ids(WildberriesEmulator emulator) => emulator.Orders.All.Select(order => order.Id);

    private static async Task<IReadOnlyList<FbsOrderStatus>> StatusesAsync(IWildberriesClient wb, WildberriesEmulator emulator) =>
        (await wb.FbsOrders.GetStatusesAsync(emulator.Orders.All.Select(order => order.Id), Cancel)).Found;

    private static async Task<IReadOnlyList<Sticker<long>>> StickersAsync(IWildberriesClient wb, WildberriesEmulator emulator) =>
        (await wb.FbsOrders.GetStickersAsync(emulator.Orders.All.Select(order => order.Id), cancellationToken: Cancel)).Stickers;

    private static void AddPromotions(WildberriesEmulator emulator, int count)
    {
        for (int i = 1; i <= count; i++)
            AddPromotion(emulator, i, 0);
    }

    private static void AddPromotion(WildberriesEmulator emulator, long id, int products) => emulator.Promotions.Add(new EmulatedPromotion
    {
        Id = id,
        Name = $"Акция {id}",
        StartsAt = Start,
        EndsAt = Start.AddYears(1),
        Products = [.. Enumerable.Range(1, products).Select(i => new EmulatedPromotionProduct { NmId = i, Price = 200, PlanPrice = 100, PlanDiscount = 50 })],
    });

    private static void AddMessages(WildberriesEmulator emulator)
    {
        for (int i = 1; i <= 5; i++)
            emulator.Chats.BuyerWrites("1:a", $"Сообщение {i}", at: Start.AddMinutes(i));
    }

    private static IAsyncEnumerable<object> Each<T>(IAsyncEnumerable<T> items, Func<T, object> key) => items.Select(key);

    private static async IAsyncEnumerable<object> Whole<T>(Task<IReadOnlyList<T>> items, Func<T, object> key)
    {
        foreach (T item in await items)
            yield return key(item);
    }

    private static async IAsyncEnumerable<object> Sent(Task message, WildberriesEmulator emulator)
    {
        int before = emulator.Chats.Sent.Count;
        try
        {
            await message;
        }
        catch (WildberriesApiException)
        {
            // Without the list there is no sign, and so no message.
            Assert.Equal(before, emulator.Chats.Sent.Count);
            throw;
        }

        yield return "sent";
    }

    private static async IAsyncEnumerable<object> DownloadAsync(IBuyerChatApi api)
    {
        await using ChatDownload download = await api.DownloadFileAsync(File.DownloadId, Cancel);
        byte[] one = new byte[1];
        while (await download.Content.ReadAsync(one, Cancel) > 0)
            yield return one[0];
    }

    private sealed record Case(Fault Fault, Type Exception)
    {
        /// <summary>Whether a read is repeated.</summary>
        public bool ReadsAgain { get; init; }

        /// <summary>Whether a write is repeated, which only a refusal allows.</summary>
        public bool WritesAgain { get; init; }

        /// <summary>Whether WB does what was asked although its answer fails.</summary>
        public bool TakesEffect { get; init; }

        /// <summary>Whether only the answer's body is at fault, which a caller who expects none does not see.</summary>
        public bool IsInBody { get; init; }
    }

    private sealed record Reader(
        string Operation,
        string OperationName,
        Action<WildberriesEmulator> Prepare,
        Func<IWildberriesClient, WildberriesEmulator, IAsyncEnumerable<object>> Read)
    {
        /// <summary>The faults after which the helper ends as if there were no more, for WB may mean just that.</summary>
        public IReadOnlyList<string> Tolerates { get; init; } = [];

        /// <summary>Whether the helper itself waits out a 429 that the retries did not.</summary>
        public bool OutlivesLimits { get; init; }

        /// <summary>How often the helper itself asks before it gives up, each time with all attempts.</summary>
        public int Rounds { get; init; } = 1;

        /// <summary>When what it reads came about; <see langword="null"/>: now.</summary>
        public DateTimeOffset? PreparedAt { get; init; }

        /// <summary>Whether rows are handed out before the answer is whole, so that it is not asked for again.</summary>
        public bool IsStreamed { get; init; }
    }

    private sealed record Writer(
        string Operation,
        string OperationName,
        Action<WildberriesEmulator> Prepare,
        Func<IWildberriesClient, WildberriesEmulator, Task> Write,
        Func<WildberriesEmulator, int> Effects)
    {
        public bool HasNoAnswer { get; init; }

        /// <summary>Whether the helper looks at WB where an answer is lost, so that it knows what was done.</summary>
        public bool LooksAfterwards { get; init; }
    }

    private sealed record Run(IReadOnlyList<object> Items, int Arrivals, Exception? Exception);
}
