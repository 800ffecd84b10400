using System.Buffers.Text;
using System.Text;

namespace Wildberries.Sdk.Orders;

/// <summary>A sticker as WB sends it.</summary>
internal sealed record ReceivedSticker<TId>
    where TId : notnull
{
    public required TId Id { get; init; }

    public string? File { get; init; }

    public string? PartA { get; init; }

    public string? PartB { get; init; }

    public string? Barcode { get; init; }

    public string? ParcelId { get; init; }

    public bool IsReady { get; init; } = true;

    /// <summary>The sticker, ready to be printed; <see langword="null"/>: WB sent no file, or one that cannot be read.</summary>
    public Sticker<TId>? Decode(StickerFormat format) => Bytes() is { Length: > 0 } content && !IsPage(content, format)
        ? new Sticker<TId> { Id = Id, Format = format, Content = content, PartA = PartA, PartB = PartB, Barcode = Barcode, ParcelId = ParcelId }
        : null;

    // What something on the way may send in a sticker's place: a page, or JSON. Markup is SVG's alone.
    private static bool IsPage(ReadOnlySpan<byte> content, StickerFormat format)
    {
        ReadOnlySpan<byte> start = content.TrimStart("\uFEFF \t\r\n"u8);
        start = start[..Math.Min(start.Length, 14)];
        return start switch
        {
            [(byte)'{', ..] => true,
            [(byte)'<', ..] => format != StickerFormat.Svg
                || Encoding.ASCII.GetString(start) is var text && (Begins(text, "<html") || Begins(text, "<!doctype html")),
            _ => false,
        };

        static bool Begins(string text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);
    }

    // Base64 by WB's documents; some answers have the text itself, which Base64 cannot begin with.
    private byte[]? Bytes()
    {
        if (string.IsNullOrEmpty(File))
            return null;
        if (File[0] is '<' or '^' or '~')
            return Encoding.UTF8.GetBytes(File);
        return Base64.IsValid(File) ? Convert.FromBase64String(File) : null;
    }
}
