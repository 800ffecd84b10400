using System.Diagnostics.CodeAnalysis;
using StackExchange.Redis;

namespace Wildberries.Sdk.Redis;

/// <summary>A connection to Redis that is the program's, or one of our own, which is made when first needed.</summary>
internal sealed class RedisConnection : IDisposable
{
    private readonly object _gate = new();
    private readonly ConfigurationOptions? _configuration;
    private IConnectionMultiplexer? _connection;
    private Task<ConnectionMultiplexer>? _connecting;

    public RedisConnection(IConnectionMultiplexer connection) => _connection = connection;

    public RedisConnection(ConfigurationOptions configuration) => _configuration = configuration;

    /// <summary>Reads a connection string; a fault in it shows at once.</summary>
    public static ConfigurationOptions Parse(string configuration)
    {
        var options = ConfigurationOptions.Parse(configuration);

        // A program starts, and goes on, without Redis: what its calls do then is the outage policy's affair.
        options.AbortOnConnectFail = false;
        options.ReconnectRetryPolicy = new ExponentialRetry(250, 5000);

        // The store repeats what may be repeated; a step that nobody waits for any more must not be carried out late.
        options.BacklogPolicy = BacklogPolicy.FailFast;
        return options;
    }

    public bool TryGetDatabase([NotNullWhen(true)] out IDatabase? database)
    {
        database = Volatile.Read(ref _connection)?.GetDatabase();
        return database is not null;
    }

    /// <summary>Connects, unless that is being done already; a server that is not there now is connected to when it is.</summary>
    public async Task<IDatabase> ConnectAsync()
    {
        Task<ConnectionMultiplexer> connecting;
        lock (_gate)
        {
            if (_connecting is null or { IsFaulted: true })
                _connecting = ConnectionMultiplexer.ConnectAsync(_configuration!);
            connecting = _connecting;
        }

        ConnectionMultiplexer connection = await connecting.ConfigureAwait(false);
        Volatile.Write(ref _connection, connection);
        return connection.GetDatabase();
    }

    /// <summary>Closes a connection of our own; the program's is its own to close.</summary>
    public void Dispose()
    {
        if (_configuration is null || _connecting is null)
            return;

        // One that is still being made is closed when it is there.
        _ = _connecting.ContinueWith(
            static made => made.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
    }
}
