using System.Text.Json;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Tests.Http;

public sealed class VaultFailureTests
{
    public static TheoryData<string> Kinds => ["network", "timeout", "json", "cancelled"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_the_provider_of_credentials_throws_comes_through_as_it_is(string kind)
    {
        Exception thrown = kind switch
        {
            "network" => new HttpRequestException(HttpRequestError.ConnectionError, "vault"),
            "timeout" => new TaskCanceledException("vault", new TimeoutException()),
            "json" => new JsonException("vault"),
            _ => new OperationCanceledException("vault"),
        };
        foreach (bool later in (bool[])[false, true])
        {
            using var wb = new FakeWildberries(options => options.CredentialsProvider = new Vault(thrown, later));
            Assert.Same(
                thrown,
                await Assert.ThrowsAnyAsync<Exception>(() => wb.Elapse(wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken))));
            Assert.Empty(wb.Arrivals);
        }
    }

    private sealed class Vault(Exception thrown, bool later) : IWildberriesCredentialsProvider
    {
        public async ValueTask<WildberriesCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
        {
            if (later)
                await Task.Yield();
            throw thrown;
        }
    }
}
