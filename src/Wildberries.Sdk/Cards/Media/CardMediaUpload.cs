using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>The files that one card is to get.</summary>
public sealed record CardMediaUpload
{
    /// <summary>The product's number at WB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public required long NmId { get; init => field = Argument.Id(value, nameof(NmId)); }

    /// <summary>
    /// The files. Those with a number go first, in the order of their numbers; then those without one, in the order in which they stand here; the video goes last.
    /// </summary>
    /// <exception cref="ArgumentException">A file is <see langword="null"/>.</exception>
    public required IReadOnlyList<CardMediaFile> Files
    {
        get;
        init => field = value is null || value.Contains(null!)
            ? throw new ArgumentException("The list, or a file of it, is null.", nameof(Files))
            : value;
    }
}
