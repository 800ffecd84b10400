using Microsoft.Extensions.Logging.Abstractions;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Telemetry;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Authentication;

public sealed class TokenGuardHandlerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_token_may_do_goes_on()
    {
        var next = new ScriptedHandler(ScriptedHandler.Answer(200));
        using TokenGuardHandler step = Step(next);
        using HttpResponseMessage answer = await TestCall.Create(OperationAccess.Write).SendAsync(step, Cancel);
        Assert.Equal(1, next.Sends);
    }

    [Fact]
    public async Task What_it_may_not_do_is_refused_and_nothing_is_sent()
    {
        string[] tokens =
        [
            TestTokens.Create(readOnly: true),
            TestTokens.Create(categories: TokenCategory.Prices),
            TestTokens.Create(TokenType.Test),
            TestTokens.Create(expiresAt: new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        ];
        foreach (string token in tokens)
        {
            var next = new ScriptedHandler();
            using TokenGuardHandler step = Step(next);
            var refusal = await Assert.ThrowsAnyAsync<WildberriesApiException>(() => TestCall.Create(OperationAccess.Write, token: token).SendAsync(step, Cancel));
            Assert.Equal((Delivery.NotSent, 0, "BuyerChat.SendMessage"), (refusal.Delivery, next.Sends, refusal.Operation));
        }
    }

    private static TokenGuardHandler Step(HttpMessageHandler next) =>
        new(TimeProvider.System, new WildberriesTelemetry(false, TimeProvider.System, NullLogger.Instance)) { InnerHandler = next };
}
