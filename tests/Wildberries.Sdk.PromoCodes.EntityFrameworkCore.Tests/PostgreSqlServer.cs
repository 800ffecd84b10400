using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Tests;

/// <summary>
/// A PostgreSQL server of the tests' own, from the binaries that Debian's package installs: on a free loopback port, in a folder that
/// is deleted afterwards.
/// </summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private const string Ready = "database system is ready to accept connections";

    // Ends the server when the tests end, however they end: then the pipe closes.
    private const string Script = """
        set -e
        exec 3<&0
        export LC_ALL=C.UTF-8
        "$1/initdb" -D "$2/data" -U tests -A trust -E UTF8 --no-sync >&2
        "$1/postgres" -D "$2/data" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200 &
        server=$!
        (cat >/dev/null; kill -INT $server) <&3 &
        wait $server
        """;

    private readonly List<string> _output = [];
    private DirectoryInfo? _folder;
    private Process? _shell;
    private int _port;
    private int _databases;
    private string? _missing;

    public async ValueTask InitializeAsync()
    {
        if (FindBinaries() is not { } binaries)
        {
            _missing = "PostgreSQL is not installed: no /usr/lib/postgresql/*/bin/initdb (Debian: apt-get install postgresql).";
            return;
        }

        // The server refuses to run as root.
        bool isRoot = Environment.UserName == "root";
        if (isRoot && !File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)))
        {
            _missing = "PostgreSQL does not run as root, and there is no user postgres to run it as.";
            return;
        }

        // Somebody else may take the port before the server does.
        for (int attempt = 1; !await TryStartAsync(binaries, isRoot); attempt++)
        {
            string output = Output();
            await DisposeAsync();
            if (attempt == 3)
                throw new InvalidOperationException($"PostgreSQL did not start:\n{output}");
        }
    }

    /// <summary>Skips the test where the server cannot be run, and says why.</summary>
    public void SkipIfMissing() => Assert.SkipWhen(_missing is not null, _missing ?? "");

    /// <summary>Makes an empty database.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Names a database that is not there.</summary>
    public string NameDatabase() => ConnectionString(string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}"));

    public async ValueTask DisposeAsync()
    {
        if (_shell is not null)
        {
            NpgsqlConnection.ClearAllPools();
            _shell.StandardInput.Close();
            await _shell.WaitForExitAsync();
            _shell.Dispose();
        }

        _folder?.Delete(recursive: true);
    }

    private async Task<bool> TryStartAsync(string binaries, bool isRoot)
    {
        _folder = Directory.CreateTempSubdirectory("wildberries-sdk-postgres-");
        if (isRoot)
        {
            using var chown = Process.Start("chown", ["postgres", _folder.FullName]);
            await chown.WaitForExitAsync();
        }

        _port = FindPort();
        string[] command = ["sh", "-c", Script, "sh", binaries, _folder.FullName, _port.ToString(CultureInfo.InvariantCulture)];
        if (isRoot)
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. command];
        _shell = new Process
        {
            StartInfo = new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardInput = true,
                RedirectStandardError = true,
                WorkingDirectory = _folder.FullName,
            },
        };
        var ready = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _shell.ErrorDataReceived += (_, line) =>
        {
            lock (_output)
                _output.Add(line.Data ?? "(end)");
            if (line.Data is null)
                ready.TrySetResult(false);
            else if (line.Data.Contains(Ready, StringComparison.Ordinal))
                ready.TrySetResult(true);
        };
        _shell.Start();
        _shell.BeginErrorReadLine();
        return await ready.Task.WaitAsync(TimeSpan.FromMinutes(10));
    }

    private static string? FindBinaries() => !Directory.Exists("/usr/lib/postgresql")
        ? null
        : Directory.EnumerateDirectories("/usr/lib/postgresql")
            .Where(folder => File.Exists(Path.Combine(folder, "bin", "initdb")))
            .OrderByDescending(folder => decimal.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))
            .Select(folder => Path.Combine(folder, "bin"))
            .FirstOrDefault();

    private static int FindPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string ConnectionString(string database) => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=tests;Database={database}");

    private string Output()
    {
        lock (_output)
            return string.Join('\n', _output);
    }
}
