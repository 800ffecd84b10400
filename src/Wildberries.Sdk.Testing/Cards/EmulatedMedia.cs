namespace Wildberries.Sdk.Testing;

/// <summary>A picture or the video of a card.</summary>
public sealed record EmulatedMedia
{
    /// <summary>What it is, for example <c>image/jpeg</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>The bytes; empty if <see cref="EmulatedCards.KeepsMediaContent"/> says so.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Makes a white picture that WB takes, a few hundred bytes of PNG.</summary>
    /// <param name="width">The width, in pixels.</param>
    /// <param name="height">The height, in pixels.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than 1.</exception>
    public static EmulatedMedia Picture(int width = 900, int height = 1200)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        byte[] row = new byte[(width + 7) / 8];
        row.AsSpan().Fill(0xFF);
        return new EmulatedMedia { ContentType = "image/png", Content = PngFile.Write(width, height, _ => row) };
    }

    /// <inheritdoc/>
    public override string ToString() => $"{ContentType}, {Content.Length} bytes";
}
