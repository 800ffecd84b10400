using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Statistics;

/// <summary>Rows of a report, each as often as WB shows it changed, with how far it is in a store.</summary>
/// <typeparam name="T">The row.</typeparam>
internal sealed class ChangedRowStream<T>
    where T : WildberriesModel
{
    // WB says that it gives some 80,000 rows at once.
    private const int FullPage = 50_000;
    private const int Width = sizeof(ulong);

    // What base64 makes of the bytes, and the members around them.
    private const int MostGiven = (StateStoreLimits.MaxValueLength - 256) / 4 * 3 / Width;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private readonly IStateStore _store;
    private readonly string _sellerId;
    private readonly ChangedRowStreamOptions _options;
    private readonly ChangedRows<T> _rows;
    private readonly TimeProvider _timeProvider;
    private readonly OutageRetry _retry;
    private readonly string _name;

    // The change that was given last, and the rows of that moment that were given.
    private DateTimeOffset _from;
    private readonly HashSet<ulong> _given = [];

    // Rows that came out of order, and those behind them.
    private readonly HashSet<ulong> _late = [];

    /// <summary>Creates a stream. Nothing is asked before somebody reads.</summary>
    public ChangedRowStream(ChangedRows<T> rows, IStateStore store, string sellerId, ChangedRowStreamOptions? options, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(store);
        _rows = rows;
        _store = store;
        _sellerId = sellerId;
        _options = options ?? new ChangedRowStreamOptions();
        _name = _options.CursorName ?? rows.Name;
        StateStoreLimits.CheckKey(sellerId, _name);
        Argument.Pause(_options.Interval, nameof(ChangedRowStreamOptions.Interval), nameof(options));
        Argument.Outage(_options.MaxOutage, nameof(ChangedRowStreamOptions.MaxOutage), nameof(options));
        Argument.SaveEvery(_options.SaveEvery, nameof(ChangedRowStreamOptions.SaveEvery), nameof(options));
        _timeProvider = timeProvider;
        _retry = new OutageRetry(_options.MaxOutage, _options.Outages, timeProvider);
    }

    /// <summary>How many rows of one moment WB must give at once before it counts as unable to give them all.</summary>
    internal int MinFullPage { get; init; } = FullPage;

    /// <summary>Reads the changes.</summary>
    public async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var state = new StreamState(_store, _sellerId, _name, _retry, _timeProvider);
        Restore(await state.ReadAsync(cancellationToken).ConfigureAwait(false));
        int unsaved = 0;
        try
        {
            while (true)
            {
                int count = 0;
                bool hasNews = false, isOutOfOrder = false;
                var reading = new Reading(this, cancellationToken);
                await using ConfiguredAsyncDisposable ending = reading.ConfigureAwait(false);
                while (await reading.NextAsync().ConfigureAwait(false) is { } row)
                {
                    count++;
                    if (_rows.Key(row) is not { Length: > 0 } || _rows.ChangedAt(row) is not { } changedAt)
                    {
                        _options.LeftOut?.Report(row.UnreadableProperties.Values.FirstOrDefault());
                        continue;
                    }

                    ulong digest = Digest(row);
                    if (!_late.Contains(digest) && !(changedAt == _from && _given.Contains(digest)))
                    {
                        hasNews = true;
                        cancellationToken.ThrowIfCancellationRequested();
                        yield return _rows.Adapt(row, _timeProvider.GetUtcNow());
                        unsaved++;
                    }

                    // A row out of order does not move the stream back, and those behind it do not move it on: they come again, and are known then.
                    isOutOfOrder |= changedAt < _from;
                    if (isOutOfOrder)
                    {
                        _late.Add(digest);
                    }
                    else
                    {
                        if (changedAt > _from)
                        {
                            hasNews = true;
                            _from = changedAt;
                            _given.Clear();
                        }

                        _given.Add(digest);
                    }

                    if (unsaved >= _options.SaveEvery)
                    {
                        await state.SaveAsync(ToBytes(), cancellationToken).ConfigureAwait(false);
                        unsaved = 0;
                    }
                }

                if (unsaved > 0)
                {
                    await state.SaveAsync(ToBytes(), cancellationToken).ConfigureAwait(false);
                    unsaved = 0;
                }

                if (hasNews)
                    continue;
                if (count >= MinFullPage)
                {
                    throw new WildberriesResponseException(FormattableString.Invariant(
                        $"{_rows.Operation}: more rows were changed at {_from:u} than WB gives at once ({count}), and it cannot be asked for the others. Begin after that moment, and read its day with flag 1."))
                    {
                        Delivery = Delivery.Answered,
                    };
                }

                if (_options.StopAtEnd)
                    yield break;
                await Task.Delay(_options.Interval, _timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (unsaved > 0)
                await state.TrySaveAsync(ToBytes()).ConfigureAwait(false);
        }
    }

    private ulong Digest(T row) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(row, _rows.TypeInfo)));

    private byte[] ToBytes()
    {
        ulong[] given = [.. _given.Take(MostGiven)];
        byte[] bytes = new byte[given.Length * Width];
        for (int i = 0; i < given.Length; i++)
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(i * Width), given[i]);
        return JsonSerializer.SerializeToUtf8Bytes(
            new ChangedRowsState { Format = _rows.Format, From = _from, Given = bytes }, ChangedRowsJsonContext.Default.ChangedRowsState);
    }

    private void Restore(ReadOnlyMemory<byte>? stored)
    {
        if (stored is not { } bytes)
        {
            _from = _options.From ?? _timeProvider.GetUtcNow() - Kept;
            return;
        }

        try
        {
            ChangedRowsState? state = JsonSerializer.Deserialize(bytes.Span, ChangedRowsJsonContext.Default.ChangedRowsState);
            if (state is { From: { } from } && state.Format == _rows.Format && state.Given.Length % Width == 0)
            {
                _from = from;
                for (int i = 0; i < state.Given.Length; i += Width)
                    _given.Add(BinaryPrimitives.ReadUInt64BigEndian(state.Given.AsSpan(i)));
                return;
            }
        }
        catch (JsonException)
        {
        }

        throw new InvalidDataException(
            $"The state \"{_name}\" of the seller \"{_sellerId}\" does not tell which changes were given. Restore it, or delete it to begin anew.");
    }

    /// <summary>One answer of WB, row by row. Where it breaks off, it is asked for again from the last row on.</summary>
    private sealed class Reading(ChangedRowStream<T> stream, CancellationToken cancellationToken) : IAsyncDisposable
    {
        private IAsyncEnumerator<T>? _current;

        public Task<T?> NextAsync() => stream._retry.RunAsync(
            () => RateLimitWait.RunAsync(StepAsync, stream._options.Interval, stream._timeProvider, cancellationToken), OutageRetry.IsOfWildberries, cancellationToken);

        public async ValueTask DisposeAsync()
        {
            if (_current is { } current)
            {
                _current = null;
                await current.DisposeAsync().ConfigureAwait(false);
            }
        }

        private async Task<T?> StepAsync()
        {
            _current ??= stream._rows.Read(stream._from, cancellationToken).GetAsyncEnumerator(cancellationToken);
            try
            {
                return await _current.MoveNextAsync().ConfigureAwait(false) ? _current.Current : null;
            }
            catch
            {
                await DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
    }
}
