using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.AdvertMedia;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.BuyerReturns;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.DbwOrders;
using Wildberries.Sdk.DependencyInjection;
using Wildberries.Sdk.Directories;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Documents;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.FbwSupplies;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.PickupOrders;
using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Statistics;
using Wildberries.Sdk.Users;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk;

/// <summary>The client; without dependency injection it is made with <see cref="Create(string, Action{WildberriesOptions}?)"/>.</summary>
[DebuggerDisplay("Wildberries client ({_seller.Environment})")]
public sealed class WildberriesClient : IWildberriesClient, IDisposable
{
    // Without a container, every client of the process shares connections and the limits' state.
    private static readonly Lazy<RequestRateLimiter> ProcessLimiter = new(CreateLimiter);

    // What an emulator counts is its own: nothing of it may reach WB's limits, or another emulator's. Of one in another process only the address is known.
    private static readonly ConditionalWeakTable<object, RequestRateLimiter> EmulatorLimiters = [];
    private static readonly AddressLimiters AddressLimiters = new(CreateLimiter);

    private static readonly Lazy<HttpMessageHandler> ProcessHandler = new(() => PrimaryHandler.Create(new WildberriesOptions()));

    private static readonly Lazy<WildberriesRuntime> ProcessRuntime = new(() => CreateRuntime(new WildberriesOptions()));

    private readonly WildberriesRuntime _runtime;
    private readonly Seller _seller;
    private readonly WildberriesCallOptions _options;
    private readonly SellerHandler _handler;
    private readonly bool _ownsRuntime;

    // Few: only those that the client was asked for.
    private (Type ApiType, object Stub)[] _stubs = [];

    internal WildberriesClient(WildberriesRuntime runtime, Seller seller, WildberriesCallOptions? options = null, bool ownsRuntime = false)
    {
        _runtime = runtime;
        _seller = seller;
        _options = options ?? new WildberriesCallOptions();
        _handler = new SellerHandler(runtime, seller, _options);
        _ownsRuntime = ownsRuntime;
    }

    /// <inheritdoc/>
    public IAdvertApi Advert => (IAdvertApi)Stub(Areas.Advert.Api);

    /// <inheritdoc/>
    public IAdvertMediaApi AdvertMedia => (IAdvertMediaApi)Stub(Areas.AdvertMedia.Api);

    /// <inheritdoc/>
    public IBuyerChatApi BuyerChat => (IBuyerChatApi)Stub(Areas.BuyerChat.Api);

    /// <inheritdoc/>
    public IBuyerReturnsApi BuyerReturns => (IBuyerReturnsApi)Stub(Areas.BuyerReturns.Api);

    /// <inheritdoc/>
    public ICardsApi Cards => (ICardsApi)Stub(Areas.Cards.Api);

    /// <inheritdoc/>
    public ICommonApi Common => (ICommonApi)Stub(Areas.Common.Api);

    /// <inheritdoc/>
    public IDbsOrdersApi DbsOrders => (IDbsOrdersApi)Stub(Areas.DbsOrders.Api);

    /// <inheritdoc/>
    public IDbwOrdersApi DbwOrders => (IDbwOrdersApi)Stub(Areas.DbwOrders.Api);

    /// <inheritdoc/>
    public IDirectoriesApi Directories => (IDirectoriesApi)Stub(Areas.Directories.Api);

    /// <inheritdoc/>
    public IDiscountsPricesApi DiscountsPrices => (IDiscountsPricesApi)Stub(Areas.DiscountsPrices.Api);

    /// <inheritdoc/>
    public IDocumentsApi Documents => (IDocumentsApi)Stub(Areas.Documents.Api);

    /// <inheritdoc/>
    public IFbsOrdersApi FbsOrders => (IFbsOrdersApi)Stub(Areas.FbsOrders.Api);

    /// <inheritdoc/>
    public IFbsSuppliesApi FbsSupplies => (IFbsSuppliesApi)Stub(Areas.FbsSupplies.Api);

    /// <inheritdoc/>
    public IFbwSuppliesApi FbwSupplies => (IFbwSuppliesApi)Stub(Areas.FbwSupplies.Api);

    /// <inheritdoc/>
    public IFeedbacksApi Feedbacks => (IFeedbacksApi)Stub(Areas.Feedbacks.Api);

    /// <inheritdoc/>
    public IFinanceApi Finance => (IFinanceApi)Stub(Areas.Finance.Api);

    /// <inheritdoc/>
    public IPickupOrdersApi PickupOrders => (IPickupOrdersApi)Stub(Areas.PickupOrders.Api);

    /// <inheritdoc/>
    public IPromoCalendarApi PromoCalendar => (IPromoCalendarApi)Stub(Areas.PromoCalendar.Api);

    /// <inheritdoc/>
    public IQuestionsApi Questions => (IQuestionsApi)Stub(Areas.Questions.Api);

    /// <inheritdoc/>
    public IStatisticsApi Statistics => (IStatisticsApi)Stub(Areas.Statistics.Api);

    /// <inheritdoc/>
    public IUsersApi Users => (IUsersApi)Stub(Areas.Users.Api);

    /// <inheritdoc/>
    public IWarehousesApi Warehouses => (IWarehousesApi)Stub(Areas.Warehouses.Api);

    /// <summary>
    /// Makes a client without dependency injection. All such clients of a process share connections and the state of the limits; one with
    /// a proxy or a handler of its own shares the limits only.
    /// </summary>
    /// <param name="token">The seller's token.</param>
    /// <param name="configure">Sets options, or <see langword="null"/> for the defaults.</param>
    /// <returns>The client. Disposing it is needed only if it has a proxy, a handler or an emulator's address of its own.</returns>
    /// <exception cref="FormatException">The token is not a WB token.</exception>
    /// <exception cref="OptionsValidationException">An option is not as it must be.</exception>
    public static WildberriesClient Create(string token, Action<WildberriesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        FixedCredentialsProvider plain = Fixed(token, null);
        if (configure is null)
            return new WildberriesClient(ProcessRuntime.Value, new Seller(plain, WildberriesEnvironment.Production));

        var options = new WildberriesOptions { Token = token };
        configure(options);
        WildberriesOptionsValidator.ThrowIfInvalid(options);
        IWildberriesCredentialsProvider credentials = options switch
        {
            { CredentialsProvider: { } provider } => provider,
            { NextClientSecret: not null } => new ConfiguredCredentialsProvider(() => options, "Wildberries", TimeProvider.System),
            _ => Fixed(options.Token!, options.ClientSecret),
        };
        return new WildberriesClient(CreateRuntime(options), new Seller(credentials, options.Environment), ownsRuntime: true);

        static FixedCredentialsProvider Fixed(string token, string? secret) => new(new WildberriesCredentials(token, secret));
    }

    /// <inheritdoc/>
    public TApi Api<TApi>()
        where TApi : class =>
        (TApi)(Find(typeof(TApi)) ?? Add(_runtime.Operations.Find(typeof(TApi))
            ?? throw new InvalidOperationException($"{typeof(TApi).Name} is not registered: call AddWildberriesApi<{typeof(TApi).Name}>() or WildberriesOptions.AddApi.")));

    /// <inheritdoc/>
    public IWildberriesClient With(WildberriesCallOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new WildberriesClient(_runtime, _seller, options.Over(_options));
    }

    /// <summary>
    /// Closes what is the client's own: a proxy's or own handler's connections. What clients share stays; only the limits of an
    /// <see cref="WildberriesOptions.EmulatorAddress"/> end with the last client that was made for it. A client made with options must not be used afterwards.
    /// </summary>
    public void Dispose()
    {
        if (_ownsRuntime)
            _runtime.Dispose();
    }

    private object Stub(ApiRegistration area) => Find(area.Type) ?? Add(_runtime.Operations.Find(area));

    private object? Find(Type apiType)
    {
        foreach ((Type type, object stub) in Volatile.Read(ref _stubs))
        {
            if (type == apiType)
                return stub;
        }

        return null;
    }

    private object Add(ApiRegistration api)
    {
        var client = new HttpClient(_handler, disposeHandler: false)
        {
            BaseAddress = _runtime.BaseAddress(api, _seller.Environment),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent.Value);
        object made = api.CreateStub(client);
        ClientClock.Note(made, _runtime.TimeProvider);
        if (api.NotesOrigin)
            ClientOrigin.Note(made, new ClientOrigin(_seller, client.BaseAddress) { Runtime = _runtime, Options = _options });

        // Two threads may make one each; the first one stored is the one that stays.
        while (true)
        {
            (Type ApiType, object Stub)[] before = Volatile.Read(ref _stubs);
            if (Array.Find(before, one => one.ApiType == api.Type).Stub is { } first)
                return first;
            if (Interlocked.CompareExchange(ref _stubs, [.. before, (api.Type, made)], before) == before)
                return made;
        }
    }

    private static WildberriesRuntime CreateRuntime(WildberriesOptions options)
    {
        IDisposable? lease = null;
        RequestRateLimiter limiter = options switch
        {
            { Emulator: { } emulator } => EmulatorLimiters.GetValue(emulator, static _ => CreateLimiter()),
            { EmulatorAddress: { } address } => AddressLimiters.Take(address.Authority, out lease),
            _ => ProcessLimiter.Value,
        };
        HttpMessageHandler? handler = options.GetPrimaryHandlerFactory() is null && options.Proxy is null ? ProcessHandler.Value : null;
        try
        {
            return new WildberriesRuntime(options, TimeProvider.System, limiter, NullLogger.Instance, handler, lease);
        }
        catch
        {
            // A handler of the user's may fail to be made.
            lease?.Dispose();
            throw;
        }
    }

    private static RequestRateLimiter CreateLimiter() => new(new InMemoryRateLimitStore(TimeProvider.System), TimeProvider.System);
}
