using System.Security.Cryptography;
using System.Text.Json;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Documents;
using Wildberries.Sdk.FbwSupplies;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>
/// Wildberries in a test: an HTTP server on a loopback port of this process that checks tokens, limits requests and keeps cards, chats, reviews, questions,
/// claims, news, prices, promotions, advertising, financial reports and users as WB's gateway and services do. Every host of WB is a first path segment
/// of <see cref="Address"/>, named by the host's first label: <c>http://127.0.0.1:PORT/buyer-chat-api/api/v1/seller/chats</c>.
/// </summary>
/// <remarks>
/// A read that it keeps nothing for is answered in the shape of the SDK's model: each member has a value, texts <c>text</c>, numbers 1 (or 1.5),
/// times now, flags <see langword="true"/>, a list one element; a request that goes on in a list (<c>offset</c>, <c>skip</c>, <c>next</c>,
/// <c>cursor</c> and the like) is answered with empty lists and zeros. A write that it does not know is answered with 501. <see cref="Answer"/> says
/// another answer. Pictures and videos that WB links to are given without a token, over HTTP: a link without a scheme stands for <c>http</c> here.
/// Source: <see href="https://dev.wildberries.ru/openapi/api-information"/>.
/// </remarks>
public sealed class WildberriesEmulator : IAsyncDisposable
{
    private const string DefaultServiceId = "5d1f6a2e-3c0b-4f5e-9a77-0d2b8c4e6f10";

    // Every category that WB documents, and no unknown bit.
    private static readonly TokenCategory AllCategories = Enum.GetValues<TokenCategory>().Aggregate((all, one) => all | one);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(64);
    private readonly TimeProvider _time;
    private readonly ApiGateway _gateway;
    private readonly FixedAnswers _answers;
    private readonly EmulatorServer _server;

    private WildberriesEmulator(WildberriesEmulatorOptions options)
    {
        _time = options.TimeProvider;
        var files = new PublicFiles();
        var table = new OperationTable(WildberriesOperations.All, options.Operations);
        _gateway = new ApiGateway(options, table, _key);
        Seller = new EmulatedSeller();
        Orders = new EmulatedOrders(_time);
        Feedbacks = new EmulatedFeedbacks(_time, files);
        Directories = new EmulatedDirectories();
        Cards = new EmulatedCards(_time, Directories);
        files.AddSource(Cards.FindFile);
        EmulatedArea[] areas =
        [
            new AdvertArea(Adverts = new EmulatedAdverts(_time)),
            new AdvertMediaArea(MediaCampaigns = new EmulatedMediaCampaigns(), _time),
            new BuyerChatArea(Chats = new EmulatedChats(options)),
            new BuyerReturnsArea(BuyerReturns = new EmulatedClaims(_time, files)),
            new CardsArea(Cards, Directories, _time),
            new CommonArea(News = new EmulatedNews(_time), Seller, _time),
            new DbsOrdersArea(Orders),
            new DbwOrdersArea(Orders),
            new DirectoriesArea(Directories),
            new DiscountsPricesArea(Prices = new EmulatedPrices(_time)),
            new EmulatedArea(typeof(IDocumentsApi), DocumentsJsonContext.Default),
            new FbsOrdersArea(Orders, AutoReturns = new EmulatedAutoReturns()),
            new FbsSuppliesArea(FbsSupplies = new EmulatedSupplies(Orders), Passes = new EmulatedPasses(_time)),
            new EmulatedArea(typeof(IFbwSuppliesApi), FbwSuppliesJsonContext.Default),
            new FeedbacksArea(Feedbacks, Seller, _time),
            new FinanceArea(Finance = new EmulatedFinance(), Seller),
            new PickupOrdersArea(Orders),
            new PromoCalendarArea(Promotions = new EmulatedPromotions(_time, Prices), _time),
            new QuestionsArea(Questions = new EmulatedQuestions(_time), Feedbacks, Seller, _time),
            new StatisticsArea(Statistics = new EmulatedStatistics(_time)),
            new UsersArea(Users = new EmulatedUsers(_time)),
            new WarehousesArea(Warehouses = new EmulatedWarehouses(_time)),
            .. options.Apis,
        ];
        if (options.Seed)
        {
            DateTimeOffset now = _time.GetUtcNow();
            foreach (EmulatedArea area in areas)
                area.Seed(now);
        }

        Faults = new EmulatorFaults(table);
        Requests = new RequestLog(table);
        _answers = new FixedAnswers(table);
        _server = new EmulatorServer(
            options,
            table,
            _gateway,
            Faults,
            Requests,
            _answers,
            options.DefaultsOnly ? [] : [.. areas.SelectMany(area => area.Handlers)],
            new DefaultAnswers(areas, _time),
            files);
    }

    /// <summary>The address of the emulator, for example <c>http://127.0.0.1:50123/</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The chats with buyers: what they and the seller wrote, and what a buyer does next.</summary>
    public EmulatedChats Chats { get; }

    /// <summary>The reviews of buyers with the answers to them, and the pinned ones.</summary>
    public EmulatedFeedbacks Feedbacks { get; }

    /// <summary>The questions of buyers, and the answers to them.</summary>
    public EmulatedQuestions Questions { get; }

    /// <summary>The claims of buyers who want to give products back, and what was decided.</summary>
    public EmulatedClaims BuyerReturns { get; }

    /// <summary>The news of the seller portal.</summary>
    public EmulatedNews News { get; }

    /// <summary>The cards of products, with their pictures, tags and recommendations, and the trash.</summary>
    public EmulatedCards Cards { get; }

    /// <summary>What cards are filled in from: subjects, characteristics, colours and so on.</summary>
    public EmulatedDirectories Directories { get; }

    /// <summary>The products with their prices.</summary>
    public EmulatedPrices Prices { get; }

    /// <summary>The seller that tokens belong to unless they name another.</summary>
    public EmulatedSeller Seller { get; }

    /// <summary>The calendar of promotions, and the products that take part.</summary>
    public EmulatedPromotions Promotions { get; }

    /// <summary>The advertising campaigns with their budgets, the products that they may promote, and the money.</summary>
    public EmulatedAdverts Adverts { get; }

    /// <summary>The media campaigns.</summary>
    public EmulatedMediaCampaigns MediaCampaigns { get; }

    /// <summary>The rows of the reports on orders and on sales.</summary>
    public EmulatedStatistics Statistics { get; }

    /// <summary>The users of the seller's portal, and who is invited to it.</summary>
    public EmulatedUsers Users { get; }

    /// <summary>The seller's warehouses with their stocks, and the offices of WB.</summary>
    public EmulatedWarehouses Warehouses { get; }

    /// <summary>The supplies of FBS orders.</summary>
    public EmulatedSupplies FbsSupplies { get; }

    /// <summary>The passes to WB's warehouses.</summary>
    public EmulatedPasses Passes { get; }

    /// <summary>The seller's balance and financial reports.</summary>
    public EmulatedFinance Finance { get; }

    /// <summary>The orders of all kinds: what buyers order and cancel.</summary>
    public EmulatedOrders Orders { get; }

    /// <summary>Where products that buyers return go.</summary>
    public EmulatedAutoReturns AutoReturns { get; }

    /// <summary>What should go wrong.</summary>
    public EmulatorFaults Faults { get; }

    /// <summary>Every request that arrived.</summary>
    public RequestLog Requests { get; }

    /// <summary>Starts an emulator on a free loopback port.</summary>
    /// <param name="options">How it behaves; by default with nothing in it but seller and balance, with WB's limits, on the system's clock.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The emulator; dispose it to stop it.</returns>
    /// <exception cref="ArgumentException">An option has a value that makes no sense.</exception>
    public static async Task<WildberriesEmulator> StartAsync(
        WildberriesEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new WildberriesEmulatorOptions();
        if (options.EventPageSize < 1)
        {
            throw new ArgumentException(
                $"{nameof(WildberriesEmulatorOptions.EventPageSize)} is {options.EventPageSize}: a page holds at least one event.", nameof(options));
        }

        var emulator = new WildberriesEmulator(options);
        try
        {
            emulator.Address = await emulator._server.StartAsync(cancellationToken).ConfigureAwait(false);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Says what an operation answers from now on, in the place of what the emulator would; it takes no effect then. Token, limits and faults hold
    /// as for everything else, and <see cref="EmulatorFaults.Clear"/> leaves the answer alone. Another answer for the same text replaces it.
    /// </summary>
    /// <param name="operation">
    /// The verb and the path: <c>GET /api/v1/tariffs/commission</c>; a segment in braces is any one; <c>GET common-api/ping</c> means one host. Or its name: <c>BuyerChat.SendMessage</c>.
    /// </param>
    /// <param name="json">The body; empty: none.</param>
    /// <param name="status">The HTTP status.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="operation"/> is neither a verb and a path nor a name, or the emulator knows no such operation; <paramref name="json"/> is no JSON, or the status allows
    /// no body. <see cref="Fault.Status"/> answers with any text.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The status is not within 200 and 599.</exception>
    public void Answer(string operation, string json, int status = 200)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        if (json.Length > 0)
        {
            if (status is 204 or 205 or 304)
                throw new ArgumentException($"A {status} has no body.", nameof(json));
            try
            {
                using var document = JsonDocument.Parse(json);
            }
            catch (JsonException exception)
            {
                throw new ArgumentException($"This is no JSON: {exception.Message}", nameof(json), exception);
            }
        }

        _answers.Set(operation, json, status);
    }

    /// <summary>Takes an answer back: the operation is again what it was without it.</summary>
    /// <param name="operation">The text that was given to <see cref="Answer"/>.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ArgumentException">The text is neither a verb and a path nor a name, or the emulator knows no such operation.</exception>
    public bool RemoveAnswer(string operation) => _answers.Remove(operation);

    /// <summary>Makes a token in WB's shape that this emulator accepts.</summary>
    /// <param name="type">Its type; <see cref="TokenType.Unknown"/> makes one as WB made them before tokens had types.</param>
    /// <param name="categories">Its categories; by default all.</param>
    /// <param name="readOnly">Whether it may only read.</param>
    /// <param name="expiresAt">When it expires; by default in 180 days by the emulator's clock.</param>
    /// <param name="sellerId">The seller (a UUID) that it belongs to; by default the <see cref="Seller"/>.</param>
    /// <param name="serviceId">For a service token: the id of the service; by default one of the emulator's own.</param>
    /// <returns>The token. It is as secret as any token in a test: not at all.</returns>
    /// <exception cref="ArgumentException">A service id is given for a token that is not a service token.</exception>
    public string CreateToken(
        TokenType type = TokenType.Personal,
        TokenCategory? categories = null,
        bool readOnly = false,
        DateTimeOffset? expiresAt = null,
        string? sellerId = null,
        string? serviceId = null)
    {
        if (serviceId is not null && type != TokenType.Service)
            throw new ArgumentException($"Only service tokens have a service id; the type is {type}.", nameof(serviceId));
        return GatewayToken.Create(
            _key,
            type,
            categories ?? AllCategories,
            readOnly,
            expiresAt ?? _time.GetUtcNow().AddDays(180),
            sellerId ?? Seller.Id,
            serviceId ?? DefaultServiceId);
    }

    /// <summary>Withdraws a token, as a seller does in the portal: from now on it is answered with 401.</summary>
    /// <param name="token">The token.</param>
    /// <exception cref="ArgumentException">The text is not a token; the message does not contain it.</exception>
    public void RevokeToken(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        GatewayToken read = GatewayToken.Read(token, key: null, out string? problem)
            ?? throw new ArgumentException($"This is not a token: {problem}.", nameof(token));
        _gateway.Revoke(read.Id);
    }

    /// <summary>Stops the server at once; requests that are still open are aborted.</summary>
    /// <returns>The task.</returns>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
