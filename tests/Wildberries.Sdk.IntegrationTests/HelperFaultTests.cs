using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;
using Wildberries.Sdk.Users;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>Every helper while WB fails: what its caller sees, and how often the request arrived.</summary>
public sealed class HelperFaultTests
{
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

    private static readonly Dictionary<string, Reader> Readers = new()
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
    };

    private static readonly Dictionary<string, Writer> Writers = new()
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
        await using WildberriesEmulator emulator = await StartAsync();
        helper.Prepare(emulator);
        bool readsAgain = expected.ReadsAgain && !(expected.IsInBody && helper.IsStreamed);
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
        Check("every request fails", await ReadAsync(helper, emulator), readsAgain ? AllAttempts : 1, recovers: false);

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
            await using WildberriesEmulator emulator = await StartAsync();
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
            if (recovers || unseen)
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
    private static Task<WildberriesEmulator> StartAsync() => WildberriesEmulator.StartAsync(
        new WildberriesEmulatorOptions { TimeProvider = new FastClock(3000), RateLimits = false, EventPageSize = 3 }, Cancel);

    private static ServiceProvider Connect(WildberriesEmulator emulator)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FastClock(3000));
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
    }

    private sealed record Run(IReadOnlyList<object> Items, int Arrivals, Exception? Exception);
}
