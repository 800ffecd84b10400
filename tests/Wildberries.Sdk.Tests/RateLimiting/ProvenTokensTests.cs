using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.RateLimiting;

public sealed class ProvenTokensTests
{
    private readonly CountingStore _store = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_process_has_seen_taken_another_one_that_shares_the_store_knows()
    {
        string token = TestTokens.Create();
        ProvenTokens one = new(_store), other = new(_store);
        Assert.False(await other.ContainsAsync(new WildberriesCredentials(token), Cancel));
        await one.AddAsync(new WildberriesCredentials(token), Cancel);
        Assert.True(await other.ContainsAsync(new WildberriesCredentials(token), Cancel));
        Assert.False(await other.ContainsAsync(new WildberriesCredentials(TestTokens.Create(sellerId: Guid.NewGuid().ToString())), Cancel));
    }

    [Fact]
    public async Task The_store_is_told_once_and_not_asked_for_what_is_known_here()
    {
        var credentials = new WildberriesCredentials(TestTokens.Create());
        var tokens = new ProvenTokens(_store);
        for (int i = 0; i < 3; i++)
        {
            await tokens.AddAsync(credentials, Cancel);
            await tokens.AddAsync(new WildberriesCredentials(credentials.Token.Value), Cancel);
            Assert.True(await tokens.ContainsAsync(credentials, Cancel));
        }

        string hash = Assert.Single(_store.Told);
        Assert.Matches("^[0-9A-F]{32}$", hash);
        Assert.Equal(0, _store.Asked);

        var other = new ProvenTokens(_store);
        for (int i = 0; i < 3; i++)
            Assert.True(await other.ContainsAsync(new WildberriesCredentials(credentials.Token.Value), Cancel));
        Assert.Equal(1, _store.Asked);
    }

    [Fact]
    public async Task A_store_that_is_away_is_told_later_and_what_was_seen_here_is_known_here_at_once()
    {
        var credentials = new WildberriesCredentials(TestTokens.Create());
        var tokens = new ProvenTokens(_store);
        _store.Failures = 2;
        for (int i = 0; i < 2; i++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => tokens.AddAsync(credentials, Cancel).AsTask());
            Assert.True(await tokens.ContainsAsync(credentials, Cancel));
        }

        Assert.Equal((0, 0), (_store.Told.Count, _store.Asked));
        for (int i = 0; i < 2; i++)
            await tokens.AddAsync(credentials, Cancel);
        Assert.Single(_store.Told);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_that_fails_to_learn_from_an_answer_takes_nothing_from_what_it_proves_here(bool isFine)
    {
        _store.FailsToLearn = true;
        using var wb = new FakeWildberries(services: services => services.AddSingleton<IRateLimitStore>(_store));
        if (isFine)
        {
            wb.Answer(HttpStatusCode.NotFound, """{"code":"NotFound"}""");
            await Assert.ThrowsAsync<WildberriesNotFoundException>(() => wb.Elapse(wb.Client.FbsSupplies.GetSupplyAsync("WB-GI-1", Cancel)));
        }
        else
        {
            wb.Answer(HttpStatusCode.OK, """{"result":[]}""", headers: ("X-Ratelimit-Remaining", "3"));
            await wb.Elapse(wb.Client.BuyerChat.GetChatsAsync(Cancel));
        }

        Assert.Empty(_store.Told);
        wb.Answer(HttpStatusCode.Unauthorized, "{}");
        await Assert.ThrowsAsync<WildberriesUnauthorizedException>(() => wb.Elapse(wb.Client.BuyerChat.GetChatsAsync(Cancel)));
        Assert.Equal(0, _store.Asked);
    }

    [Fact]
    public async Task A_store_that_keeps_no_tokens_leaves_each_process_with_its_own()
    {
        var store = new ScriptedStore(_ => new ValueTask<TimeSpan>(TimeSpan.Zero));
        var credentials = new WildberriesCredentials(TestTokens.Create());
        var tokens = new ProvenTokens(store);
        await tokens.AddAsync(credentials, Cancel);
        Assert.True(await tokens.ContainsAsync(credentials, Cancel));
        Assert.False(await new ProvenTokens(store).ContainsAsync(new WildberriesCredentials(credentials.Token.Value), Cancel));
    }

    private sealed class CountingStore : IRateLimitStore
    {
        private readonly InMemoryRateLimitStore _inner = new(TimeProvider.System);

        public List<string> Told { get; } = [];

        public int Asked { get; private set; }

        /// <summary>How often it does not hear of a token.</summary>
        public int Failures { get; set; }

        /// <summary>Whether it is away when it should learn from an answer.</summary>
        public bool FailsToLearn { get; set; }

        public ValueTask<TimeSpan> TryTakeAsync(RateLimitBucket bucket, CancellationToken cancellationToken = default) => _inner.TryTakeAsync(bucket, cancellationToken);

        public ValueTask ChargeAsync(RateLimitBucket bucket, int requests, CancellationToken cancellationToken = default) => Learn();

        public ValueTask CloseAsync(RateLimitBucket bucket, TimeSpan duration, CancellationToken cancellationToken = default) => default;

        public ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken = default) => Learn();

        public ValueTask MarkTokenProvenAsync(string tokenHash, CancellationToken cancellationToken = default)
        {
            if (Failures-- > 0)
                throw new InvalidOperationException("away");
            Told.Add(tokenHash);
            return _inner.MarkTokenProvenAsync(tokenHash, cancellationToken);
        }

        public ValueTask<bool> IsTokenProvenAsync(string tokenHash, CancellationToken cancellationToken = default)
        {
            Asked++;
            return _inner.IsTokenProvenAsync(tokenHash, cancellationToken);
        }

        private ValueTask Learn() => FailsToLearn ? throw new InvalidOperationException("away") : default;
    }
}
