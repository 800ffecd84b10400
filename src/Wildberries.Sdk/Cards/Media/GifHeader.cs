using System.Buffers.Binary;

namespace Wildberries.Sdk.Cards;

/// <summary>The header of a GIF, and whether it moves: then a second image follows the first.</summary>
internal static class GifHeader
{
    public static async ValueTask<MediaSize> ReadAsync(MediaWindow file, CancellationToken cancellationToken)
    {
        byte[] header = (await file.ReadAsync(0, 13, cancellationToken).ConfigureAwait(false)).ToArray();
        int images = 0;
        long at = 13 + ColorsOf(header[10]);
        while (at < file.Length)
        {
            switch (await file.ReadByteAsync(at, cancellationToken).ConfigureAwait(false))
            {
                case 0x21:
                    at = await SkipBlocksAsync(file, at + 2, cancellationToken).ConfigureAwait(false);
                    continue;
                case 0x2C:
                    if (++images > 1)
                        throw new InvalidDataException("It is a GIF that moves; WB takes only GIF pictures that do not.");
                    byte flags = await file.ReadByteAsync(at + 9, cancellationToken).ConfigureAwait(false);
                    at = await SkipBlocksAsync(file, at + 11 + ColorsOf(flags), cancellationToken).ConfigureAwait(false);
                    continue;
            }

            break;
        }

        return images == 1
            ? new(BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(6)), BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(8)))
            : throw new InvalidDataException("The file is broken: it begins as a GIF and has no picture.");
    }

    private static int ColorsOf(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static async ValueTask<long> SkipBlocksAsync(MediaWindow file, long at, CancellationToken cancellationToken)
    {
        while (await file.ReadByteAsync(at, cancellationToken).ConfigureAwait(false) is > 0 and byte size)
            at += size + 1;
        return at + 1;
    }
}
