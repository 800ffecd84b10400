using System.Buffers.Binary;

namespace Wildberries.Sdk.Cards;

/// <summary>The header of a WebP, in its three kinds: lossy, lossless, extended.</summary>
internal static class WebPHeader
{
    private const int IsAnimated = 0x02;

    public static async ValueTask<MediaSize> ReadAsync(MediaWindow file, CancellationToken cancellationToken)
    {
        byte[] header = (await file.ReadAsync(0, 30, cancellationToken).ConfigureAwait(false)).ToArray();
        if (BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4)) + 8L > file.Length)
            throw new InvalidDataException(MediaWindow.EndsEarly);
        return Read(header);
    }

    private static MediaSize Read(ReadOnlySpan<byte> header)
    {
        ReadOnlySpan<byte> chunk = header.Slice(12, 4);
        if (chunk.SequenceEqual("VP8 "u8) && header[23..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
        {
            return new(
                BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(header[28..]) & 0x3FFF);
        }

        if (chunk.SequenceEqual("VP8L"u8) && header[20] == 0x2F)
        {
            uint bits = BinaryPrimitives.ReadUInt32LittleEndian(header[21..]);
            return new((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
        }

        if (!chunk.SequenceEqual("VP8X"u8))
            throw new InvalidDataException("The file is broken: it begins as a WebP and has no picture.");
        return (header[20] & IsAnimated) == 0
            ? new(Number24(header[24..]) + 1, Number24(header[27..]) + 1)
            : throw new InvalidDataException("It is a WebP that moves; WB takes only pictures that do not.");
    }

    private static int Number24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
