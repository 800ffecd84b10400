using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Directories;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.Tests.Directories;

public sealed class DirectoryCacheTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ConcurrentQueue<string> _asked = [];
    private readonly HttpClient _client;
    private readonly IDirectoriesApi _api;
    private Func<HttpRequestMessage, CancellationToken, Task<string>> _answer = (request, _) => Task.FromResult(AnswerOf(request));

    public DirectoryCacheTests()
    {
        _client = new HttpClient(new Server(this)) { BaseAddress = new Uri("https://content-api.wildberries.ru") };
        _api = (IDirectoriesApi)ApiRegistration.Of<IDirectoriesApi>(DirectoriesJsonContext.Default).CreateStub(_client);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Each_directory_is_asked_for_once_in_each_language_until_its_time_is_over()
    {
        using var cache = Cache();
        for (int round = 0; round < 2; round++)
        {
            Assert.Equal("белый", Assert.Single(await cache.GetColorsAsync(cancellationToken: Cancel)).Name);
            Assert.Equal("белый", Assert.Single(await cache.GetColorsAsync(Locale.English, Cancel)).Name);
            Assert.Equal(215, Assert.Single(await cache.GetCountriesAsync(Locale.Russian, Cancel)).Id);
            Assert.Equal(["зима"], await cache.GetGendersAsync(cancellationToken: Cancel));
            Assert.Equal(["зима"], await cache.GetSeasonsAsync(cancellationToken: Cancel));
            Assert.Equal(["зима"], await cache.GetVatRatesAsync(cancellationToken: Cancel));
            Assert.Equal(7, Assert.Single(await cache.GetCharacteristicsAsync(105, Locale.Russian, Cancel)).Id);
        }

        string[] all =
        [
            "/content/v2/directory/colors", "/content/v2/directory/colors?locale=en", "/content/v2/directory/countries?locale=ru", "/content/v2/directory/kinds",
            "/content/v2/directory/seasons", "/content/v2/directory/vat", "/content/v2/object/charcs/105?locale=ru",
        ];
        Assert.Equal(all, _asked);
        _clock.Advance(TimeSpan.FromHours(4));
        await cache.GetColorsAsync(cancellationToken: Cancel);
        await cache.GetCharacteristicsAsync(105, Locale.Russian, Cancel);
        Assert.Equal(8, _asked.Count);
        _clock.Advance(TimeSpan.FromHours(44));
        await cache.GetColorsAsync(cancellationToken: Cancel);
        Assert.Equal(9, _asked.Count);
        cache.Clear();
        await cache.GetColorsAsync(cancellationToken: Cancel);
        Assert.Equal(10, _asked.Count);
    }

    [Fact]
    public async Task An_empty_list_is_kept_for_a_minute_only()
    {
        using var cache = Cache();
        _answer = (_, _) => Task.FromResult("""{"data":null,"error":false}""");
        Assert.Empty(await cache.GetCharacteristicsAsync(105, Locale.Russian, Cancel));
        _answer = (request, _) => Task.FromResult(AnswerOf(request));
        Assert.Empty(await cache.GetCharacteristicsAsync(105, Locale.Russian, Cancel));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(await cache.GetCharacteristicsAsync(105, Locale.Russian, Cancel));
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task Many_who_ask_at_once_make_one_call_and_each_may_leave_alone()
    {
        using var cache = Cache();
        var gate = new TaskCompletionSource();
        _answer = async (request, token) =>
        {
            await gate.Task.WaitAsync(token);
            return AnswerOf(request);
        };
        using var leaves = new CancellationTokenSource();
        Task<IReadOnlyList<SubjectCharacteristic>> first = cache.GetCharacteristicsAsync(105, cancellationToken: leaves.Token);
        Task<IReadOnlyList<SubjectCharacteristic>>[] others = [.. Enumerable.Range(0, 100).Select(_ => cache.GetCharacteristicsAsync(105, cancellationToken: Cancel))];
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.All(others, other => Assert.False(other.IsCompleted));
        gate.SetResult();
        Assert.All(await Task.WhenAll(others), rows => Assert.Single(rows));
        Assert.Single(_asked);
    }

    [Fact]
    public async Task A_call_that_nobody_waits_for_any_more_is_cancelled_and_who_comes_next_asks_anew()
    {
        using var cache = Cache();
        var asked = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        _answer = async (_, token) =>
        {
            asked.TrySetResult();
            await using CancellationTokenRegistration registration = token.Register(() => cancelled.TrySetResult());
            await Task.Delay(Timeout.Infinite, token);
            return "";
        };
        using var leaves = new CancellationTokenSource();
        Task<IReadOnlyList<ProductColor>> only = cache.GetColorsAsync(cancellationToken: leaves.Token);
        await asked.Task.WaitAsync(Cancel);
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => only);
        await cancelled.Task.WaitAsync(Cancel);
        _answer = (request, _) => Task.FromResult(AnswerOf(request));
        Assert.Single(await cache.GetColorsAsync(cancellationToken: Cancel));
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task A_failure_goes_to_all_who_wait_and_is_not_kept()
    {
        using var cache = Cache();
        var gate = new TaskCompletionSource();
        _answer = async (_, _) =>
        {
            await gate.Task;
            throw new WildberriesConnectionException("no connection");
        };
        Task<IReadOnlyList<ProductColor>>[] all = [cache.GetColorsAsync(cancellationToken: Cancel), cache.GetColorsAsync(cancellationToken: Cancel)];
        gate.SetResult();
        foreach (Task<IReadOnlyList<ProductColor>> one in all)
            await Assert.ThrowsAnyAsync<Exception>(() => one);
        _answer = (request, _) => Task.FromResult(AnswerOf(request));
        Assert.Single(await cache.GetColorsAsync(cancellationToken: Cancel));
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task No_more_rows_are_kept_than_fit()
    {
        using var cache = Cache(new DirectoryCacheOptions { MaxRows = 1000 });
        for (int subject = 1; subject <= 1500; subject++)
            await cache.GetCharacteristicsAsync(subject, cancellationToken: Cancel);
        Assert.InRange(cache.Count, 1, 1000);
    }

    [Fact]
    public async Task One_cache_never_answers_what_another_asked()
    {
        using var toys = Cache();
        using var books = Cache();
        await toys.GetColorsAsync(cancellationToken: Cancel);
        await books.GetColorsAsync(cancellationToken: Cancel);
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task Options_arguments_and_the_end_are_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Cache(new DirectoryCacheOptions { MaxRows = 999 }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Cache(new DirectoryCacheOptions { DirectoryLifetime = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Cache(new DirectoryCacheOptions { CharacteristicsLifetime = TimeSpan.FromDays(32) }));
        DirectoryCache cache = Cache();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("subjectId", () => cache.GetCharacteristicsAsync(0, cancellationToken: Cancel));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cache.GetColorsAsync(cancellationToken: new CancellationToken(true)));
        cache.Dispose();
        cache.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => cache.GetColorsAsync(cancellationToken: Cancel));
        Assert.Empty(_asked);
    }

    private static string AnswerOf(HttpRequestMessage request) => request.RequestUri!.AbsolutePath switch
    {
        "/content/v2/directory/colors" => """{"data":[{"name":"белый","parentName":"белый"}],"error":false}""",
        "/content/v2/directory/countries" => """{"data":[{"id":215,"name":"Россия"}],"error":false}""",
        var path when path.Contains("/charcs/", StringComparison.Ordinal) => """{"data":[{"charcID":7,"name":"Цвет"}],"error":false}""",
        _ => """{"data":["зима"],"error":false}""",
    };

    private DirectoryCache Cache(DirectoryCacheOptions? options = null) => new(_api, options, _clock);

    private sealed class Server(DirectoryCacheTests test) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            test._asked.Enqueue(request.RequestUri!.PathAndQuery);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(await test._answer(request, cancellationToken)), RequestMessage = request };
        }
    }
}
