using Wildberries.Sdk.Tests.PromoCodes;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Tests;

public sealed class SqliteSenderTests(SqliteDatabase database) : PromoCodeSenderContract, IClassFixture<SqliteDatabase>
{
    protected override ValueTask<IPromoCodeStore> OpenAsync(TimeProvider clock) => database.OpenAsync(clock);
}

[Collection(nameof(PostgreSqlCollection))]
public sealed class PostgreSqlSenderTests(PostgreSqlDatabase database) : PromoCodeSenderContract, IClassFixture<PostgreSqlDatabase>
{
    protected override ValueTask<IPromoCodeStore> OpenAsync(TimeProvider clock) => database.OpenAsync(clock);
}
