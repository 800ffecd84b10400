using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Http;

/// <summary>
/// Bounds how long a body is waited for and how much of it may come into memory, and turns what goes wrong into the SDK's exceptions. Only the time in which WB
/// gives nothing counts, never the caller's own.
/// </summary>
internal sealed class GuardedStream(
    Stream inner,
    CallContext call,
    BodyLimits limits,
    bool isKept,
    CancellationTokenSource? totalLimit,
    TimeSpan? totalTimeout,
    TimeProvider timeProvider) : Stream
{
    private readonly CancellationToken _totalToken = totalLimit?.Token ?? CancellationToken.None;
    private CancellationTokenSource? _stop;
    private bool _disposed;
    private TimeSpan _waited;
    private long _bytes;

    // What is held in memory until its end: all of it, or one row.
    private long _maxPart = isKept ? limits.MaxBytes : long.MaxValue;
    private long _partStart;
    private bool _readsRows;

    public CallContext Call => call;

    /// <summary>How the reading ended, if not well.</summary>
    public Exception? Failure { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>From here on the body is read row by row: the cap is that of a row.</summary>
    public void BeginRow() => (_readsRows, _maxPart, _partStart) = (true, BodyLimits.MaxRowBytes, _bytes);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);

        // One source serves all reads of a body; it is replaced when it has fired, or when its clock is not the system's and it has a timer.
        if (_stop is null || !_stop.TryReset())
        {
            _stop?.Dispose();
            _stop = CreateSource();
        }

        CancellationTokenSource stop = _stop;
        if (cancellationToken.IsCancellationRequested || _totalToken.IsCancellationRequested)
            stop.Cancel();
        ValueTask<int> read;
        try
        {
            read = inner.ReadAsync(buffer, stop.Token);
        }
        catch (Exception exception)
        {
            read = ValueTask.FromException<int>(exception);
        }

        // What has arrived already needs no timer.
        return read.IsCompletedSuccessfully ? new ValueTask<int>(Counted(read.Result)) : WaitAsync(read, stop, cancellationToken);
    }

    private int Counted(int count)
    {
        _bytes += count;
        if (_bytes - _partStart <= _maxPart)
            return count;
        throw Failed(WildberriesExceptionFactory.TooLarge(call, _readsRows
            ? FormattableString.Invariant($"a row of it has more than {_maxPart:N0} bytes")
            : BodyLimits.Fault(_maxPart)));
    }

    private async ValueTask<int> WaitAsync(ValueTask<int> read, CancellationTokenSource stop, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration caller = cancellationToken.UnsafeRegister(Cancel, stop);
        using CancellationTokenRegistration total = _totalToken.UnsafeRegister(Cancel, stop);
        TimeSpan left = limits.WaitFor(_bytes) - _waited;
        bool isSlow = left < limits.IdleTimeout;
        long start = timeProvider.GetTimestamp();
        try
        {
            if (left <= TimeSpan.Zero)
                stop.Cancel();
            else
                stop.CancelAfter(isSlow ? left : limits.IdleTimeout);
        }
        catch (ObjectDisposedException)
        {
            // The body was closed meanwhile; what is being read says so.
        }

        try
        {
            int count = await read.ConfigureAwait(false);
            stop.CancelAfter(Timeout.InfiniteTimeSpan);
            _waited += timeProvider.GetElapsedTime(start);
            return Counted(count);
        }
        catch (OperationCanceledException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_totalToken.IsCancellationRequested)
                throw Failed(WildberriesExceptionFactory.TotalTimeout(call, totalTimeout.GetValueOrDefault(), exception));
            _waited += timeProvider.GetElapsedTime(start);
            TimeSpan timeout = isSlow ? _waited : limits.IdleTimeout;
            string fault = isSlow
                ? FormattableString.Invariant($"came too slowly: {_bytes:N0} bytes in {timeout.TotalSeconds:0.###} s of waiting.")
                : FormattableString.Invariant($"stalled for {timeout.TotalSeconds:0.###} s.");
            throw Failed(new WildberriesTimeoutException($"{call.Operation.Name}: the answer's body {fault}", SafeFailure.Of(exception, Redaction.None))
            {
                Operation = call.Operation.Name,
                Delivery = Delivery.Answered,
                Timeout = timeout,
            });
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw Failed(WildberriesExceptionFactory.FromTransport(exception, call.Operation.Name, Delivery.Answered));
        }
        catch (Exception exception) when (IsBrokenCompression(exception))
        {
            throw Failed(WildberriesExceptionFactory.FromBrokenCompression(exception, call.Operation.Name, call.AnswerStatus));
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Blocking readers (decoders of images, archives) get the same limits; there is no other way to bound a read that blocks.
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    // The system's clock needs no timer before there is something to wait for.
    private CancellationTokenSource CreateSource() =>
        timeProvider == TimeProvider.System ? new() : new(Timeout.InfiniteTimeSpan, timeProvider);

    private Exception Failed(Exception exception)
    {
        Failure = exception;
        call.Telemetry?.BodyFailed(call, exception);
        return exception;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _disposed = true;
            _stop?.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // Gzip and deflate throw the one, brotli the other.
    private static bool IsBrokenCompression(Exception exception) =>
        exception is InvalidDataException or InvalidOperationException and not ObjectDisposedException;

    private static void Cancel(object? source)
    {
        try
        {
            ((CancellationTokenSource)source!).Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The body was closed while the caller cancelled.
        }
    }
}
