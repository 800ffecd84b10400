using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Http;

/// <summary>Bounds the time in which a body gives nothing, and turns what goes wrong into the SDK's exceptions.</summary>
internal sealed class GuardedStream(
    Stream inner,
    CallContext call,
    TimeSpan idleTimeout,
    CancellationTokenSource? totalLimit,
    TimeSpan? totalTimeout,
    TimeProvider timeProvider) : Stream
{
    private readonly CancellationToken _totalToken = totalLimit?.Token ?? CancellationToken.None;
    private CancellationTokenSource? _stop;
    private bool _disposed;

    public CallContext Call => call;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

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
        return read.IsCompletedSuccessfully ? read : WaitAsync(read, stop, cancellationToken);
    }

    private async ValueTask<int> WaitAsync(ValueTask<int> read, CancellationTokenSource stop, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration caller = cancellationToken.UnsafeRegister(Cancel, stop);
        using CancellationTokenRegistration total = _totalToken.UnsafeRegister(Cancel, stop);
        try
        {
            stop.CancelAfter(idleTimeout);
        }
        catch (ObjectDisposedException)
        {
            // The body was closed meanwhile; what is being read says so.
        }

        try
        {
            int count = await read.ConfigureAwait(false);
            stop.CancelAfter(Timeout.InfiniteTimeSpan);
            return count;
        }
        catch (OperationCanceledException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_totalToken.IsCancellationRequested)
                throw Failed(WildberriesExceptionFactory.TotalTimeout(call, totalTimeout.GetValueOrDefault(), exception));
            throw Failed(new WildberriesTimeoutException(
                FormattableString.Invariant($"{call.Operation.Name}: the answer's body stalled for {idleTimeout.TotalSeconds:0.###} s."), exception)
            {
                Operation = call.Operation.Name,
                Delivery = Delivery.Answered,
                Timeout = idleTimeout,
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
