namespace Wildberries.Sdk.Cards;

/// <summary>Reads a few bytes at a place of a stream, through a small buffer.</summary>
/// <param name="stream">The stream, which can be sought.</param>
/// <param name="length">How many bytes it has.</param>
internal sealed class MediaWindow(Stream stream, long length)
{
    /// <summary>What is said of a file that has less than its header says.</summary>
    public const string EndsEarly = "The file is broken: it ends too early.";

    private readonly byte[] _buffer = new byte[4096];
    private long _start;
    private int _count;

    public long Length => length;

    /// <summary>Reads bytes that have to be there.</summary>
    /// <param name="at">Where they begin, not negative.</param>
    /// <param name="count">How many, at most what the buffer holds.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The bytes, valid until the next reading.</returns>
    /// <exception cref="InvalidDataException">The file ends before.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(long at, int count, CancellationToken cancellationToken)
    {
        if (at > length - count)
            throw new InvalidDataException(EndsEarly);
        if (at < _start || at + count > _start + _count)
        {
            stream.Position = at;
            (_start, _count) = (at, 0);
            _count = await stream.ReadAtLeastAsync(_buffer, count, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (_count < count)
                throw new InvalidDataException(EndsEarly);
        }

        return _buffer.AsMemory((int)(at - _start), count);
    }

    public async ValueTask<byte> ReadByteAsync(long at, CancellationToken cancellationToken) =>
        (await ReadAsync(at, 1, cancellationToken).ConfigureAwait(false)).Span[0];
}
