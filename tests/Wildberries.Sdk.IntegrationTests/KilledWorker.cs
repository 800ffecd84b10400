using System.Diagnostics;
using System.Globalization;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>The worker of tests that kill it (kill -9) and start it again, over and over.</summary>
internal static class KilledWorker
{
    /// <summary>How long all kills may take: 300 of them need less.</summary>
    public const int MostMilliseconds = 60 * 60 * 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>How often: the environment variable WILDBERRIES_SOAK_KILLS says it; a few times are enough for every day.</summary>
    public static int Kills(int everyDay) =>
        int.TryParse(Environment.GetEnvironmentVariable("WILDBERRIES_SOAK_KILLS"), CultureInfo.InvariantCulture, out int kills) ? kills : everyDay;

    public static Process Start(string mode, params IEnumerable<string> settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Wildberries.Sdk.Worker.dll"));
        start.ArgumentList.Add(mode);
        foreach (string setting in settings)
            start.ArgumentList.Add(setting);
        return Process.Start(start)!;
    }

    /// <summary>The next line that it says; <see langword="null"/> if it has ended.</summary>
    public static Task<string?> ReadLineAsync(Process worker) =>
        worker.StandardOutput.ReadLineAsync(Cancel).AsTask().WaitAsync(Patience, Cancel);

    /// <summary>Lets it end in peace. Returns what it still says.</summary>
    public static async Task<string> EndAsync(Process worker)
    {
        worker.StandardInput.Close();
        string rest = await worker.StandardOutput.ReadToEndAsync(Cancel).WaitAsync(Patience, Cancel);
        await worker.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);
        Assert.Equal(0, worker.ExitCode);
        return rest;
    }

    /// <summary>Lets it do all that it has to do. Returns what it still says.</summary>
    public static async Task<string> EndAfterAsync(Process worker)
    {
        string rest = await worker.StandardOutput.ReadToEndAsync(Cancel).WaitAsync(Patience, Cancel);
        await worker.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);
        Assert.Equal(0, worker.ExitCode);
        return rest;
    }

    /// <summary>Deletes a folder. After a failure a worker may still be at it: that must not hide the failure.</summary>
    public static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException exception)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(exception.Message);
        }
    }

    /// <summary>A moment too short for a timer.</summary>
    public static void Spin(int spins)
    {
        for (; spins > 0; spins--)
            Thread.SpinWait(1);
    }
}
