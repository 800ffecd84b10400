namespace Wildberries.Sdk.Orders;

/// <summary>What formats of stickers mean.</summary>
internal static class StickerFormatExtensions
{
    /// <summary>Whether a label printer takes it as it is.</summary>
    public static bool IsZpl(this StickerFormat format) => format == StickerFormat.ZplVertical || format == StickerFormat.ZplHorizontal;

    /// <summary>The ending of a file's name, without the dot.</summary>
    public static string FileExtension(this StickerFormat format) => format.IsZpl() ? "zpl" : format.Value;
}
