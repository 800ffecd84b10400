using Wildberries.Sdk.Cards;

namespace Catalog;

/// <summary>A line of the file on its way to WB.</summary>
internal sealed class CatalogCard(CatalogRow row)
{
    public CatalogRow Row => row;

    public long SubjectId { get; set; }

    /// <summary>What is sent; <see langword="null"/>: the line cannot be made a card.</summary>
    public NewCard? Card { get; set; }

    /// <summary>Why it is not sent.</summary>
    public List<string> Faults { get; } = [.. row.Faults];

    /// <summary>What WB may not like, but takes.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>What is known of it at WB, from this run or an earlier one.</summary>
    public CardCreationRow? Creation { get; set; }

    /// <summary>How many pictures the card has at WB, as far as is known.</summary>
    public int PictureCount { get; set; }

    /// <summary>Why not all of its pictures are there.</summary>
    public string? PictureFault { get; set; }

    /// <summary>Whether WB shows it.</summary>
    public bool IsThere => Creation?.Outcome is CardCreationOutcome.Created or CardCreationOutcome.Exists;

    /// <summary>Whether WB has it or may have it: it is not sent again.</summary>
    public bool MayBeThere => IsThere || Creation?.Outcome is CardCreationOutcome.Unknown or CardCreationOutcome.Processing;

    /// <summary>Whether the card and its pictures are there. One that was there before keeps the pictures that it has.</summary>
    public bool IsDone => IsThere && PictureFault is null
        && (PictureCount >= row.Pictures.Count || (Creation!.Outcome == CardCreationOutcome.Exists && PictureCount > 0));

    /// <summary>What became of it, in one word or two.</summary>
    public string Outcome => Creation?.Outcome switch
    {
        CardCreationOutcome.Created => "created",
        CardCreationOutcome.Exists => "was there",
        CardCreationOutcome.Unknown => "unknown",
        CardCreationOutcome.Processing => "WB works on it",
        CardCreationOutcome.Refused => "refused",
        _ => Faults.Count > 0 ? "refused" : "not sent",
    };

    /// <summary>Why it is not done, in WB's words where WB has any.</summary>
    public string Reason => string.Join("; ", [.. IsThere ? [] : Faults, .. new[] { Creation?.Reason, PictureFault }.OfType<string>()]);
}
