using System.Globalization;

namespace Wildberries.Sdk.Cards;

/// <summary>What the first bytes of a file tell about it, and whether WB takes such a file.</summary>
/// <remarks>
/// A file whose header is fine can still be broken further on: WB says so when it gets it. Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/mediaFiles"/>.
/// </remarks>
public sealed record CardMediaInfo
{
    /// <summary>What it is, by its bytes.</summary>
    public CardMediaFormat Format { get; init; }

    /// <summary>Whether it is a video.</summary>
    public bool IsVideo => Format is CardMediaFormat.Mov or CardMediaFormat.Mp4;

    /// <summary>How many bytes it has.</summary>
    public long Length { get; init; }

    /// <summary>How wide the picture is as it is shown, in pixels; <see langword="null"/>: a video, or the file does not say.</summary>
    public int? Width { get; init; }

    /// <summary>How high the picture is as it is shown, in pixels; <see langword="null"/>: a video, or the file does not say.</summary>
    public int? Height { get; init; }

    /// <summary>Why WB would not take the file; <see langword="null"/>: nothing is wrong as far as its header tells.</summary>
    public string? Problem { get; init; }

    /// <summary>Format and size in one line.</summary>
    /// <returns>For example <c>Jpeg, 900 x 1200, 483201 bytes</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Format}, {(Width is null ? "" : $"{Width} x {Height}, ")}{Length} bytes{(Problem is null ? "" : $": {Problem}")}");
}
