using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Snippets;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Docs;

/// <summary>The code of the page about web applications, as a web application.</summary>
public sealed class WebAppsTests : IAsyncLifetime
{
    private const string Chats = "GET /api/v1/seller/chats";

    private readonly SqliteConnection _database = new($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared");
    private readonly HttpClient _browser = new();
    private WildberriesEmulator _emulator = null!;
    private WebApplication _app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SellerClients Clients => _app.Services.GetRequiredService<SellerClients>();

    public async ValueTask InitializeAsync()
    {
        _emulator = await WildberriesEmulator.StartAsync(new() { RateLimits = false }, Cancel);
        await _database.OpenAsync(Cancel);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["Wildberries:EmulatorAddress"] = _emulator.Address.AbsoluteUri;
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());

        // The tests switch JSON by reflection off.
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver()));
        _app = await WebApps.BuildAsync(builder, _database.ConnectionString);
        await _app.StartAsync(Cancel);
        _browser.BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
        await _emulator.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_shop_whose_token_was_entered_is_served()
    {
        string sellerId = await EnterAsync(_emulator.CreateToken(), HttpStatusCode.OK);
        _emulator.Chats.BuyerWrites("1:abc", "Пришёл не тот цвет");
        Assert.Equal("""["1:abc"]""", await _browser.GetStringAsync($"/shops/{sellerId}/chats", Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync("/shops/nobody/chats", Cancel)).StatusCode);
    }

    [Fact]
    public async Task What_is_no_token_is_refused_before_WB_is_asked()
    {
        await EnterAsync("my-token", HttpStatusCode.BadRequest);
        Assert.Empty(_emulator.Requests.All);
    }

    [Fact]
    public async Task The_token_is_not_readable_in_the_database()
    {
        string token = _emulator.CreateToken();
        await Clients.SaveAsync(token, Cancel);
        await using SqliteCommand read = _database.CreateCommand();
        read.CommandText = "select ProtectedToken from Tokens";
        string stored = Assert.IsType<string>(await read.ExecuteScalarAsync(Cancel));
        Assert.DoesNotContain(token.Split('.')[1], stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_token_takes_the_place_of_the_old_one_at_the_next_request()
    {
        string old = _emulator.CreateToken(), next = _emulator.CreateToken();
        string sellerId = await Clients.SaveAsync(old, Cancel);
        _emulator.RevokeToken(old);
        Assert.Equal(HttpStatusCode.Conflict, (await _browser.GetAsync($"/shops/{sellerId}/chats", Cancel)).StatusCode);
        Assert.Equal(sellerId, await Clients.SaveAsync(next, Cancel));
        Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync($"/shops/{sellerId}/chats", Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_limit_of_WB_is_429_with_the_time_to_wait()
    {
        string sellerId = await Clients.SaveAsync(_emulator.CreateToken(), Cancel);
        _emulator.Faults.Next(Chats, Fault.TooManyRequests(retryAfter: TimeSpan.FromMinutes(10)));
        HttpResponseMessage answer = await _browser.GetAsync($"/shops/{sellerId}/chats", Cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(11));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_token_without_the_category_is_a_problem_that_names_it_and_no_sign_in_of_the_user()
    {
        string sellerId = await Clients.SaveAsync(_emulator.CreateToken(categories: TokenCategory.Prices), Cancel);
        HttpResponseMessage answer = await _browser.GetAsync($"/shops/{sellerId}/chats", Cancel);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("The shop's Wildberries token lacks BuyersChat.", problem.RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Health_looks_at_the_end_of_tokens_and_sends_nothing_to_WB()
    {
        await Clients.SaveAsync(_emulator.CreateToken(), Cancel);
        Assert.Equal("Healthy", await _browser.GetStringAsync("/health", Cancel));
        await Clients.SaveAsync(_emulator.CreateToken(expiresAt: TimeProvider.System.GetUtcNow().AddDays(3)), Cancel);
        int sent = _emulator.Requests.All.Count;
        Assert.Equal("Degraded", await _browser.GetStringAsync("/health", Cancel));
        Assert.Equal(sent, _emulator.Requests.All.Count);
    }

    [Fact]
    public async Task Health_notes_that_WB_fails_again_and_again()
    {
        string sellerId = await Clients.SaveAsync(_emulator.CreateToken(), Cancel);
        for (int i = 0; i < 5; i++)
            _app.Services.GetRequiredService<AnswerHealth>().Record(new() { Operation = Operations.WildberriesOperations.All[0], StatusCode = HttpStatusCode.BadGateway, RateLimit = new() });
        Assert.Equal("Degraded", await _browser.GetStringAsync("/health", Cancel));
        await _browser.GetStringAsync($"/shops/{sellerId}/chats", Cancel);
        Assert.Equal("Healthy", await _browser.GetStringAsync("/health", Cancel));
    }

    private async Task<string> EnterAsync(string token, HttpStatusCode expected)
    {
        using var shop = new StringContent($$"""{"token":"{{token}}"}""", Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await _browser.PostAsync("/shops", shop, Cancel);
        Assert.Equal(expected, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync(Cancel)).Trim('"');
    }
}
