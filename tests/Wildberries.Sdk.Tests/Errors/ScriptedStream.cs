namespace Wildberries.Sdk.Tests.Errors;

/// <summary>A body that comes in small pieces: its start, then padding, then its end or a failure. Counts what is taken.</summary>
internal sealed class ScriptedStream(byte[] start, int padding, Exception? failure = null, bool stall = false) : Stream
{
    private readonly long _total = start.Length + padding;

    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (BytesRead == _total)
        {
            if (stall)
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return failure is null ? 0 : throw failure;
        }

        int count = (int)Math.Min(Math.Min(buffer.Length, 1_000), _total - BytesRead);
        for (int index = 0; index < count; index++)
        {
            long position = BytesRead + index;
            buffer.Span[index] = position < start.Length ? start[position] : (byte)'x';
        }

        BytesRead += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
