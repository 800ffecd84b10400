using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Samples.Tests;

/// <summary>A sample as a user starts it: a program of its own, in an empty folder, without a token unless the test gives one.</summary>
internal sealed class SampleProgram : IAsyncDisposable
{
    private readonly StringBuilder _output = new();
    private readonly List<(string Text, TaskCompletionSource Written)> _awaited = [];
    private readonly Process _process;
    private readonly Task _read;

    private SampleProgram(Process process)
    {
        _process = process;
        _read = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    public StreamWriter Input => _process.StandardInput;

    /// <summary>All that it has written until now.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static SampleProgram Start(string sample, string folder, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        ILookup<string, string?> facts = typeof(SampleProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(a => a.Key, a => a.Value);
        string program = Path.Combine(facts["Samples"].Single()!, sample, "bin", facts["Configuration"].Single()!, "net10.0", sample + ".dll");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (OperatingSystem.IsLinux())
        {
            // Where the tests themselves ignore Ctrl-C, as in the background of a shell, their children would, too.
            start.FileName = "env";
            start.ArgumentList.Add("--default-signal=INT");
            start.ArgumentList.Add("dotnet");
        }

        start.ArgumentList.Add(program);
        foreach (string arg in args)
            start.ArgumentList.Add(arg);
        start.Environment.Remove("WB_TOKEN");
        start.Environment["LC_ALL"] = "en_US.UTF-8";
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return new SampleProgram(Process.Start(start)!);
    }

    public static async Task<(int ExitCode, string Output)> RunAsync(
        string sample, string folder, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        await using SampleProgram program = Start(sample, folder, environment, args);
        program.Input.Close();
        int exitCode = await program.EndAsync();
        return (exitCode, program.Output);
    }

    /// <summary>Waits until it has written a text.</summary>
    public async Task<string> WrittenAsync(string text)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            _awaited.Add((text, written));
            Look();
        }

        await Task.WhenAny(written.Task, _read).WaitAsync(Cancellation);
        Assert.True(written.Task.IsCompleted, $"It ended without \"{text}\":\n{Output}");
        return Output;
    }

    /// <summary>Ctrl-C.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Cancellation);
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(Cancellation);
        await _read;
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_output)
            {
                _output.AppendLine(line);
                Look();
            }
        }
    }

    private void Look()
    {
        foreach ((string text, TaskCompletionSource written) in _awaited)
        {
            if (_output.ToString().Contains(text, StringComparison.Ordinal))
                written.TrySetResult();
        }
    }
}
