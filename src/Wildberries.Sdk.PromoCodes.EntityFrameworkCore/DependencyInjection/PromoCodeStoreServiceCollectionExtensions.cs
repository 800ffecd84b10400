using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.PromoCodes.EntityFrameworkCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a store for promo codes and answers to buyers in a database: <see cref="IPromoCodeStore"/>, which is the <see cref="IAnswerStore"/> too.</summary>
/// <remarks>
/// The store takes <see cref="PromoCodeRules"/> and <see cref="TimeProvider"/> from the services where they are there. The tables are made, and
/// brought up to date, by <see cref="MigratePromoCodeStoreAsync"/>.
/// </remarks>
public static class PromoCodeStoreServiceCollectionExtensions
{
    // Database, table of migrations, each migration: somebody else can be ahead with each, once.
    private const int MaxMigrationAttempts = 10;

    /// <summary>
    /// Adds <see cref="IPromoCodeStore"/> over a file of SQLite: nothing to install, for programs on one machine. One writer at a time; the others
    /// wait up to the command timeout (30 seconds unless the connection string says otherwise).
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="connectionString">The connection string, for example <c>Data Source=promo-codes.db</c>.</param>
    /// <param name="configure">Sets more options of the database context: logging, interceptors.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentException"><paramref name="connectionString"/> is empty.</exception>
    public static IServiceCollection AddSqlitePromoCodeStore(
        this IServiceCollection services, string connectionString, Action<DbContextOptionsBuilder>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return services.AddStore<SqlitePromoCodeDbContext>(options => options.UseSqlite(connectionString), configure);
    }

    /// <summary>Adds <see cref="IPromoCodeStore"/> over a database of PostgreSQL: for programs on several machines. Writers about different sellers do not wait for each other.</summary>
    /// <param name="services">The services.</param>
    /// <param name="connectionString">The connection string, for example <c>Host=localhost;Database=promo;Username=promo</c>.</param>
    /// <param name="configure">Sets more options of the database context: logging, interceptors.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentException"><paramref name="connectionString"/> is empty.</exception>
    public static IServiceCollection AddPostgreSqlPromoCodeStore(
        this IServiceCollection services, string connectionString, Action<DbContextOptionsBuilder>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return services.AddStore<PostgreSqlPromoCodeDbContext>(options => options.UseNpgsql(connectionString), configure);
    }

    /// <summary>
    /// Makes the tables of the store, or brings them up to date; does nothing where they are. Call it when the program starts:
    /// <c>await app.Services.MigratePromoCodeStoreAsync();</c>. Several programs may call it at the same time.
    /// </summary>
    /// <param name="services">The services to which a store was added.</param>
    /// <param name="cancellationToken">Cancels the migration.</param>
    /// <returns>A task that ends when the tables are up to date.</returns>
    /// <exception cref="InvalidOperationException">No store in a database was added to the services.</exception>
    public static async Task MigratePromoCodeStoreAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        Func<PromoCodeDbContext> createContext = services.GetRequiredService<Func<PromoCodeDbContext>>();
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await MigrateAsync(createContext(), cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (DbException exception) when (attempt < MaxMigrationAttempts && DatabaseFaults.IsMigratedMeanwhile(exception))
            {
                // PostgreSQL has no lock before the database and the table of migrations are there: of programs that make and change them at once, one does.
            }
        }
    }

    private static async Task MigrateAsync(PromoCodeDbContext db, CancellationToken cancellationToken)
    {
        await using (db.ConfigureAwait(false))
        {
            // In SQLite the lock of migrations is a row, which outlives a program that is killed: whoever has nothing to do must not ask for it.
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false)).Any())
                await db.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static IServiceCollection AddStore<TContext>(
        this IServiceCollection services, Action<DbContextOptionsBuilder> use, Action<DbContextOptionsBuilder>? configure)
        where TContext : PromoCodeDbContext
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddDbContextFactory<TContext>(options =>
        {
            use(options);
            configure?.Invoke(options);
        });
        services.TryAddSingleton<Func<PromoCodeDbContext>>(provider => provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext);
        services.TryAddSingleton<IPromoCodeStore>(provider => new EntityFrameworkPromoCodeStore(
            provider.GetRequiredService<Func<PromoCodeDbContext>>(),
            provider.GetService<PromoCodeRules>() ?? new PromoCodeRules(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.TryAddSingleton<IAnswerStore>(provider => provider.GetRequiredService<IPromoCodeStore>());
        return services;
    }
}
