using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Answers;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Tests;

/// <summary>The tables, and what the writes do to them.</summary>
public abstract class SchemaTests(Database database)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Seller { get; } = Guid.NewGuid().ToString();

    [Fact]
    public async Task The_migrations_make_the_tables_of_the_model()
    {
        ServiceProvider services = await database.StartAsync();
        await using PromoCodeDbContext db = Database.CreateContext(services);
        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: add a migration (see CONTRIBUTING).");
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancel));
        Assert.NotEmpty(await db.Database.GetAppliedMigrationsAsync(Cancel));
    }

    [Fact]
    public async Task Migrating_again_keeps_what_is_there()
    {
        ServiceProvider services = await database.StartAsync();
        PromoCode code = Code("KEPT");
        Assert.Empty(await services.GetRequiredService<IPromoCodeStore>().AddAsync(code, isInPortal: true, Cancel));
        await services.MigratePromoCodeStoreAsync(Cancel);
        Assert.NotNull(await services.GetRequiredService<IPromoCodeStore>().FindAsync(code.Id, Cancel));
    }

    [Fact]
    public async Task Every_write_raises_the_version_of_the_sellers_portfolio_and_no_other()
    {
        ServiceProvider services = await database.StartAsync();
        IPromoCodeStore store = services.GetRequiredService<IPromoCodeStore>();
        PromoCode code = Code("A");
        Assert.Empty(await store.AddAsync(code, isInPortal: true, Cancel));
        Assert.Equal(1, await VersionAsync(Seller));
        Assert.Empty(await store.UpdateAsync(code.Id, c => c with { Description = "new" }, Cancel));
        Assert.Equal(2, await VersionAsync(Seller));
        var intent = new PromoCodeSend
        {
            SellerId = Seller,
            Key = "key",
            PromoCodeId = code.Id,
            TargetId = "1:a",
            Text = "A",
            StartedAt = code.StartsAt,
        };
        Assert.True((await store.StartAnswerAsync(intent, Cancel)).IsStarted);
        Assert.Equal(3, await VersionAsync(Seller));
        await store.CompleteAnswerAsync(intent with { State = AnswerState.Sent }, Cancel);
        Assert.Equal(4, await VersionAsync(Seller));
        string other = Guid.NewGuid().ToString();
        Assert.Empty(await store.AddAsync(Code("A") with { SellerId = other }, isInPortal: true, Cancel));
        Assert.Equal((4, 1), (await VersionAsync(Seller), await VersionAsync(other)));

        Task<long> VersionAsync(string seller) =>
            Database.CountAsync(services, $"SELECT version AS \"Value\" FROM promo_portfolios WHERE seller_id = {seller}");
    }

    [Fact]
    public async Task The_columns_can_be_read_without_this_program()
    {
        ServiceProvider services = await database.StartAsync();
        IPromoCodeStore store = services.GetRequiredService<IPromoCodeStore>();
        PromoCode code = Code("SQL") with { Start = new DateOnly(2026, 2, 1), Days = 28, Purposes = PromoCodePurposes.Loyalty | PromoCodePurposes.Retention };
        Assert.Empty(await store.AddAsync(code, isInPortal: true, Cancel));
        var intent = new PromoCodeSend
        {
            SellerId = Seller,
            Key = "key",
            PromoCodeId = code.Id,
            TargetId = "1:a",
            Text = "SQL",
            Intent = ChatIntent.Defect,
            Sentiment = Sentiment.Negative,
            StartedAt = code.StartsAt,
        };
        Assert.True((await store.StartAnswerAsync(intent, Cancel)).IsStarted);
        Assert.Equal(1, await Database.CountAsync(
            services,
            $"""
            SELECT count(*) AS "Value" FROM promo_codes c JOIN buyer_answers s ON s.promo_code_id = c.id
            WHERE c.seller_id = {Seller} AND c.code = 'SQL' AND c.starts_on = '2026-02-01' AND c.ends_on = '2026-02-28' AND c.purposes = 3
              AND s.channel = 'Chat' AND s.target_id = '1:a' AND s.state = 'Pending' AND s.intent = 'defect_not_working' AND s.sentiment = 'Negative' AND s.started_at < '2026-02-01'
            """));
    }

    private PromoCode Code(string text) => new() { SellerId = Seller, Code = text, Percent = 10m, Start = new DateOnly(2026, 3, 1), Days = 7 };
}

public sealed class SqliteSchemaTests(SqliteDatabase database) : SchemaTests(database), IClassFixture<SqliteDatabase>;

[Collection(nameof(PostgreSqlCollection))]
public sealed class PostgreSqlSchemaTests(PostgreSqlDatabase database) : SchemaTests(database), IClassFixture<PostgreSqlDatabase>;
