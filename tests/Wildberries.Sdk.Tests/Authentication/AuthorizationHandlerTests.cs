using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Authentication;

public sealed class AuthorizationHandlerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("answers at once")]
    [InlineData("answers later")]
    [InlineData("throws at once")]
    [InlineData("fails later")]
    public async Task The_token_goes_with_the_request_and_is_taken_off_however_it_ends(string how)
    {
        string token = TestTokens.Create();
        string? seen = null;
        using var network = new Network(request =>
        {
            seen = request.Headers.GetValues("Authorization").Single();
            return how switch
            {
                "answers at once" => Task.FromResult(new HttpResponseMessage()),
                "answers later" => LaterAsync(fails: false),
                "throws at once" => throw new HttpRequestException(),
                _ => LaterAsync(fails: true),
            };
        });
        using var step = new AuthorizationHandler(TimeProvider.System) { InnerHandler = network };
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://common-api.wildberries.ru/");
        request.Headers.TryAddWithoutValidation("Authorization", "an interface's own");
        TestCall.Create(token: token).AttachTo(request);
        using var invoker = new HttpMessageInvoker(step, disposeHandler: false);
        await Record.ExceptionAsync(() => invoker.SendAsync(request, Cancel));
        Assert.Equal(token, seen);
        Assert.False(request.Headers.Contains("Authorization"));
    }

    [Theory]
    [InlineData("http://common-api.wildberries.ru/")]
    [InlineData("https://wildberries.ru.evil.example/")]
    public async Task The_token_goes_to_WB_and_nowhere_else(string address)
    {
        using var network = new Network(_ => throw new InvalidOperationException("It went out."));
        using var step = new AuthorizationHandler(TimeProvider.System) { InnerHandler = network };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        TestCall.Create().AttachTo(request);
        using var invoker = new HttpMessageInvoker(step, disposeHandler: false);
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => invoker.SendAsync(request, Cancel));
        Assert.Contains("The token was not sent", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_has_expired_meanwhile_is_not_sent()
    {
        using var network = new Network(_ => throw new InvalidOperationException("It went out."));
        using var step = new AuthorizationHandler(TimeProvider.System) { InnerHandler = network };
        CallContext call = TestCall.Create(token: TestTokens.Create(expiresAt: new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        var refusal = await Assert.ThrowsAsync<WildberriesUnauthorizedException>(() => call.SendAsync(step, Cancel));
        Assert.Equal(Delivery.NotSent, refusal.Delivery);
    }

    private static async Task<HttpResponseMessage> LaterAsync(bool fails)
    {
        await Task.Yield();
        return fails ? throw new HttpRequestException() : new HttpResponseMessage();
    }

    private sealed class Network(Func<HttpRequestMessage, Task<HttpResponseMessage>> send) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => send(request);
    }
}
