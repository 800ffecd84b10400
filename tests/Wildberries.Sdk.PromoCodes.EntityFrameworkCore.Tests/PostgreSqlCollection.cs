namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Tests;

/// <summary>The classes that share the server.</summary>
[CollectionDefinition(nameof(PostgreSqlCollection))]
public sealed class PostgreSqlCollection : ICollectionFixture<PostgreSqlServer>;
