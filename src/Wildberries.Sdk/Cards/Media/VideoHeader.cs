using System.Buffers.Binary;
using System.Text;

namespace Wildberries.Sdk.Cards;

/// <summary>The boxes of MOV and MP4, which are built alike: the brand, and a film that is there to its end.</summary>
internal static class VideoHeader
{
    // Before the film's own box stand a few; files in fragments have it first.
    private const int MaxBoxes = 1000;

    private static readonly string[] StillBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"];
    private static readonly string[] OtherBrands = ["M4A ", "M4B ", "M4P ", "crx ", "jxl ", "jp2 ", "3gp4", "3gp5", "3gp6", "3g2a"];

    /// <summary>What a file is that may have boxes, by its first 12 bytes.</summary>
    public static CardMediaFormat FormatOf(ReadOnlySpan<byte> start)
    {
        switch (Encoding.Latin1.GetString(start.Slice(4, 4)))
        {
            case "ftyp":
                string brand = BrandOf(start);
                return brand == "qt  " ? CardMediaFormat.Mov
                    : StillBrands.Contains(brand) || OtherBrands.Contains(brand) ? CardMediaFormat.Unknown
                    : CardMediaFormat.Mp4;

            // MOV from before there were brands.
            case "moov" or "mdat" or "wide" or "free" or "skip" or "pnot":
                return CardMediaFormat.Mov;
            default:
                return CardMediaFormat.Unknown;
        }
    }

    /// <summary>Whether it is a picture in boxes, as telephones make them.</summary>
    public static bool IsStill(ReadOnlySpan<byte> start) => start[4..].StartsWith("ftyp"u8) && StillBrands.Contains(BrandOf(start));

    /// <summary>Goes through the boxes as far as the film's own.</summary>
    /// <exception cref="InvalidDataException">There is none, or a box goes beyond the end of the file.</exception>
    public static async ValueTask CheckAsync(MediaWindow file, CancellationToken cancellationToken)
    {
        long at = 0;
        for (int i = 0; i < MaxBoxes && at < file.Length; i++)
        {
            byte[] header = (await file.ReadAsync(at, 8, cancellationToken).ConfigureAwait(false)).ToArray();
            ulong size = BinaryPrimitives.ReadUInt32BigEndian(header);
            ulong least = 8;
            if (size == 1)
            {
                size = BinaryPrimitives.ReadUInt64BigEndian((await file.ReadAsync(at + 8, 8, cancellationToken).ConfigureAwait(false)).Span);
                least = 16;
            }

            // The last box may leave its size open.
            if (size == 0)
                size = (ulong)(file.Length - at);
            if (size < least)
                break;
            if (size > (ulong)(file.Length - at))
                throw new InvalidDataException(MediaWindow.EndsEarly);
            if (header.AsSpan(4).SequenceEqual("moov"u8))
                return;
            at += (long)size;
        }

        throw new InvalidDataException("The file is broken: it begins as a video and has no film.");
    }

    private static string BrandOf(ReadOnlySpan<byte> start) => Encoding.Latin1.GetString(start.Slice(8, 4));
}
