using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>Hears everything that the process tells about itself: logs, spans, measurements.</summary>
internal sealed class Listener : ILoggerProvider
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private int _closed;

    /// <param name="source">Whose spans and measurements; <see langword="null"/>: all that there are.</param>
    public Listener(string? source = null)
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = heard => source is null || heard.Name == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Activities.Enqueue,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (source is null || instrument.Meter.Name == source)
                listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _meters.Start();
    }

    public ConcurrentQueue<Activity> Activities { get; } = [];

    public ConcurrentQueue<Measurement> Measurements { get; } = [];

    public ConcurrentQueue<string> Logs { get; } = [];

    /// <summary>All of it as text.</summary>
    public IEnumerable<string> Everything() =>
    [
        .. Logs,
        .. Measurements.Select(measurement => $"{measurement.Name} {string.Join(' ', measurement.Tags)}"),
        .. Activities.Select(activity => string.Join(
            '\n',
            [
                activity.OperationName,
                activity.DisplayName,
                activity.StatusDescription ?? "",
                activity.TraceStateString ?? "",
                .. activity.TagObjects.Select(tag => tag.ToString()),
                .. activity.Baggage.Select(item => item.ToString()),
                .. activity.Events.Select(e => $"{e.Name} {string.Join(' ', e.Tags)}"),
            ])),
    ];

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Measurements.Enqueue(new(instrument.Name, value, tags.ToArray()));

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
            return;
        _activities.Dispose();
        _meters.Dispose();
    }

    internal sealed record Measurement(string Name, double Value, KeyValuePair<string, object?>[] Tags)
    {
        public object? Tag(string name) => Array.Find(Tags, tag => tag.Key == name).Value;
    }

    private sealed class Logger(Listener listener, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            listener.Logs.Enqueue($"{category} scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            string values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : $"{state}";
            listener.Logs.Enqueue($"{logLevel} {category} {formatter(state, exception)} {values} {exception}");
        }
    }
}
