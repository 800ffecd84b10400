using System.Buffers.Binary;

namespace Wildberries.Sdk.Cards;

/// <summary>The header of a JPEG: a chain of segments, of which one tells the size, and another how the picture is turned.</summary>
internal static class JpegHeader
{
    // Large colour profiles and previews take some hundreds.
    private const int MaxSegments = 4096;
    private const int MaxTags = 512;
    private const int OrientationTag = 0x0112;

    private const string NoSize = "The file is broken: it begins as a JPEG and says no size of the picture.";

    public static async ValueTask<MediaSize> ReadAsync(MediaWindow file, CancellationToken cancellationToken)
    {
        bool isTurned = false;
        long at = 2;
        for (int i = 0; i < MaxSegments; i++)
        {
            ushort marker = BinaryPrimitives.ReadUInt16BigEndian((await file.ReadAsync(at, 2, cancellationToken).ConfigureAwait(false)).Span);
            switch (marker)
            {
                // A byte that fills.
                case 0xFFFF:
                    at++;
                    continue;

                // Markers without a segment.
                case 0xFF01 or (>= 0xFFD0 and <= 0xFFD8):
                    at += 2;
                    continue;

                // The picture itself, or its end, or no marker.
                case <= 0xFF00 or 0xFFD9 or 0xFFDA:
                    throw new InvalidDataException(NoSize);
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian((await file.ReadAsync(at + 2, 2, cancellationToken).ConfigureAwait(false)).Span);
            if (length < 2)
                throw new InvalidDataException(NoSize);
            if (marker is >= 0xFFC0 and <= 0xFFCF and not (0xFFC4 or 0xFFC8 or 0xFFCC))
            {
                ReadOnlyMemory<byte> sizes = await file.ReadAsync(at + 5, 4, cancellationToken).ConfigureAwait(false);
                return new(BinaryPrimitives.ReadUInt16BigEndian(sizes.Span[2..]), BinaryPrimitives.ReadUInt16BigEndian(sizes.Span), isTurned);
            }

            if (marker == 0xFFE1)
                isTurned |= await IsTurnedAsync(file, at + 4, length - 2, cancellationToken).ConfigureAwait(false);
            at += 2 + length;
        }

        throw new InvalidDataException(NoSize);
    }

    /// <summary>Whether Exif turns the picture by a quarter. What cannot be understood there turns nothing.</summary>
    private static async ValueTask<bool> IsTurnedAsync(MediaWindow file, long start, int length, CancellationToken cancellationToken)
    {
        long end = start + length;
        if (end > file.Length || length < 20)
            return false;
        byte[] head = (await file.ReadAsync(start, 14, cancellationToken).ConfigureAwait(false)).ToArray();
        bool isLittle = head.AsSpan(6).StartsWith("II"u8);
        if (!head.AsSpan().StartsWith("Exif\0\0"u8) || (!isLittle && !head.AsSpan(6).StartsWith("MM"u8)))
            return false;

        long at = start + 6 + Number(head.AsSpan(10), 4);
        if (at + 2 > end)
            return false;
        int tags = (int)Number((await file.ReadAsync(at, 2, cancellationToken).ConfigureAwait(false)).Span, 2);
        at += 2;
        for (int i = 0; i < Math.Min(tags, MaxTags) && at + 12 <= end; i++, at += 12)
        {
            ReadOnlyMemory<byte> tag = await file.ReadAsync(at, 12, cancellationToken).ConfigureAwait(false);
            if (Number(tag.Span, 2) == OrientationTag)
                return Number(tag.Span[8..], 2) is >= 5 and <= 8;
        }

        return false;

        uint Number(ReadOnlySpan<byte> bytes, int count) => (count, isLittle) switch
        {
            (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
            (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            _ => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        };
    }
}
