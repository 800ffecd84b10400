using SkiaSharp;
using Wildberries.Sdk.Orders;

namespace FbsPacker;

/// <summary>Stickers as pages of 58x40 mm, which a label printer takes as they are.</summary>
internal static class StickerPdf
{
    private const float Millimetre = 72 / 25.4f;

    public static void Write<TId>(string path, IEnumerable<Sticker<TId>> stickers)
        where TId : notnull
    {
        var page = new SKRect(0, 0, 58 * Millimetre, 40 * Millimetre);
        using var document = SKDocument.CreatePdf(path);
        foreach (Sticker<TId> sticker in stickers)
        {
            using var picture = SKImage.FromEncodedData(sticker.Content.Span);
            document.BeginPage(page.Width, page.Height).DrawImage(picture, page);
            document.EndPage();
        }

        document.Close();
    }
}
