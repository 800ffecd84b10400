using Microsoft.Extensions.DependencyInjection;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Tests;

/// <summary>Of programs that start at once where there is no database yet, some failed: "already exists".</summary>
[Collection(nameof(PostgreSqlCollection))]
public sealed class MigrationsAtOnceTests(PostgreSqlServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eight_programs_may_make_the_database_and_its_tables_at_once()
    {
        server.SkipIfMissing();
        for (int round = 0; round < 6; round++)
        {
            string connectionString = server.NameDatabase();
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
                async () =>
                {
                    await using ServiceProvider services = new ServiceCollection().AddPostgreSqlPromoCodeStore(connectionString).BuildServiceProvider();
                    await services.MigratePromoCodeStoreAsync(Cancel);
                    Assert.Empty(await services.GetRequiredService<IPromoCodeStore>().ListAsync("seller", cancellationToken: Cancel));
                },
                Cancel)));
        }
    }

    [Fact]
    public async Task A_database_that_is_missing_or_empty_is_told_with_the_method_to_call()
    {
        server.SkipIfMissing();
        foreach (string connectionString in (string[])[server.NameDatabase(), await server.CreateDatabaseAsync()])
        {
            await using ServiceProvider services = new ServiceCollection().AddPostgreSqlPromoCodeStore(connectionString).BuildServiceProvider();
            InvalidOperationException refusal = await Assert.ThrowsAsync<InvalidOperationException>(
                () => services.GetRequiredService<IPromoCodeStore>().ListAsync("seller", cancellationToken: Cancel));
            Assert.Contains("MigratePromoCodeStoreAsync", refusal.Message, StringComparison.Ordinal);
        }
    }
}
