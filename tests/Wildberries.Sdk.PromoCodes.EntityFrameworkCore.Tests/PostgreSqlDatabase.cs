using Microsoft.Extensions.DependencyInjection;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Tests;

/// <summary>A database of the tests' PostgreSQL server. Skips the tests that open it where there is none.</summary>
public sealed class PostgreSqlDatabase(PostgreSqlServer server) : Database
{
    private Task<string>? _connectionString;

    protected override Task PrepareAsync()
    {
        server.SkipIfMissing();
        return _connectionString ??= server.CreateDatabaseAsync();
    }

    protected override void AddStore(IServiceCollection services) => services.AddPostgreSqlPromoCodeStore(_connectionString!.Result);

    protected override Task CleanUpAsync() => Task.CompletedTask;
}
