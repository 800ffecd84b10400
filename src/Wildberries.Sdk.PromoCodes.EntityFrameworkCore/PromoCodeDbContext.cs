using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Rows;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore;

/// <summary>
/// The tables. Each database has a context of its own, since migrations name the database's types: so each has what is natural to it
/// (dates, numbers, times and arrays in PostgreSQL), and the tool that writes migrations can hold each against its model.
/// </summary>
internal abstract class PromoCodeDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<PortfolioRow> Portfolios => Set<PortfolioRow>();

    public DbSet<PromoCodeRow> Codes => Set<PromoCodeRow>();

    public DbSet<BuyerAnswerRow> Answers => Set<BuyerAnswerRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PortfolioRow>(portfolio =>
        {
            portfolio.ToTable("promo_portfolios");
            portfolio.HasKey(p => p.SellerId);
        });
        modelBuilder.Entity<PromoCodeRow>(code =>
        {
            code.ToTable("promo_codes");
            code.HasKey(c => c.Id);
            code.Property(c => c.Id).ValueGeneratedNever();
            code.HasOne<PortfolioRow>().WithMany().HasForeignKey(c => c.SellerId).OnDelete(DeleteBehavior.Restrict);
            code.HasIndex(c => new { c.SellerId, c.EndsOn });
        });
        modelBuilder.Entity<BuyerAnswerRow>(ConfigureAnswers);
        foreach (IMutableProperty property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
    }

    private static void ConfigureAnswers(EntityTypeBuilder<BuyerAnswerRow> answer)
    {
        answer.ToTable("buyer_answers");
        answer.HasKey(a => new { a.SellerId, a.Key });
        answer.Property(a => a.Channel).HasConversion<string>();
        answer.Property(a => a.Sentiment).HasConversion<string>();
        answer.Property(a => a.State).HasConversion<string>();
        answer.HasOne<PromoCodeRow>().WithMany().HasForeignKey(a => a.PromoCodeId).OnDelete(DeleteBehavior.Restrict);
        answer.HasIndex(a => new { a.SellerId, a.TargetId });
        answer.HasIndex(a => new { a.SellerId, a.StartedAt });
        answer.HasIndex(a => new { a.SellerId, a.State });
    }

    // Both databases compare and keep UTC times; SQLite cannot compare times with offsets.
    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        time => time.UtcDateTime, time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)));
}
