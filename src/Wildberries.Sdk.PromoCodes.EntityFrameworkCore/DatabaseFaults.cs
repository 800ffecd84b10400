using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore;

/// <summary>What an error of the database means to the store. States of PostgreSQL are listed in its manual's appendix A.</summary>
internal static class DatabaseFaults
{
    /// <summary>The database, a table or a column is missing.</summary>
    public static bool IsNotMigrated(DbException exception) => exception switch
    {
        SqliteException { SqliteErrorCode: 1 } => exception.Message.Contains("no such table", StringComparison.Ordinal)
            || exception.Message.Contains("no such column", StringComparison.Ordinal),
        _ => exception.SqlState is "3D000" or "42P01" or "42703",
    };

    /// <summary>
    /// Somebody else has just made, renamed or dropped the same database, table, column, index or constraint, or is about to: two migrations wait for each
    /// other.
    /// </summary>
    public static bool IsMigratedMeanwhile(DbException exception) => exception.SqlState
        is "42P04" or "42P06" or "42P07" or "42710" or "23505" or "42P01" or "42703" or "42704" or "40P01";
}
