using Microsoft.Extensions.Options;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Tests.DependencyInjection;

public sealed class WithoutContainerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clients_share_the_limits_of_a_seller_and_of_no_other()
    {
        // The limits' state is the process's: a seller that no other test has.
        string seller = Guid.NewGuid().ToString();
        var handler = new CountingHandler();
        using WildberriesClient first = Create(seller, handler);
        using WildberriesClient second = Create(seller, handler);
        using WildberriesClient other = Create(Guid.NewGuid().ToString(), handler);
        await first.BuyerChat.GetChatsAsync(Cancellation);
        var refusal = await Assert.ThrowsAsync<WildberriesRateLimitException>(() => second.BuyerChat.GetChatsAsync(Cancellation));
        Assert.InRange(refusal.RetryAfter!.Value, TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(61));
        await other.BuyerChat.GetChatsAsync(Cancellation);
        Assert.Equal(2, handler.Requests);
    }

    [Fact]
    public async Task An_own_handler_is_disposed_once_by_its_client_and_not_by_a_view()
    {
        var handler = new CountingHandler();
        WildberriesClient client = Create(Guid.NewGuid().ToString(), handler);
        IWildberriesClient view = client.With(new WildberriesCallOptions { RetryWrites = true });
        ((IDisposable)view).Dispose();
        await client.Common.GetSellerInfoAsync(Cancellation);
        Assert.Equal(0, handler.Disposals);
        client.Dispose();
        client.Dispose();
        Assert.Equal(1, handler.Disposals);
    }

    [Fact]
    public void Options_out_of_range_are_refused_by_name()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => WildberriesClient.Create(TestTokens.Create(), options =>
        {
            options.AttemptTimeout = TimeSpan.Zero;
            options.Retry.MaxRetries = 21;
            options.EmulatorAddress = new Uri("https://evil.example");
        }));
        Assert.Equal(3, exception.Failures.Count());
        Assert.Contains("AttemptTimeout", exception.Message, StringComparison.Ordinal);
        Assert.Contains("MaxRetries", exception.Message, StringComparison.Ordinal);
        Assert.Contains("EmulatorAddress", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_token_needs_the_sandbox()
    {
        string token = TestTokens.Create(TokenType.Test);
        Assert.Throws<OptionsValidationException>(() => WildberriesClient.Create(token, _ => { }));
        WildberriesClient.Create(token, options => options.Environment = WildberriesEnvironment.Sandbox).Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Bearer ")]
    [InlineData("rubbish")]
    public void What_is_no_token_is_refused(string token)
    {
        Assert.Throws<FormatException>(() => WildberriesClient.Create(token));
        Assert.Throws<FormatException>(() => WildberriesClient.Create(token, _ => { }));
    }

    [Fact]
    public void No_token_at_all_is_refused()
    {
        Assert.Throws<ArgumentNullException>("token", () => WildberriesClient.Create(null!));
        var exception = Assert.ThrowsAny<ArgumentException>(() => WildberriesClient.Create(TestTokens.Create(), options => options.Token = null));
        Assert.Contains("token", exception.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static WildberriesClient Create(string sellerId, HttpMessageHandler handler) => WildberriesClient.Create(
        TestTokens.Create(TokenType.Base, sellerId: sellerId),
        options =>
        {
            options.MaxRateLimitWait = TimeSpan.Zero;
            options.UsePrimaryHandler(() => handler);
        });
}
