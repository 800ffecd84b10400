using System.Globalization;

namespace Catalog;

/// <summary>What the program says: on the screen, and with the time in catalog.log. Tokens are never in it.</summary>
internal sealed class Journal : IDisposable
{
    private readonly StreamWriter _log;

    private Journal(StreamWriter log) => _log = log;

    public static Journal Open(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new Journal(new StreamWriter(Path.Combine(folder, "catalog.log"), append: true) { AutoFlush = true });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{folder} cannot be written to: {exception.Message}", exception);
        }
    }

    public void Write(string line)
    {
        Console.WriteLine(line);
        lock (_log)
            _log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.UtcNow:yyyy-MM-dd HH:mm:ss}Z {line}"));
    }

    public void Dispose() => _log.Dispose();
}
