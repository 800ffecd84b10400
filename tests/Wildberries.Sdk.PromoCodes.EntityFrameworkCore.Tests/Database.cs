using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Answers;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Tests;

/// <summary>A database for the tests of a class, with the tables in it, and stores over it that are made as a program makes them.</summary>
public abstract class Database : IAsyncDisposable
{
    private readonly List<ServiceProvider> _services = [];
    private readonly SemaphoreSlim _preparing = new(1, 1);
    private bool _isPrepared;

    /// <summary>Makes a container with a store, as another process would.</summary>
    public async Task<ServiceProvider> StartAsync(TimeProvider? clock = null, PromoCodeRules? rules = null, bool migrate = true)
    {
        await PrepareAsync();
        var services = new ServiceCollection();
        if (clock is not null)
            services.AddSingleton(clock);
        if (rules is not null)
            services.AddSingleton(rules);
        AddStore(services);
        ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        lock (_services)
            _services.Add(provider);
        await _preparing.WaitAsync();
        try
        {
            if (migrate && !_isPrepared)
                await provider.MigratePromoCodeStoreAsync(TestContext.Current.CancellationToken);
            _isPrepared |= migrate;
        }
        finally
        {
            _preparing.Release();
        }

        return provider;
    }

    public async ValueTask<IPromoCodeStore> OpenAsync(TimeProvider? clock = null, PromoCodeRules? rules = null) =>
        (await StartAsync(clock, rules)).GetRequiredService<IPromoCodeStore>();

    public async ValueTask<IAnswerStore> OpenLedgerAsync(TimeProvider? clock = null) => await OpenAsync(clock);

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider provider in _services)
            await provider.DisposeAsync();
        await CleanUpAsync();
        _preparing.Dispose();
        GC.SuppressFinalize(this);
    }

    internal static PromoCodeDbContext CreateContext(IServiceProvider services) => services.GetRequiredService<Func<PromoCodeDbContext>>()();

    /// <summary>The answer of a query with one number.</summary>
    public static async Task<long> CountAsync(IServiceProvider services, FormattableString sql)
    {
        await using PromoCodeDbContext db = CreateContext(services);
        return await db.Database.SqlQuery<long>(sql).SingleAsync(TestContext.Current.CancellationToken);
    }

    protected abstract Task PrepareAsync();

    protected abstract void AddStore(IServiceCollection services);

    protected abstract Task CleanUpAsync();
}
