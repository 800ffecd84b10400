using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Samples.Tests;

/// <summary>The bars of stickers, as the emulator draws them and as pages of a PDF have them: a line of dots across them.</summary>
internal static partial class StickerPictures
{
    private const int Width = 580;
    private const int Height = 400;
    private const int Line = Height / 3;

    /// <summary>Of a picture of one bit a dot.</summary>
    public static string BarsOfPng(byte[] png)
    {
        const int Stride = 1 + ((Width + 7) / 8);
        int data = png.AsSpan().IndexOf("IDAT"u8);
        byte[] rows = Inflate(png.AsSpan(data + 4));
        return string.Concat(Enumerable.Range(0, Width).Select(x => (rows[(Line * Stride) + 1 + (x / 8)] >> (7 - (x % 8)) & 1) == 0 ? '|' : ' '));
    }

    /// <summary>Of all pages, in their order.</summary>
    public static IEnumerable<string> BarsOfPages(byte[] pdf)
    {
        string text = Encoding.Latin1.GetString(pdf);
        Dictionary<int, string> objects = Object().Matches(text).ToDictionary(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match => match.Groups[2].Value);
        string pages = objects.Values.Single(one => one.Contains("/Type /Pages", StringComparison.Ordinal));
        foreach (Match page in Reference().Matches(Kids().Match(pages).Groups[1].Value))
        {
            string picture = objects[Number(Picture().Match(objects[Number(page)]))];
            int start = picture.IndexOf("stream", StringComparison.Ordinal) + "stream\n".Length;
            byte[] dots = Inflate(Encoding.Latin1.GetBytes(picture[start..]));
            int bytes = dots.Length / (Width * Height);
            yield return string.Concat(Enumerable.Range(0, Width).Select(x => dots[((Line * Width) + x) * bytes] < 128 ? '|' : ' '));
        }

        static int Number(Match match) => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static byte[] Inflate(ReadOnlySpan<byte> data)
    {
        using var inflated = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
        zlib.CopyTo(inflated);
        return inflated.ToArray();
    }

    [GeneratedRegex(@"(?<=\n|^)(\d+) 0 obj\n(.*?)\nendobj", RegexOptions.Singleline)]
    private static partial Regex Object();

    [GeneratedRegex(@"/Kids \[([^\]]*)\]")]
    private static partial Regex Kids();

    [GeneratedRegex(@"(\d+) 0 R")]
    private static partial Regex Reference();

    [GeneratedRegex(@"/XObject <</\w+ (\d+) 0 R")]
    private static partial Regex Picture();
}
