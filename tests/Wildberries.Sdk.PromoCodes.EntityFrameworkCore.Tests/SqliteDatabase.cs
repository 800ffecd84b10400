using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Tests;

/// <summary>A file of SQLite.</summary>
public sealed class SqliteDatabase : Database
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wildberries-sdk-sqlite-");

    public string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "promo-codes.db")}";

    protected override Task PrepareAsync() => Task.CompletedTask;

    protected override void AddStore(IServiceCollection services) => services.AddSqlitePromoCodeStore(ConnectionString);

    protected override Task CleanUpAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
