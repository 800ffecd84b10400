using System.Globalization;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Orders;

/// <summary>Stickers, and what became of those that there are none of: each thing that was asked for stands in one of the lists.</summary>
/// <typeparam name="TId">What they are known by: <see langword="long"/> for orders, <see langword="string"/> for boxes.</typeparam>
public sealed record StickerResult<TId>
    where TId : notnull
{
    private static readonly byte[] LineEnd = [(byte)'\n'];

    /// <summary>The format of the stickers.</summary>
    public required StickerFormat Format { get; init; }

    /// <summary>The stickers, in the order in which they were asked for.</summary>
    public IReadOnlyList<Sticker<TId>> Stickers { get; init; } = [];

    /// <summary>What WB left out: an order that is not in <c>confirm</c> or <c>complete</c>, for example.</summary>
    public IReadOnlyList<TId> Missing { get; init; } = [];

    /// <summary>
    /// What WB refuses, with the reason: an order without its customs declaration. Of many that fail their batches some may be named for others' fault
    /// (<see cref="StickerRefusal{TId}.IsSuspected"/>).
    /// </summary>
    public IReadOnlyList<StickerRefusal<TId>> Refused { get; init; } = [];

    /// <summary>What WB is still making: cross-border orders that wait for a track number. Ask again later.</summary>
    public IReadOnlyList<TId> NotReady { get; init; } = [];

    /// <summary>Writes all stickers as one program for a label printer, in their order.</summary>
    /// <param name="destination">Where it is written: a file, or the connection to the printer.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>The task.</returns>
    /// <exception cref="InvalidOperationException">The stickers are not ZPL.</exception>
    public async Task WriteZplAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (!Format.IsZpl())
            throw new InvalidOperationException($"The stickers are \"{SafeText.Given(Format.ToString())}\": ask for {StickerFormat.ZplVertical} or {StickerFormat.ZplHorizontal}.");
        foreach (Sticker<TId> sticker in Stickers)
        {
            await destination.WriteAsync(sticker.Content, cancellationToken).ConfigureAwait(false);
            if (sticker.Content.Span is not [.., (byte)'\n'])
                await destination.WriteAsync(LineEnd, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes each sticker to a file of its own, named after what it is for: <c>13833711.svg</c>. A file of that name is replaced.</summary>
    /// <param name="folder">The folder; it is made if it is not there.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>The paths, in the order of the stickers.</returns>
    public async Task<IReadOnlyList<string>> SaveAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Directory.CreateDirectory(folder);
        var paths = new List<string>();
        foreach (Sticker<TId> sticker in Stickers)
        {
            string path = Path.Combine(folder, FileName(sticker.Id) + "." + sticker.Format.FileExtension());
            var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
            await using (file.ConfigureAwait(false))
                await file.WriteAsync(sticker.Content, cancellationToken).ConfigureAwait(false);
            paths.Add(path);
        }

        return paths;
    }

    /// <summary>How many stickers there are, and how many of what was asked for have none.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"StickerResult {{ Format = {Format}, Stickers = {Stickers.Count}, Missing = {Missing.Count}, Refused = {Refused.Count}, NotReady = {NotReady.Count} }}");

    // Ids are WB's own, but a path made of them must not lead anywhere else.
    private static string FileName(TId id) =>
        string.Concat((Convert.ToString(id, CultureInfo.InvariantCulture) ?? "").Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_'));
}
