using System.Text.Json.Serialization;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Tests.Http;

/// <summary>A token goes to WB's hosts over https, and to this machine; wherever else a request is led, it goes without, that is: not at all.</summary>
public sealed class TrustedHostsTests
{
    [Theory]
    [InlineData("https://content-api.wildberries.ru/ping")]
    [InlineData("https://content-api.wildberries.ru:443/ping")]
    [InlineData("https://CONTENT-API.WILDBERRIES.RU/ping")]
    [InlineData("https://content-api-sandbox.wildberries.ru")]
    [InlineData("http://127.0.0.1:5000/content-api/ping")]
    [InlineData("http://[::1]:5000/")]
    [InlineData("http://localhost:5000/")]
    [InlineData("https://localhost:5001/")]
    public void A_token_goes_to(string address) => Assert.True(TrustedHosts.Allows(new Uri(address)));

    [Theory]
    [InlineData("http://content-api.wildberries.ru/ping")]
    [InlineData("https://content-api.wildberries.ru:8443/ping")]
    [InlineData("https://wildberries.ru/")]
    [InlineData("https://content-api-wildberries.ru/")]
    [InlineData("https://wildberries.ru.evil.example/")]
    [InlineData("https://content-api.wildberries.ru.evil.example/")]
    [InlineData("https://evilwildberries.ru/")]
    [InlineData("https://content-api.wildberries.ru@evil.example/")]
    [InlineData("https://evil.example@content-api.wildberries.ru/")]
    [InlineData("https://user:password@content-api.wildberries.ru/")]
    [InlineData("https://content-api.wildberries.ru./")]
    [InlineData("https://content-api.wildberriеs.ru/")] // a Cyrillic е
    [InlineData("https://content-api.wildberries。ru.evil.example/")]
    [InlineData("https://content-api.wildberries.com/")]
    [InlineData("https://127.0.0.1.evil.example/")]
    [InlineData("https://localhost.evil.example/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://user@127.0.0.1:5000/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ws://content-api.wildberries.ru/")]
    public void A_token_does_not_go_to(string address) => Assert.False(TrustedHosts.Allows(new Uri(address)));

    [Fact]
    public void A_token_does_not_go_to_what_is_no_address() => Assert.False(TrustedHosts.Allows(new Uri("/ping", UriKind.Relative)));

    [Theory]
    [InlineData("//evil.example/steal")]
    [InlineData("https://evil.example/steal")]
    [InlineData("\\\\evil.example\\steal")]
    [InlineData("@evil.example/steal")]
    [InlineData(":8443/steal")]
    [InlineData("../../../evil.example")]
    public async Task No_argument_leads_a_request_to_another_host(string argument)
    {
        using var wb = new FakeWildberries(options => options.AddApi<ILedAstrayApi>(LedAstrayJsonContext.Default));
        wb.Answer(System.Net.HttpStatusCode.OK, "[]");
        await wb.Client.Api<ILedAstrayApi>().GetAsync(argument, argument, TestContext.Current.CancellationToken);
        FakeWildberries.Arrival arrival = Assert.Single(wb.Arrivals);
        Assert.Equal(("https", "documents-api.wildberries.ru", 443), (arrival.Uri.Scheme, arrival.Uri.Host, arrival.Uri.Port));
    }

    [Theory]
    [InlineData(nameof(ILedAstrayApi.GetElsewhereAsync))]
    [InlineData(nameof(ILedAstrayApi.GetAbsoluteAsync))]
    public async Task No_route_leads_a_token_to_another_host(string method)
    {
        using var wb = new FakeWildberries(options => options.AddApi<ILedAstrayApi>(LedAstrayJsonContext.Default));
        ILedAstrayApi api = wb.Client.Api<ILedAstrayApi>();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await Record.ExceptionAsync(() => method == nameof(ILedAstrayApi.GetElsewhereAsync) ? api.GetElsewhereAsync(cancellation) : api.GetAbsoluteAsync(cancellation));
        Assert.All(wb.Arrivals, arrival => Assert.Equal("documents-api.wildberries.ru", arrival.Uri.Host));
    }
}

[WildberriesApi("https://documents-api.wildberries.ru")]
public interface ILedAstrayApi
{
    [Get("/api/{part}")]
    [Operation(TokenCategory.Documents, OperationAccess.Read)]
    Task<long[]> GetAsync(string part, string query, CancellationToken cancellationToken = default);

    [Get("//evil.example/steal")]
    [Operation(TokenCategory.Documents, OperationAccess.Read)]
    Task<long[]> GetElsewhereAsync(CancellationToken cancellationToken = default);

    [Get("/https://evil.example/steal")]
    [Operation(TokenCategory.Documents, OperationAccess.Read)]
    Task<long[]> GetAbsoluteAsync(CancellationToken cancellationToken = default);
}

[JsonSerializable(typeof(long[]))]
internal sealed partial class LedAstrayJsonContext : JsonSerializerContext;
