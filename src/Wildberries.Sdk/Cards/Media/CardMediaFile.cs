using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>A picture or the video for a card: where its bytes come from, and which place it is to have. The bytes are read when they are sent, and never all at once.</summary>
/// <remarks>
/// WB takes pictures in JPG, PNG, BMP, WebP and GIF that do not move, of at least 700 x 900 pixels and at most 32 MB, and videos in MOV and MP4 of at most 50 MB.
/// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/mediaFiles"/>.
/// </remarks>
public sealed class CardMediaFile
{
    private readonly Func<CancellationToken, ValueTask<Stream>> _open;

    private CardMediaFile(string name, Func<CancellationToken, ValueTask<Stream>> open, int? number)
    {
        if (number is < 1 or > CardRules.MaxPhotos)
        {
            throw new ArgumentOutOfRangeException(
                nameof(number), number, FormattableString.Invariant($"The number of a picture is from 1 to {CardRules.MaxPhotos}; without one it is added."));
        }

        Name = name;
        Number = number;
        _open = open;
    }

    /// <summary>The file's name, without folders.</summary>
    public string Name { get; }

    /// <summary>
    /// Which picture of the card it is to be, from 1 to 30: one that is there is replaced. <see langword="null"/>: it comes after those that are there. The number of
    /// a video is always 1, and takes no picture's place.
    /// </summary>
    public int? Number { get; }

    /// <summary>Takes a file from disk.</summary>
    /// <param name="path">The file's path. It is opened when it is checked, and again when it is sent.</param>
    /// <param name="number">Which picture it is to be (<see cref="Number"/>); <see langword="null"/>: it is added.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentException">The path is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is not from 1 to 30.</exception>
    public static CardMediaFile FromFile(string path, int? number = null)
    {
        Argument.Text(path);
        return new CardMediaFile(
            Path.GetFileName(path), _ => new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true)), number);
    }

    /// <summary>Takes a file from anywhere.</summary>
    /// <param name="name">The file's name, for WB and for the result.</param>
    /// <param name="open">
    /// Opens a new stream that knows its length and can be sought. It is called when the file is checked and each time when it is sent; each stream is disposed of.
    /// </param>
    /// <param name="number">Which picture it is to be (<see cref="Number"/>); <see langword="null"/>: it is added.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is not from 1 to 30.</exception>
    public static CardMediaFile FromStream(string name, Func<CancellationToken, ValueTask<Stream>> open, int? number = null)
    {
        Argument.Text(name);
        ArgumentNullException.ThrowIfNull(open);
        return new CardMediaFile(name, open, number);
    }

    /// <summary>Looks at the file's header, without any request: what it is, and whether WB takes it.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>What it is. A file that cannot be read, is broken, or does not fit has a <see cref="CardMediaInfo.Problem"/>.</returns>
    public Task<CardMediaInfo> CheckAsync(CancellationToken cancellationToken = default) => MediaHeader.CheckAsync(_open, cancellationToken);

    internal ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => _open(cancellationToken);

    /// <summary>Name and number.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => Number is null ? Name : FormattableString.Invariant($"{Name} as {Number}");
}
