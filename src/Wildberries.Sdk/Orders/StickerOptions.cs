using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Orders;

/// <summary>Which stickers are asked for.</summary>
public sealed record StickerOptions
{
    /// <summary><see cref="StickerFormat.Svg"/>, <see cref="StickerFormat.Png"/>, <see cref="StickerFormat.ZplVertical"/> or <see cref="StickerFormat.ZplHorizontal"/>.</summary>
    /// <value>The default is <see cref="StickerFormat.Svg"/>.</value>
    public StickerFormat Format { get; init; } = StickerFormat.Svg;

    /// <summary>The size.</summary>
    /// <value>The default is <see cref="StickerSize.Width58Height40"/>.</value>
    public StickerSize Size { get; init; }

    /// <summary>The width in millimetres.</summary>
    internal int Width => Size == StickerSize.Width40Height30 ? 40 : 58;

    /// <summary>The height in millimetres.</summary>
    internal int Height => Size == StickerSize.Width40Height30 ? 30 : 40;

    /// <summary>Refuses what WB would refuse.</summary>
    /// <param name="name">The argument.</param>
    internal void Check(string name)
    {
        if (Format != StickerFormat.Svg && Format != StickerFormat.Png && !Format.IsZpl())
            throw new ArgumentException($"The format is \"{SafeText.Given(Format.ToString())}\"; WB takes svg, png, zplv, zplh.", name);
        if (!Enum.IsDefined(Size))
            throw new ArgumentOutOfRangeException(name, Size, "WB has stickers of 58x40 and of 40x30 millimetres.");
    }
}
