using System.Globalization;
using System.Text;

namespace Wildberries.Sdk.Testing;

/// <summary>A label with a number as text and as a barcode (Interleaved 2 of 5) that a scanner reads, in the formats of WB's stickers.</summary>
/// <param name="digits">The number.</param>
/// <param name="text">What stands under it: letters of ASCII.</param>
/// <param name="widthMm">The width in millimetres.</param>
/// <param name="heightMm">The height in millimetres.</param>
internal sealed class StickerImage(string digits, string text, int widthMm, int heightMm)
{
    private const int DotsPerMm = 10;

    // Which two of the five bars (or gaps) of a digit are wide.
    private static readonly string[] Patterns = ["nnwwn", "wnnnw", "nwnnw", "wwnnn", "nnwnw", "wnwnn", "nwwnn", "nnnww", "wnnwn", "nwnwn"];

    private readonly IReadOnlyList<(int From, int Width)> _bars = Bars(digits.Length % 2 == 0 ? digits : "0" + digits, widthMm * DotsPerMm);

    private int Width => widthMm * DotsPerMm;

    private int Height => heightMm * DotsPerMm;

    private int BarTop => Height / 8;

    private int BarBottom => Height * 5 / 8;

    public byte[] Write(string format) => format switch
    {
        "svg" => Encoding.UTF8.GetBytes(Svg()),
        "png" => Png(),
        "zplv" => Encoding.ASCII.GetBytes(Zpl("N")),
        "zplh" => Encoding.ASCII.GetBytes(Zpl("R")),
        "pdf" => Pdf(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format of a sticker."),
    };

    private string Svg()
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"0\" y=\"0\" width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>");
        foreach ((int from, int width) in _bars)
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{from}\" y=\"{BarTop}\" width=\"{width}\" height=\"{BarBottom - BarTop}\" fill=\"black\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width / 2}\" y=\"{Height * 7 / 8}\" font-family=\"sans-serif\" font-size=\"{Height / 8}\" text-anchor=\"middle\">{text}</text></svg>");
        return svg.ToString();
    }

    // 203 dots an inch: 8 a millimetre.
    private string Zpl(string orientation) => string.Create(
        CultureInfo.InvariantCulture,
        $"^XA\n^PW{widthMm * 8}\n^LL{heightMm * 8}\n^CI28\n^FO24,24^BY2^B2{orientation},{heightMm * 4},N,N,N^FD{digits}^FS\n^FO24,{heightMm * 6}^A0{orientation},32,32^FD{text}^FS\n^XZ\n");

    private byte[] Png()
    {
        int stride = (Width + 7) / 8;
        byte[] white = new byte[stride], bars = new byte[stride];
        white.AsSpan().Fill(0xFF);
        bars.AsSpan().Fill(0xFF);
        foreach ((int from, int width) in _bars)
        {
            for (int x = from; x < from + width; x++)
                bars[x / 8] &= (byte)~(0x80 >> (x % 8));
        }

        return PngFile.Write(Width, Height, y => y >= BarTop && y < BarBottom ? bars : white);
    }

    private byte[] Pdf()
    {
        // 72 points an inch.
        static string Points(double dots) => (dots / DotsPerMm / 25.4 * 72).ToString("0.##", CultureInfo.InvariantCulture);
        var content = new StringBuilder();
        foreach ((int from, int width) in _bars)
            content.Append(CultureInfo.InvariantCulture, $"{Points(from)} {Points(Height - BarBottom)} {Points(width)} {Points(BarBottom - BarTop)} re f\n");
        content.Append(CultureInfo.InvariantCulture, $"BT /F1 10 Tf {Points(Width / 8d)} {Points(Height / 8d)} Td ({text}) Tj ET\n");
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Points(Width)} {Points(Height)}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length} >>\nstream\n{content}endstream"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (int i = 0; i < objects.Length; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        int start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (int offset in offsets)
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    private static List<(int From, int Width)> Bars(string digits, int width)
    {
        // Start, a pair of digits in five bars and the five gaps between them, stop; a wide one is three narrow ones.
        var steps = new List<int> { 1, 1, 1, 1 };
        for (int i = 0; i < digits.Length; i += 2)
        {
            string bars = Patterns[digits[i] - '0'], gaps = Patterns[digits[i + 1] - '0'];
            for (int k = 0; k < 5; k++)
            {
                steps.Add(bars[k] == 'w' ? 3 : 1);
                steps.Add(gaps[k] == 'w' ? 3 : 1);
            }
        }

        steps.AddRange([3, 1, 1]);
        int narrow = Math.Max(1, width * 9 / 10 / steps.Sum()), x = (width - (narrow * steps.Sum())) / 2;
        var result = new List<(int From, int Width)>();
        for (int i = 0; i < steps.Count; i++)
        {
            if (i % 2 == 0)
                result.Add((x, steps[i] * narrow));
            x += steps[i] * narrow;
        }

        return result;
    }
}
