using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Tests.Answers;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Tests;

public sealed class SqliteAnswerStoreTests(SqliteDatabase database) : AnswerStoreContract, IClassFixture<SqliteDatabase>
{
    protected override ValueTask<IAnswerStore> OpenAsync(TimeProvider clock) => database.OpenLedgerAsync(clock);

    [Fact]
    public async Task The_ledger_is_the_store_of_promo_codes()
    {
        ServiceProvider services = await database.StartAsync();
        Assert.Same(services.GetRequiredService<IPromoCodeStore>(), services.GetRequiredService<IAnswerStore>());
    }
}

[Collection(nameof(PostgreSqlCollection))]
public sealed class PostgreSqlAnswerStoreTests(PostgreSqlDatabase database) : AnswerStoreContract, IClassFixture<PostgreSqlDatabase>
{
    protected override ValueTask<IAnswerStore> OpenAsync(TimeProvider clock) => database.OpenLedgerAsync(clock);
}

public sealed class SqliteAnswerSenderTests(SqliteDatabase database) : AnswerSenderContract, IClassFixture<SqliteDatabase>
{
    protected override ValueTask<IAnswerStore> OpenAsync(TimeProvider clock) => database.OpenLedgerAsync(clock);
}

[Collection(nameof(PostgreSqlCollection))]
public sealed class PostgreSqlAnswerSenderTests(PostgreSqlDatabase database) : AnswerSenderContract, IClassFixture<PostgreSqlDatabase>
{
    protected override ValueTask<IAnswerStore> OpenAsync(TimeProvider clock) => database.OpenLedgerAsync(clock);
}

public sealed class SqliteAnswerReconciliationTests(SqliteDatabase database) : AnswerReconciliationContract, IClassFixture<SqliteDatabase>
{
    protected override ValueTask<IAnswerStore> OpenAsync(TimeProvider clock) => database.OpenLedgerAsync(clock);
}

[Collection(nameof(PostgreSqlCollection))]
public sealed class PostgreSqlAnswerReconciliationTests(PostgreSqlDatabase database) : AnswerReconciliationContract, IClassFixture<PostgreSqlDatabase>
{
    protected override ValueTask<IAnswerStore> OpenAsync(TimeProvider clock) => database.OpenLedgerAsync(clock);
}

public sealed class SqliteAnswerEditTests(SqliteDatabase database) : AnswerEditContract, IClassFixture<SqliteDatabase>
{
    protected override ValueTask<IAnswerStore> OpenAsync(TimeProvider clock) => database.OpenLedgerAsync(clock);
}

[Collection(nameof(PostgreSqlCollection))]
public sealed class PostgreSqlAnswerEditTests(PostgreSqlDatabase database) : AnswerEditContract, IClassFixture<PostgreSqlDatabase>
{
    protected override ValueTask<IAnswerStore> OpenAsync(TimeProvider clock) => database.OpenLedgerAsync(clock);
}
