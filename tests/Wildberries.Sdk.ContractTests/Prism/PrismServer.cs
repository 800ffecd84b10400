using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Wildberries.Sdk.ContractTests.Prism;

/// <summary>Prism, serving one of WB's documents on a free port of the loopback address.</summary>
internal sealed class PrismServer : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(10);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<bool> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PrismServer(string binary, string document, int port)
    {
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var start = new ProcessStartInfo(binary)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "mock", document, "-h", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture), "--errors=false",

                // The same answers in every run; this seed fills the lists of all tariffs.
                "--seed=1",
            },
        };
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => OnOutput(line.Data);
        _process.ErrorDataReceived += (_, line) => OnOutput(line.Data);
        _process.Exited += (_, _) => _started.TrySetResult(false);
    }

    /// <summary>Where Prism is installed, or null.</summary>
    public static string? Binary { get; } = FindBinary();

    public Uri Address { get; }

    public static async Task<PrismServer> StartAsync(string document)
    {
        for (int attempt = 1; ; attempt++)
        {
            var server = new PrismServer(Binary!, document, FreePort());
            if (await server.TryStartAsync())
                return server;
            await server.DisposeAsync();

            // Somebody else may have taken the port in between.
            if (attempt == 3)
                throw new InvalidOperationException($"Prism does not start with {Path.GetFileName(document)}:\n{string.Join('\n', server._output)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        catch (InvalidOperationException)
        {
            // It never ran or is gone already.
        }

        _process.Dispose();
    }

    private async Task<bool> TryStartAsync()
    {
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            return await _started.Task.WaitAsync(StartTimeout);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private void OnOutput(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        if (line.Contains("Prism is listening", StringComparison.Ordinal))
            _started.TrySetResult(true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? FindBinary()
    {
        string? binary = Environment.GetEnvironmentVariable("PRISM_BIN");
        if (string.IsNullOrEmpty(binary))
        {
            DirectoryInfo? root = new(AppContext.BaseDirectory);
            while (root is not null && !File.Exists(Path.Combine(root.FullName, "Wildberries.Sdk.sln")))
                root = root.Parent;
            if (root is null)
                return null;
            binary = Path.Combine(root.FullName, "artifacts", "prism", "node_modules", ".bin", OperatingSystem.IsWindows() ? "prism.cmd" : "prism");
        }

        return File.Exists(binary) ? Path.GetFullPath(binary) : null;
    }
}
