using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Testing;

namespace Samples.Tests;

public sealed class ManySellersTests : IAsyncLifetime
{
    private const string Books = "d1a2b8c5-0f4e-4b7d-8a61-7c3e9b5d4f02";
    private const string SellerInfo = "GET /api/v1/seller-info";

    private readonly TempFolder _folder = new();
    private readonly HttpClient _browser = new();
    private readonly List<string> _tokens = [];
    private WildberriesEmulator _emulator = null!;
    private SampleProgram _program = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await WildberriesEmulator.StartAsync(cancellationToken: Cancellation);
        _program = Start(new Dictionary<string, string>
        {
            ["Tokens__toys"] = NewToken(),
            ["Wildberries__EmulatorAddress"] = _emulator.Address.ToString(),
        });
        _browser.BaseAddress = await AddressAsync(_program);
    }

    [Fact]
    public async Task A_seller_comes_and_goes_while_the_program_runs()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("sellers/books/shop")).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await PutAsync("books", NewToken(sellerId: Books))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("sellers/books/shop")).StatusCode);
        Assert.All(_emulator.Requests.Of(SellerInfo), request => Assert.Equal(Books, request.SellerId));

        Assert.Equal(HttpStatusCode.NoContent, (await _browser.DeleteAsync(new Uri("sellers/books", UriKind.Relative), Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("sellers/books/shop")).StatusCode);
        Assert.Equal(2, _emulator.Requests.All.Count);
    }

    [Fact]
    public async Task A_token_that_WB_does_not_take_is_not_stored_and_a_name_stays_with_its_seller()
    {
        string revoked = NewToken(sellerId: Books);
        _emulator.RevokeToken(revoked);

        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync("books", revoked)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("sellers/books/shop")).StatusCode);

        Assert.Equal(HttpStatusCode.Conflict, (await PutAsync("toys", NewToken(sellerId: Books))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("sellers/toys/shop")).StatusCode);
        Assert.NotEqual(Books, _emulator.Requests.Of(SellerInfo)[^1].SellerId);
    }

    [Fact]
    public async Task What_WB_says_in_its_own_words_does_not_get_to_the_browser()
    {
        _emulator.Faults.Next(SellerInfo, Fault.Status(409, """{"title":"x","detail":"the buyer wrote a secret"}""", "application/json"));

        HttpResponseMessage answer = await GetAsync("sellers/toys/shop");

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_limit_the_browser_hears_when_it_may_come_back()
    {
        _emulator.Faults.Next(SellerInfo, Fault.TooManyRequests(retryAfter: TimeSpan.FromSeconds(30)));

        HttpResponseMessage answer = await GetAsync("sellers/toys/shop");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 31);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync("sellers/toys/shop")).StatusCode);
        Assert.Equal(1, _emulator.Requests.Count(SellerInfo));
    }

    [Fact]
    public async Task A_token_that_the_seller_has_revoked_does_not_send_the_user_to_the_login()
    {
        _emulator.RevokeToken(_tokens[0]);

        Assert.Equal(HttpStatusCode.Conflict, (await GetAsync("sellers/toys/shop")).StatusCode);
    }

    [Fact]
    public async Task Health_names_the_token_that_expires_and_asks_WB_nothing()
    {
        await PutAsync("books", NewToken(sellerId: Books, expiresAt: TimeProvider.System.GetUtcNow().AddDays(3)));

        HttpResponseMessage answer = await GetAsync("health");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        JsonElement health = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("Degraded", health.GetProperty("status").GetString());
        Assert.Equal("""{"books":"expires soon"}""", health.GetProperty("checks").GetProperty("tokens").GetProperty("data").GetRawText());
        Assert.Equal("/api/v1/seller-info", Assert.Single(_emulator.Requests.All).Path);
    }

    [Fact]
    public async Task A_token_that_is_none_or_cannot_open_chats_is_refused()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync("books", "secret")).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await PutAsync("books", _emulator.CreateToken(categories: TokenCategory.Prices))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("sellers/books/shop")).StatusCode);
    }

    [Fact]
    public async Task Without_a_token_two_played_shops_are_there()
    {
        await using SampleProgram program = Start(new Dictionary<string, string>());
        using var browser = new HttpClient { BaseAddress = await AddressAsync(program) };

        JsonElement sellers = await browser.GetFromJsonAsync<JsonElement>("sellers", Cancellation);
        JsonElement chats = await browser.GetFromJsonAsync<JsonElement>("sellers/toys/chats", Cancellation);

        Assert.Equal(["books", "toys"], sellers.EnumerateArray().Select(seller => seller.GetProperty("name").GetString()));
        Assert.NotEqual(0, chats.GetArrayLength());
        Assert.NotEqual(
            await browser.GetStringAsync(new Uri("sellers/toys/shop", UriKind.Relative), Cancellation),
            await browser.GetStringAsync(new Uri("sellers/books/shop", UriKind.Relative), Cancellation));

        string page = await browser.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation);
        const string Body = """{"token":""";
        string token = page[(page.LastIndexOf(Body, StringComparison.Ordinal) + Body.Length)..].Split('"')[1];
        Assert.True((await browser.PutAsJsonAsync("sellers/garden", new { token }, Cancellation)).IsSuccessStatusCode);
        Assert.Contains("Грядка", await browser.GetStringAsync(new Uri("sellers/garden/shop", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        Assert.Contains("the emulator", program.Output, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        // Whatever a test did, no token of a seller was ever written.
        string written = _program.Output + string.Concat(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        await _program.DisposeAsync();
        await _emulator.DisposeAsync();
        _browser.Dispose();
        _folder.Dispose();
        Assert.DoesNotContain(_tokens, token => written.Contains(token, StringComparison.Ordinal));
    }

    private SampleProgram Start(IReadOnlyDictionary<string, string> environment) =>
        SampleProgram.Start("ManySellers", _folder.Path, environment, "--urls=http://127.0.0.1:0", $"--Keys={_folder["keys"]}");

    private static async Task<Uri> AddressAsync(SampleProgram program)
    {
        await program.WrittenAsync("Sellers of ");
        string output = program.Output;
        int at = output.IndexOf("http://127.0.0.1:", output.IndexOf("Sellers of ", StringComparison.Ordinal), StringComparison.Ordinal);
        return new Uri(output[at..output.IndexOf('\n', at)].Trim());
    }

    private string NewToken(string? sellerId = null, DateTimeOffset? expiresAt = null)
    {
        string token = _emulator.CreateToken(sellerId: sellerId, expiresAt: expiresAt);
        _tokens.Add(token);
        return token;
    }

    private Task<HttpResponseMessage> GetAsync(string path) => _browser.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

    private Task<HttpResponseMessage> PutAsync(string name, string token) =>
        _browser.PutAsJsonAsync($"sellers/{name}", new { token }, Cancellation);
}
