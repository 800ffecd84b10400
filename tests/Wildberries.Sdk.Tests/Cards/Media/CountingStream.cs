namespace Wildberries.Sdk.Tests.Cards.Media;

/// <summary>A stream that counts what is read of it.</summary>
internal sealed class CountingStream(byte[] content) : MemoryStream(content)
{
    /// <summary>The length that it says it has; it ends with its content all the same.</summary>
    public long? GivenLength { get; init; }

    public long BytesRead { get; private set; }

    public int Reads { get; private set; }

    public override long Length => GivenLength ?? base.Length;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await base.ReadAsync(buffer, cancellationToken);
        Reads++;
        BytesRead += read;
        return read;
    }
}
