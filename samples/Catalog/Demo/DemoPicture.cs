using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Catalog.Demo;

/// <summary>A picture of a product that nobody sells: a plain ground, and stripes that tell one picture from another. A kilobyte of PNG.</summary>
internal static class DemoPicture
{
    /// <summary>What WB takes at least.</summary>
    public const int Width = 700;

    public const int Height = 900;

    private const int Stripes = 12;

    /// <param name="color">The colour of the product, as 0xRRGGBB.</param>
    /// <param name="number">Which picture it is: its bits are the stripes.</param>
    /// <param name="width">The width in pixels.</param>
    /// <param name="height">The height in pixels.</param>
    public static byte[] Make(int color, int number, int width = Width, int height = Height)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

        // One byte a pixel, which is a number in the palette.
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3);
        Write(png, "IHDR", header);
        Write(png, "PLTE", [0xF4, 0xF4, 0xF4, (byte)(color >> 16), (byte)(color >> 8), (byte)color]);
        Write(png, "IDAT", Pixels(number, width, height));
        Write(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Pixels(int number, int width, int height)
    {
        using var pixels = new MemoryStream();
        using (var deflate = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] row = new byte[1 + width];
            for (int y = 0; y < height; y++)
            {
                for (int x = 0; x < width; x++)
                    row[1 + x] = IsColored(number, x * 10 / width, y * 2 * Stripes / height) ? (byte)1 : (byte)0;
                deflate.Write(row);
            }
        }

        return pixels.ToArray();
    }

    // A tenth of the width is left at each side; between two stripes is a gap.
    private static bool IsColored(int number, int column, int band) => column is > 0 and < 9 && (band % 2 == 0 || ((number >> (band / 2)) & 1) == 1);

    private static void Write(MemoryStream png, string type, byte[] data)
    {
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(typed);
        BinaryPrimitives.WriteUInt32BigEndian(number, CheckSum(typed));
        png.Write(number);
    }

    private static uint CheckSum(byte[] data)
    {
        uint sum = uint.MaxValue;
        foreach (byte one in data)
        {
            sum ^= one;
            for (int bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320);
        }

        return ~sum;
    }
}
