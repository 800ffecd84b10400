namespace Wildberries.Sdk.Cards;

/// <summary>What a file is by its bytes, whatever its name says.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/mediaFiles"/>.</remarks>
public enum CardMediaFormat
{
    /// <summary>None of those that WB takes.</summary>
    Unknown = 0,

    /// <summary>A JPEG picture.</summary>
    Jpeg = 1,

    /// <summary>A PNG picture.</summary>
    Png = 2,

    /// <summary>A BMP picture.</summary>
    Bmp = 3,

    /// <summary>A GIF picture; WB takes it if it does not move.</summary>
    Gif = 4,

    /// <summary>A WebP picture; WB takes it if it does not move.</summary>
    WebP = 5,

    /// <summary>A MOV video.</summary>
    Mov = 6,

    /// <summary>An MP4 video.</summary>
    Mp4 = 7,
}
