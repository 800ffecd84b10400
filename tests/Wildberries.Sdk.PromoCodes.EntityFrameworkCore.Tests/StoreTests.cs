using Wildberries.Sdk.Tests.PromoCodes;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Tests;

public sealed class SqliteStoreTests(SqliteDatabase database) : PromoCodeStoreContract, IClassFixture<SqliteDatabase>
{
    protected override ValueTask<IPromoCodeStore> OpenAsync(TimeProvider clock, PromoCodeRules? rules = null) => database.OpenAsync(clock, rules);

    [Fact]
    public async Task A_code_that_stricter_rules_forbid_can_still_be_stopped()
    {
        PromoCode code = Code("HALF") with { Percent = 50m, NmIds = [1, 2] };
        Assert.Empty(await (await OpenAsync()).AddAsync(code, cancellationToken: Cancel));
        IPromoCodeStore strict = await OpenAsync(Clock, new PromoCodeRules { MaxPercent = 40m });
        Assert.Equal([PromoCodeRule.PercentRange], (await strict.UpdateAsync(code.Id, c => c with { Percent = 49m }, Cancel)).Select(v => v.Rule));
        Assert.Empty(await strict.UpdateAsync(code.Id, c => c with { IsStopped = true }, Cancel));
        Assert.True((await strict.FindAsync(code.Id, Cancel))!.IsStopped);
    }
}

[Collection(nameof(PostgreSqlCollection))]
public sealed class PostgreSqlStoreTests(PostgreSqlDatabase database) : PromoCodeStoreContract, IClassFixture<PostgreSqlDatabase>
{
    protected override ValueTask<IPromoCodeStore> OpenAsync(TimeProvider clock, PromoCodeRules? rules = null) => database.OpenAsync(clock, rules);
}
