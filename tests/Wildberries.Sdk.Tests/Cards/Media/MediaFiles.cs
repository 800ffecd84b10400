using System.Buffers.Binary;
using System.Text;

namespace Wildberries.Sdk.Tests.Cards.Media;

/// <summary>The headers of files of all kinds, written from the formats' own descriptions; what follows a header is left out.</summary>
internal static class MediaFiles
{
    public static byte[] Mp4 => [.. Box("ftyp", "isom\0\0\u0002\0isomiso2avc1mp41"), .. Box("free", ""), .. Box("mdat", "film"), .. Box("moov", "frames")];

    public static byte[] Mov => [.. Box("ftyp", "qt  \0\0\u0002\0qt  "), .. Box("wide", ""), .. LargeBox("mdat", "film"), .. Box("moov", "frames")];

    public static byte[] OldMov => [.. Box("moov", "frames"), .. Box("mdat", "film")];

    public static byte[] Heic => [.. Box("ftyp", "heic\0\0\0\0mif1heic"), .. Box("meta", "")];

    public static byte[] Png(int width = 900, int height = 1200) =>
        [0x89, .. "PNG\r\n\u001a\n"u8, .. Big(13), .. "IHDR"u8, .. Big(width), .. Big(height), 8, 2, 0, 0, 0, .. Big(0), .. Big(0), .. "IEND"u8, .. Big(0)];

    /// <param name="width">The width.</param>
    /// <param name="height">The height.</param>
    /// <param name="orientation">How Exif turns it; <see langword="null"/>: there is no Exif.</param>
    /// <param name="isLittle">Whether Exif has its low bytes first.</param>
    /// <param name="start">The marker of the picture: progressive ones have another.</param>
    public static byte[] Jpeg(int width = 900, int height = 1200, int? orientation = null, bool isLittle = false, byte start = 0xC0) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0"u8),
        .. orientation is { } turn ? Segment(0xE1, Exif(turn, isLittle)) : [],
        0xFF, .. Segment(0xDB, new byte[65]),
        .. Segment(0xC4, new byte[20]),
        .. Segment(start, [8, .. Big(height)[2..], .. Big(width)[2..], 1, 1, 0x11, 0]),
        .. Segment(0xDA, new byte[6]), 1, 2, 3, 0xFF, 0xD9,
    ];

    public static byte[] Bmp(int width = 900, int height = 1200) =>
        [.. "BM"u8, .. Little(58), .. Little(0), .. Little(54), .. Little(40), .. Little(width), .. Little(height), 1, 0, 24, 0, .. new byte[24], 1, 2, 3, 4];

    public static byte[] OldBmp(ushort width = 900, ushort height = 1200) =>
        [.. "BM"u8, .. Little(34), .. Little(0), .. Little(26), .. Little(12), .. Little(width)[..2], .. Little(height)[..2], 1, 0, 24, 0, .. new byte[8]];

    public static byte[] Gif(int width = 900, int height = 1200, int images = 1)
    {
        byte[] size = [.. Little(width)[..2], .. Little(height)[..2]];
        IEnumerable<byte> image = [0x21, 0xF9, 4, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, .. size, 0x80, 1, 2, 3, 4, 5, 6, 2, 3, 9, 9, 9, 0];
        byte[] loop = [0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0];
        return [.. "GIF89a"u8, .. size, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, .. loop, .. Enumerable.Repeat(image, images).SelectMany(one => one), 0x3B];
    }

    public static byte[] LossyWebP(int width = 900, int height = 1200) =>
        Riff([.. "VP8 "u8, .. Little(20), 0x10, 0, 0, 0x9D, 0x01, 0x2A, .. Little(width)[..2], .. Little(height)[..2], .. new byte[10]]);

    public static byte[] LosslessWebP(int width = 900, int height = 1200) =>
        Riff([.. "VP8L"u8, .. Little(20), 0x2F, .. Little((width - 1) | ((height - 1) << 14)), .. new byte[15]]);

    public static byte[] ExtendedWebP(int width = 900, int height = 1200, bool moves = false) =>
        Riff([.. "VP8X"u8, .. Little(10), (byte)(moves ? 0x12 : 0x10), 0, 0, 0, .. Little(width - 1)[..3], .. Little(height - 1)[..3]]);

    public static byte[] Box(string type, string content) => [.. Big(8 + content.Length), .. Encoding.Latin1.GetBytes(type + content)];

    public static byte[] LargeBox(string type, string content) =>
        [.. Big(1), .. Encoding.Latin1.GetBytes(type), .. Big(0), .. Big(16 + content.Length), .. Encoding.Latin1.GetBytes(content)];

    public static byte[] Segment(byte marker, ReadOnlySpan<byte> content) => [0xFF, marker, .. Big(content.Length + 2)[2..], .. content];

    public static byte[] Exif(int orientation, bool isLittle)
    {
        byte[] Short(int number) => isLittle ? Little(number)[..2] : Big(number)[2..];
        byte[] Long(int number) => isLittle ? Little(number) : Big(number);
        return
        [
            .. "Exif\0\0"u8, .. isLittle ? "II"u8 : "MM"u8, .. Short(42), .. Long(8), .. Short(2),
            .. Short(0x010F), .. Short(2), .. Long(1), .. Long(0),
            .. Short(0x0112), .. Short(3), .. Long(1), .. Short(orientation), 0, 0, .. Long(0),
        ];
    }

    private static byte[] Riff(byte[] chunks) => [.. "RIFF"u8, .. Little(chunks.Length + 4), .. "WEBP"u8, .. chunks];

    private static byte[] Big(int number)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Little(int number)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
