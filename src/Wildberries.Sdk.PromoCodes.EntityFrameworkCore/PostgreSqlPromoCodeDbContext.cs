using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore;

/// <summary>The tables in PostgreSQL.</summary>
internal sealed class PostgreSqlPromoCodeDbContext(DbContextOptions<PostgreSqlPromoCodeDbContext> options) : PromoCodeDbContext(options)
{
    /// <summary>For the tool that writes migrations.</summary>
    internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlPromoCodeDbContext>
    {
        public PostgreSqlPromoCodeDbContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgreSqlPromoCodeDbContext>().UseNpgsql("Host=localhost").Options);
    }
}
