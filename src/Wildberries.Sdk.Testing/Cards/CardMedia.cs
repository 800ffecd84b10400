using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Wildberries.Sdk.Testing;

/// <summary>The files of cards: what WB takes, and where it gives them back.</summary>
internal static class CardMedia
{
    public const int MaxPhotos = 30;
    public const string Playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10.0,\n0.ts\n#EXT-X-ENDLIST\n";
    private const int MaxPhoto = 32 * 1024 * 1024;
    private const int MaxVideo = 50 * 1024 * 1024;
    private const int MinWidth = 700;
    private const int MinHeight = 900;

    public static readonly string[] PhotoSizes = ["big", "c246x328", "c516x688", "square", "tm"];

    public static string PhotoPath(long nmId, int number, string size) =>
        string.Create(CultureInfo.InvariantCulture, $"basket-10/vol{nmId / 100_000}/part{nmId / 1000}/{nmId}/images/{size}/{number}.webp");

    public static string VideoPath(long nmId) =>
        string.Create(CultureInfo.InvariantCulture, $"videonme-basket-12/vol{nmId % 144}/part{nmId / 10_000}/{nmId}/hls/1440p/index.m3u8");

    /// <summary>Which card a path belongs to, and to which of its pictures (0: the video).</summary>
    public static (long NmId, int Number)? Parse(string path)
    {
        string[] parts = path.Split('/');
        if (parts.Length != 7 || !long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out long nmId))
            return null;
        if (path == VideoPath(nmId) || path == VideoPath(nmId).Replace("index.m3u8", "0.ts", StringComparison.Ordinal))
            return (nmId, 0);
        return PhotoSizes.Contains(parts[5])
            && int.TryParse(Path.GetFileNameWithoutExtension(parts[6]), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && path == PhotoPath(nmId, number, parts[5]) ? (nmId, number) : null;
    }

    /// <summary>What a file is, by its bytes; <see langword="null"/> and WB's words if WB does not take it.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> file, out string? problem)
    {
        problem = null;
        if (IsVideo(file))
        {
            if (file.Length > MaxVideo)
                problem = "Размер видео превышает 50 Мб";
            return problem is null ? "video/mp4" : null;
        }

        if (Picture(file) is not (var type, var width, var height))
            problem = "Недопустимый формат файла";
        else if (file.Length > MaxPhoto)
            problem = "Размер изображения превышает 32 Мб";
        else if (width < MinWidth || height < MinHeight)
            problem = "Разрешение изображения меньше 700x900";
        else if (type == "image/gif" && IsAnimated(file))
            problem = "Недопустимый формат файла: анимированный GIF";
        else
            return type;
        return null;
    }

    private static (string Type, int Width, int Height)? Picture(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30)
            return null;
        if (file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
            return ("image/png", BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]));
        if (file.StartsWith("BM"u8))
            return ("image/bmp", BinaryPrimitives.ReadInt32LittleEndian(file[18..]), Math.Abs(BinaryPrimitives.ReadInt32LittleEndian(file[22..])));
        if (file.StartsWith("GIF8"u8))
            return ("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..]));
        if (file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8))
            return WebP(file);
        return file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? Jpeg(file) : null;
    }

    private static (string Type, int Width, int Height)? WebP(ReadOnlySpan<byte> file)
    {
        const string Type = "image/webp";
        switch (Encoding.ASCII.GetString(file.Slice(12, 4)))
        {
            case "VP8 ":
                return (Type, BinaryPrimitives.ReadUInt16LittleEndian(file[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(file[28..]) & 0x3FFF);
            case "VP8L":
                uint bits = BinaryPrimitives.ReadUInt32LittleEndian(file[21..]);
                return (Type, (int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
            case "VP8X":
                return (Type, (file[24] | (file[25] << 8) | (file[26] << 16)) + 1, (file[27] | (file[28] << 8) | (file[29] << 16)) + 1);
            default:
                return null;
        }
    }

    private static (string Type, int Width, int Height)? Jpeg(ReadOnlySpan<byte> file)
    {
        for (int at = 2; at + 9 < file.Length && file[at] == 0xFF;)
        {
            byte marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return ("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return null;
    }

    // More than one image in the file.
    private static bool IsAnimated(ReadOnlySpan<byte> gif)
    {
        int images = 0;
        int at = 13 + TableSize(gif[10]);
        while (at < gif.Length && images < 2)
        {
            if (gif[at] == 0x21)
            {
                at = SkipBlocks(gif, at + 2);
            }
            else if (gif[at] == 0x2C && at + 10 < gif.Length)
            {
                images++;
                at = SkipBlocks(gif, at + 11 + TableSize(gif[at + 9]));
            }
            else
            {
                break;
            }
        }

        return images > 1;

        static int TableSize(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

        static int SkipBlocks(ReadOnlySpan<byte> gif, int at)
        {
            while (at < gif.Length && gif[at] != 0)
                at += gif[at] + 1;
            return at + 1;
        }
    }

    private static bool IsVideo(ReadOnlySpan<byte> file) =>
        file.Length >= 12 && (file[4..].StartsWith("ftyp"u8) || file[4..].StartsWith("moov"u8) || file[4..].StartsWith("mdat"u8));
}
