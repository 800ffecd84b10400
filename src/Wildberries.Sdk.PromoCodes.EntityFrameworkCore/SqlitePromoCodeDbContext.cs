using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore;

/// <summary>The tables in SQLite.</summary>
internal sealed class SqlitePromoCodeDbContext(DbContextOptions<SqlitePromoCodeDbContext> options) : PromoCodeDbContext(options)
{
    /// <summary>For the tool that writes migrations.</summary>
    internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SqlitePromoCodeDbContext>
    {
        public SqlitePromoCodeDbContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqlitePromoCodeDbContext>().UseSqlite("Data Source=:memory:").Options);
    }
}
