using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.Http;
using Wildberries.Sdk.Tests.Telemetry;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>A log says why a call failed and, if asked to, for which seller.</summary>
public sealed class TellingLogTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failure_has_its_reason_and_each_message_the_seller_if_wanted(bool withSeller)
    {
        using var log = new CollectingLoggerProvider();
        using ILoggerFactory loggers = log.CreateFactory();
        using var wb = new FakeWildberries(options => options.IncludeSellerIdInTelemetry = withSeller, services => services.AddSingleton(loggers));
        wb.Answer(HttpStatusCode.BadGateway)
            .Answer(HttpStatusCode.TooManyRequests, headers: ("X-Ratelimit-Retry", "1"))
            .Answer(HttpStatusCode.NotFound, """{"title":"seller not found","detail":"Пришёл не тот цвет"}""");
        await Assert.ThrowsAsync<WildberriesNotFoundException>(() => wb.Elapse(wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken)));
        CollectingLoggerProvider.Entry failed = Assert.Single(log.Entries, entry => entry.Id is 2 or 11);
        Assert.EndsWith(": seller not found", failed.Text, StringComparison.Ordinal);

        // WB's explanation may repeat what a buyer wrote.
        Assert.All(log.Entries, entry => Assert.DoesNotContain("Пришёл", entry.ToString(), StringComparison.Ordinal));
        Assert.True(log.Entries.Count >= 5, string.Join('\n', log.Entries));
        Assert.All(log.Entries, entry => Assert.Equal(withSeller, entry.Text.Contains($"Common.GetSellerInfo (seller {TestTokens.SellerId})", StringComparison.Ordinal)));
        Assert.All(log.Entries, entry => Assert.Equal(withSeller, entry.Text.Contains(TestTokens.SellerId, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_refusal_by_the_limit_names_the_option_that_would_let_the_call_wait()
    {
        using var wb = new FakeWildberries(token: TestTokens.Create(TokenType.Base));
        await wb.Client.BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<WildberriesRateLimitException>(() => wb.Client.BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken));
        Assert.EndsWith("longer than the call may wait (MaxRateLimitWait is 65 s).", refused.Message, StringComparison.Ordinal);
    }
}
