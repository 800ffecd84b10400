using Microsoft.Extensions.Caching.Memory;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Directories;

/// <summary>
/// Keeps what cards are filled in from: it asks WB once, and again when the time of <see cref="DirectoryCacheOptions"/> is over. Of many who ask for the same at once one
/// asks WB, and all get the answer. Safe for use by many threads; keep one for as long as the client.
/// </summary>
/// <remarks>
/// A cache belongs to the client, and so to the seller, that its interface comes from: what WB says to one seller never goes to another. Languages are kept apart. A failure is
/// not kept: those who wait for it get it, and who asks next asks WB again. Who cancels leaves alone; the call is cancelled when nobody waits for it any more.
/// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.
/// </remarks>
public sealed class DirectoryCache : IDisposable
{
    // An empty list may be a moment's weakness of WB's.
    private static readonly TimeSpan LifetimeOfNothing = TimeSpan.FromMinutes(1);

    private readonly IDirectoriesApi _api;
    private readonly DirectoryCacheOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly MemoryCache _cache;
    private readonly object _lock = new();
    private readonly Dictionary<Key, Flight> _flights = [];
    private bool _isDisposed;

    /// <summary>Creates an empty cache.</summary>
    /// <param name="api">The directories.</param>
    /// <param name="options">How long and how much it keeps; <see langword="null"/>: the defaults.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/>: that of the client that <paramref name="api"/> comes from.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of the range that <see cref="DirectoryCacheOptions"/> states.</exception>
    public DirectoryCache(IDirectoriesApi api, DirectoryCacheOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(api);
        _api = api;
        _options = (options ?? new DirectoryCacheOptions()).Checked(nameof(options));
        _timeProvider = timeProvider ?? ClientClock.Of(api);
        _cache = new MemoryCache(new MemoryCacheOptions { SizeLimit = _options.MaxRows, Clock = new CacheClock(_timeProvider) });
    }

    /// <summary>Gets the characteristics of a subject.</summary>
    /// <param name="subjectId">The subject: <see cref="Subject.Id"/>.</param>
    /// <param name="locale">The language of the names; <see langword="null"/>: WB's default. What is to be written into a card is read in Russian.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller.</param>
    /// <returns>The characteristics. They belong to the cache: do not change what is in their extension data.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="subjectId"/> is not positive.</exception>
    /// <exception cref="ObjectDisposedException">The cache is disposed.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public Task<IReadOnlyList<SubjectCharacteristic>> GetCharacteristicsAsync(long subjectId, Locale? locale = null, CancellationToken cancellationToken = default)
    {
        Argument.Id(subjectId);
        return GetAsync(
            new Key(Kind.Characteristics, subjectId, locale),
            _options.CharacteristicsLifetime,
            async token => (await _api.GetCharacteristicsAsync(subjectId, locale, token).ConfigureAwait(false)).Characteristics,
            cancellationToken);
    }

    /// <summary>Gets the colours that a card can have.</summary>
    /// <param name="locale">The language of the names; <see langword="null"/>: WB's default.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller.</param>
    /// <returns>The colours.</returns>
    /// <exception cref="ObjectDisposedException">The cache is disposed.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public Task<IReadOnlyList<ProductColor>> GetColorsAsync(Locale? locale = null, CancellationToken cancellationToken = default) => GetAsync(
        new Key(Kind.Colors, 0, locale),
        _options.DirectoryLifetime,
        async token => (await _api.GetColorsAsync(locale, token).ConfigureAwait(false)).Colors,
        cancellationToken);

    /// <summary>Gets the countries that a product can come from.</summary>
    /// <param name="locale">The language of the names; <see langword="null"/>: WB's default.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller.</param>
    /// <returns>The countries.</returns>
    /// <exception cref="ObjectDisposedException">The cache is disposed.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public Task<IReadOnlyList<Country>> GetCountriesAsync(Locale? locale = null, CancellationToken cancellationToken = default) => GetAsync(
        new Key(Kind.Countries, 0, locale),
        _options.DirectoryLifetime,
        async token => (await _api.GetCountriesAsync(locale, token).ConfigureAwait(false)).Countries,
        cancellationToken);

    /// <summary>Gets the genders that a product can be for.</summary>
    /// <param name="locale">The language of the values; <see langword="null"/>: WB's default.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller.</param>
    /// <returns>The values of the characteristic.</returns>
    /// <exception cref="ObjectDisposedException">The cache is disposed.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public Task<IReadOnlyList<string>> GetGendersAsync(Locale? locale = null, CancellationToken cancellationToken = default) => GetAsync(
        new Key(Kind.Genders, 0, locale),
        _options.DirectoryLifetime,
        async token => (await _api.GetGendersAsync(locale, token).ConfigureAwait(false)).Values,
        cancellationToken);

    /// <summary>Gets the seasons that a product can be for.</summary>
    /// <param name="locale">The language of the values; <see langword="null"/>: WB's default.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller.</param>
    /// <returns>The values of the characteristic.</returns>
    /// <exception cref="ObjectDisposedException">The cache is disposed.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public Task<IReadOnlyList<string>> GetSeasonsAsync(Locale? locale = null, CancellationToken cancellationToken = default) => GetAsync(
        new Key(Kind.Seasons, 0, locale),
        _options.DirectoryLifetime,
        async token => (await _api.GetSeasonsAsync(locale, token).ConfigureAwait(false)).Values,
        cancellationToken);

    /// <summary>Gets the VAT rates that a product can have.</summary>
    /// <param name="locale">The language of the values; <see langword="null"/>: WB's default.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller.</param>
    /// <returns>The values of the characteristic: percents as texts such as <c>20</c>, and a text for products without VAT.</returns>
    /// <exception cref="ObjectDisposedException">The cache is disposed.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public Task<IReadOnlyList<string>> GetVatRatesAsync(Locale? locale = null, CancellationToken cancellationToken = default) => GetAsync(
        new Key(Kind.VatRates, 0, locale),
        _options.DirectoryLifetime,
        async token => (await _api.GetVatRatesAsync(locale, token).ConfigureAwait(false)).Values,
        cancellationToken);

    /// <summary>Forgets everything: who asks next asks WB. What is being asked just now goes to those who wait for it, and is not kept.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _flights.Clear();
            _cache.Clear();
        }
    }

    /// <summary>Forgets everything, and answers nobody any more. The interface stays as it is.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _flights.Clear();
            _cache.Dispose();
        }
    }

    /// <summary>How many lists are kept.</summary>
    internal int Count => _cache.Count;

    private async Task<IReadOnlyList<T>> GetAsync<T>(
        Key key, TimeSpan lifetime, Func<CancellationToken, Task<IReadOnlyList<T>>> ask, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Flight flight;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_cache.TryGetValue(key, out object? kept))
                return (IReadOnlyList<T>)kept!;
            if (!_flights.TryGetValue(key, out flight!))
            {
                _flights[key] = flight = new Flight();
                flight.Answer = FlyAsync(key, lifetime, flight, ask);

                // A failure that nobody waits for any more is nobody's.
                _ = flight.Answer.ContinueWith(static answer => answer.Exception, TaskScheduler.Default);
            }

            flight.Waiters++;
        }

        try
        {
            return (IReadOnlyList<T>)await flight.Answer.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(key, flight);
        }
    }

    // On a thread of its own: what asks may run for long before it waits, and who holds the lock must not.
    private Task<object> FlyAsync<T>(Key key, TimeSpan lifetime, Flight flight, Func<CancellationToken, Task<IReadOnlyList<T>>> ask) => Task.Run<object>(async () =>
    {
        try
        {
            IReadOnlyList<T> answer = await ask(flight.Cancellation.Token).ConfigureAwait(false);
            lock (_lock)
            {
                if (IsCurrent(key, flight))
                    _cache.Set<object>(key, answer, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = answer.Count > 0 || lifetime < LifetimeOfNothing ? lifetime : LifetimeOfNothing, Size = Math.Max(1, answer.Count) });
            }

            return answer;
        }
        finally
        {
            lock (_lock)
            {
                if (IsCurrent(key, flight))
                    _flights.Remove(key);
            }
        }
    });

    private void Leave(Key key, Flight flight)
    {
        bool isLast;
        lock (_lock)
        {
            isLast = --flight.Waiters == 0;

            // Nobody joins a flight that is about to be cancelled.
            if (isLast && IsCurrent(key, flight))
                _flights.Remove(key);
        }

        if (isLast)
            flight.Cancellation.Cancel();
    }

    private bool IsCurrent(Key key, Flight flight) => _flights.TryGetValue(key, out Flight? current) && current == flight;

    private enum Kind
    {
        Characteristics,
        Colors,
        Countries,
        Genders,
        Seasons,
        VatRates,
    }

    private readonly record struct Key(Kind Kind, long SubjectId, Locale? Locale);

    private sealed class Flight
    {
        public CancellationTokenSource Cancellation { get; } = new();

        public Task<object> Answer { get; set; } = null!;

        public int Waiters { get; set; }
    }
}
