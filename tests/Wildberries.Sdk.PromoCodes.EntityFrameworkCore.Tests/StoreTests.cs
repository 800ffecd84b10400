using Wildberries.Sdk.Tests.PromoCodes;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Tests;

public sealed class SqliteStoreTests(SqliteDatabase database) : PromoCodeStoreContract, IClassFixture<SqliteDatabase>
{
    protected override ValueTask<IPromoCodeStore> OpenAsync(TimeProvider clock, PromoCodeRules? rules = null) => database.OpenAsync(clock, rules);
}

[Collection(nameof(PostgreSqlCollection))]
public sealed class PostgreSqlStoreTests(PostgreSqlDatabase database) : PromoCodeStoreContract, IClassFixture<PostgreSqlDatabase>
{
    protected override ValueTask<IPromoCodeStore> OpenAsync(TimeProvider clock, PromoCodeRules? rules = null) => database.OpenAsync(clock, rules);
}
