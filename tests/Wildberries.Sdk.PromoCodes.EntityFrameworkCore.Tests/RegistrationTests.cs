using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Tests;

public sealed class RegistrationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_of_ones_own_is_not_replaced()
    {
        var own = new InMemoryPromoCodeStore();
        await using ServiceProvider services = new ServiceCollection()
            .AddSingleton<IPromoCodeStore>(own)
            .AddSqlitePromoCodeStore("Data Source=:memory:")
            .BuildServiceProvider();
        Assert.Same(own, services.GetRequiredService<IPromoCodeStore>());
    }

    [Fact]
    public async Task The_options_of_the_context_can_be_set()
    {
        List<string> log = [];
        await using var database = new SqliteDatabase();
        await using ServiceProvider services = new ServiceCollection()
            .AddSqlitePromoCodeStore(database.ConnectionString, options => options.LogTo(log.Add, [RelationalEventId.CommandExecuted]))
            .BuildServiceProvider();
        await services.MigratePromoCodeStoreAsync(Cancel);
        Assert.Contains(log, line => line.Contains("promo_portfolios", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Migrating_without_a_store_says_so()
    {
        await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        await Assert.ThrowsAsync<InvalidOperationException>(() => services.MigratePromoCodeStoreAsync(Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_connection_string_is_an_error(string connectionString)
    {
        var services = new ServiceCollection();
        Assert.Throws<ArgumentException>(() => services.AddSqlitePromoCodeStore(connectionString));
        Assert.Throws<ArgumentException>(() => services.AddPostgreSqlPromoCodeStore(connectionString));
    }

    [Fact]
    public async Task Several_programs_may_migrate_at_the_same_time()
    {
        await using var database = new SqliteDatabase();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                await using ServiceProvider services =
                    new ServiceCollection().AddSqlitePromoCodeStore(database.ConnectionString).BuildServiceProvider();
                await services.MigratePromoCodeStoreAsync(Cancel);
            },
            Cancel)));
        await using ServiceProvider after = await database.StartAsync(migrate: false);
        Assert.Empty(await after.GetRequiredService<IPromoCodeStore>().ListAsync("seller", cancellationToken: Cancel));
    }

    [Fact]
    public async Task A_program_that_was_killed_while_it_migrated_keeps_none_waiting_once_the_tables_are_there()
    {
        await using var database = new SqliteDatabase();
        ServiceProvider services = await database.StartAsync();
        await using (PromoCodeDbContext db = Database.CreateContext(services))
            await db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-03-01 00:00:00')", Cancel);
        await services.MigratePromoCodeStoreAsync(Cancel).WaitAsync(TimeSpan.FromMinutes(5), Cancel);
    }

    [Fact]
    public async Task A_store_that_was_not_migrated_says_which_method_to_call()
    {
        await using var database = new SqliteDatabase();
        ServiceProvider services = await database.StartAsync(migrate: false);
        IPromoCodeStore store = services.GetRequiredService<IPromoCodeStore>();
        foreach (Func<Task> call in (Func<Task>[])
            [() => store.ListAsync("seller", cancellationToken: Cancel), () => store.FindAsync(Guid.NewGuid(), Cancel), () => store.AddAsync(Code(), true, Cancel)])
        {
            InvalidOperationException refusal = await Assert.ThrowsAsync<InvalidOperationException>(call);
            Assert.Contains("MigratePromoCodeStoreAsync", refusal.Message, StringComparison.Ordinal);
        }

        static PromoCode Code() => new()
        {
            SellerId = "seller",
            Code = "A",
            Percent = 10m,
            Start = DateOnly.FromDateTime(DateTime.UtcNow),
            Days = 7,
        };
    }
}
