using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>What .NET itself reports of the connections to a port of this machine: those in use are leaked once the calls have ended.</summary>
internal static class OpenConnections
{
    private static readonly ConcurrentDictionary<string, long> Counts = new(StringComparer.Ordinal);
    private static readonly MeterListener Listener = Start();

    /// <summary>How many requests to a port are under way, with those whose answer is not closed.</summary>
    public static long Requests(int port) => Find($"http.client.active_requests {port}");

    /// <summary>How many connections to a port are in use.</summary>
    public static long Active(int port) => Find($"http.client.open_connections {port} active");

    /// <summary>How many connections to a port are there.</summary>
    public static long All(int port) => Active(port) + Find($"http.client.open_connections {port} idle");

    /// <summary>Only what happens after this is counted.</summary>
    public static void Watch() => ArgumentNullException.ThrowIfNull(Listener);

    private static long Find(string key) => Counts.GetValueOrDefault(key);

    private static MeterListener Start()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, self) =>
            {
                if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.open_connections" or "http.client.active_requests" })
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>(static (instrument, value, tags, _) =>
        {
            object? port = null, state = null;
            foreach ((string name, object? tag) in tags)
            {
                if (name == "server.port")
                    port = tag;
                else if (name == "http.connection.state")
                    state = tag;
            }

            string key = string.Create(CultureInfo.InvariantCulture, $"{instrument.Name} {port} {state}").TrimEnd();
            Counts.AddOrUpdate(key, value, (_, count) => count + value);
        });
        listener.Start();
        return listener;
    }
}
