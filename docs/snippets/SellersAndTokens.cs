using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Common;

namespace Snippets;

public static class SellersAndTokens
{
    public static void Facts(string? text)
    {
        // <facts>
        if (!WildberriesToken.TryParse(text, out WildberriesToken? token))
            Console.WriteLine("This is not a WB token.");
        else if (!token.Allows(TokenCategory.BuyersChat))
            Console.WriteLine($"The chat needs another token; this is a {token}");
        else if (token.ExpiresWithin(TimeSpan.FromDays(14), TimeProvider.System))
            Console.WriteLine($"Ask the seller for a new token before {token.ExpiresAt:d}");
        // </facts>
    }

    public static void ServiceSecret(IServiceCollection services, string token, string secret)
    {
        // <client-secret>
        services.AddWildberries(options =>
        {
            options.Token = token;
            options.ClientSecret = secret;
        });
        // </client-secret>
    }

    public static void NextSecret(IWildberriesClientFactory factory, string token, string secret, string nextSecret)
    {
        // <next-secret>
        IWildberriesClient wb = factory.Create(new WildberriesSellerOptions
        {
            Token = token,
            ClientSecret = secret,
            NextClientSecret = nextSecret,
            NextClientSecretFrom = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero),
        });
        // </next-secret>
        _ = wb;
    }

    public static void Named(IServiceCollection services, string toysToken, IWildberriesCredentialsProvider books)
    {
        // <named>
        services.AddWildberries()
            .AddSeller("toys", seller => seller.Token = toysToken)
            .AddSeller("books", seller => seller.CredentialsProvider = books);
        // </named>
    }

    public static void ByName(IWildberriesClientFactory factory)
    {
        // <by-name>
        IWildberriesClient toys = factory.CreateForSeller("toys");
        // </by-name>
        _ = toys;
    }

    public static async Task RunTime(IWildberriesClientFactory factory, IAsyncEnumerable<string> tokens, CancellationToken stop)
    {
        // <run-time>
        await foreach (string token in tokens)
        {
            IWildberriesClient wb = factory.Create(token);
            SellerInfo seller = await wb.Common.GetSellerInfoAsync(stop);
            Console.WriteLine(seller.TradeMark);
        }
        // </run-time>
    }

    public static void Proxy(IServiceCollection services)
    {
        // <proxy>
        services.AddWildberries(options => options.Proxy = new Uri("http://proxy.local:3128"));
        // </proxy>
    }

    public static void Handler(IServiceCollection services)
    {
        // <handler>
        services.AddWildberries(options => options.UsePrimaryHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = 20,
        }));
        // </handler>
    }
}

public interface IVault
{
    Task<string> ReadAsync(string path, CancellationToken cancellationToken);
}

// <vault>
public sealed class VaultCredentials(IVault vault, string path, TimeProvider clock) : IWildberriesCredentialsProvider
{
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(5);
    private volatile Entry? _last;

    public async ValueTask<WildberriesCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
    {
        Entry? last = _last;
        if (last is null || clock.GetUtcNow() - last.ReadAt > Keep)
        {
            string token = await vault.ReadAsync(path, cancellationToken);
            _last = last = new Entry(new WildberriesCredentials(token), clock.GetUtcNow());
        }

        return last.Credentials;
    }

    private sealed record Entry(WildberriesCredentials Credentials, DateTimeOffset ReadAt);
}
// </vault>
