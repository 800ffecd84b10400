namespace Wildberries.Sdk.Orders;

/// <summary>A sticker, ready to be printed.</summary>
/// <typeparam name="TId">What it is known by: <see langword="long"/> for an order, <see langword="string"/> for a box.</typeparam>
public sealed record Sticker<TId>
    where TId : notnull
{
    /// <summary>What it is for: the number of the order, or the id of the box.</summary>
    public required TId Id { get; init; }

    /// <summary>The format of <see cref="Content"/>.</summary>
    public required StickerFormat Format { get; init; }

    /// <summary>The sticker itself: the file, or the printer's program.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The first part of the sticker's number, printed small; <see langword="null"/>: it has no number.</summary>
    public string? PartA { get; init; }

    /// <summary>The second part of the sticker's number, printed large: by it pickers find the order.</summary>
    public string? PartB { get; init; }

    /// <summary>What the sticker's code holds.</summary>
    public string? Barcode { get; init; }

    /// <summary>The track number of a cross-border parcel; <see langword="null"/> for others.</summary>
    public string? ParcelId { get; init; }

    /// <summary>What it is for, and its number.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"Sticker {{ Id = {Id}, Format = {Format}, PartA = {PartA}, PartB = {PartB} }}";
}
