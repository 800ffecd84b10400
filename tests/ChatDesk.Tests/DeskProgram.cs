using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace ChatDesk.Tests;

/// <summary>The desk as a user starts it: a program of its own on a free port, with a simulated shop and an empty database.</summary>
public sealed class DeskProgram : IAsyncLifetime
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(10);

    private readonly string _folder = Directory.CreateTempSubdirectory("chat-desk-").FullName;
    private readonly StringBuilder _output = new();
    private Process? _process;

    /// <summary>More settings, as a user gives them on the command line.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Where the desk keeps its ledger.</summary>
    public string Database { get => field ?? $"Data Source={Path.Combine(_folder, "desk.db")}"; init; }

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        string program = typeof(DeskProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ChatDesk").Value!;
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                program,
                "--urls=http://127.0.0.1:0",
                $"--ConnectionStrings:PromoCodes={Database}",
            },
        };
        foreach (string setting in Settings)
            start.ArgumentList.Add(setting);
        start.Environment.Remove("WB_TOKEN");
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The desk did not start:\n" + Output()));
        Address = new Uri(await address.Task.WaitAsync(StartTimeout));

        void Read(string? line)
        {
            lock (_output)
                _output.AppendLine(line);
            const string open = "The desk is open: ";
            if (line?.IndexOf(open, StringComparison.Ordinal) is { } at && at >= 0)
                address.TrySetResult(line[(at + open.Length)..].Trim());
        }
    }

    public string Output()
    {
        lock (_output)
            return _output.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.EnableRaisingEvents = false;
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
