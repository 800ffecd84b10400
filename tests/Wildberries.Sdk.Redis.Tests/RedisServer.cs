using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace Wildberries.Sdk.Redis.Tests;

/// <summary>A Redis server of the tests' own, on a free loopback port and in a folder of its own. It can be killed and started again.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private static readonly string? Binary = FindBinary();

    private readonly string[] _arguments;
    private readonly string _folder = Directory.CreateTempSubdirectory("wb-redis-").FullName;
    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;
    private ConnectionMultiplexer? _admin;

    public RedisServer()
        : this("--save", "", "--appendonly", "no")
    {
    }

    private RedisServer(params string[] arguments) => _arguments = arguments;

    public int Port { get; private set; }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <summary>A connection of the test's own, past the store.</summary>
    public IDatabase Database => (_admin ?? throw new InvalidOperationException("Redis was not started.")).GetDatabase();

    public IServer Server => _admin!.GetServer(Address);

    /// <summary>Ends the test as skipped where there is no Redis.</summary>
    public static void OrSkip() =>
        Assert.SkipWhen(Binary is null, "redis-server is not installed (on Debian: apt-get install redis-server); REDIS_SERVER_BIN can name another one.");

    public static async Task<RedisServer> StartNewAsync(params string[] arguments)
    {
        OrSkip();
        RedisServer server = arguments.Length == 0 ? new() : new(arguments);
        await server.InitializeAsync();
        return server;
    }

    public async ValueTask InitializeAsync()
    {
        if (Binary is null)
            return;
        for (int attempt = 1; ; attempt++)
        {
            Port = FreePort();
            if (await TryStartAsync())
                break;

            // Somebody else may have taken the port in between.
            if (attempt == 3)
                throw new InvalidOperationException($"Redis does not start:\n{string.Join('\n', _output)}");
        }

        ConfigurationOptions options = RedisConnection.Parse(Address);
        options.AllowAdmin = true;
        _admin = await ConnectionMultiplexer.ConnectAsync(options);
    }

    /// <summary>Makes this run of the server one that has been counting for so long that unknown buckets are full.</summary>
    /// <param name="keyPrefix">The store's prefix.</param>
    /// <returns>The value of the epoch.</returns>
    public async Task<string> MakeOldAsync(string keyPrefix = "wildberries")
    {
        string info = (await Server.InfoRawAsync("server"))!;
        string epoch = info.Split("run_id:")[1].Split('\r')[0] + " 0";
        await Database.StringSetAsync($"{{{keyPrefix}}}:epoch", epoch);
        return epoch;
    }

    /// <summary>As if the machine had lost its power: nothing is saved, nobody is told.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
    }

    public async Task StartAgainAsync()
    {
        _process!.Dispose();
        if (!await TryStartAsync())
            throw new InvalidOperationException($"Redis does not start again:\n{string.Join('\n', _output)}");
    }

    /// <summary>A store that uses this server.</summary>
    internal RedisRateLimitStore CreateStore(RedisRateLimitOptions? options = null, TimeProvider? timeProvider = null, string? script = null)
    {
        options ??= new RedisRateLimitOptions();
        return new RedisRateLimitStore(
            new RedisConnection(RedisConnection.Parse(Address)),
            options.KeyPrefix,
            options,
            timeProvider ?? TimeProvider.System,
            NullLogger.Instance,
            script);
    }

    public async ValueTask DisposeAsync()
    {
        if (_admin is not null)
            await _admin.DisposeAsync();
        if (_process is { } process)
        {
            if (!process.HasExited)
                Kill();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> TryStartAsync()
    {
        var start = new ProcessStartInfo(Binary!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { "--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder }.Concat(_arguments))
            start.ArgumentList.Add(argument);
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.Exited += (_, _) => started.TrySetResult(false);
        _process.OutputDataReceived += (_, line) =>
        {
            _output.Enqueue(line.Data ?? "");
            if (line.Data?.Contains("Ready to accept connections", StringComparison.Ordinal) == true)
                started.TrySetResult(true);
        };
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        return await started.Task.WaitAsync(TimeSpan.FromMinutes(10));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? FindBinary()
    {
        if (Environment.GetEnvironmentVariable("REDIS_SERVER_BIN") is { Length: > 0 } named)
            return File.Exists(named) ? named : null;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "redis-server.exe" : "redis-server"))
            .FirstOrDefault(File.Exists);
    }
}
