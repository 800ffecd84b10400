namespace Catalog;

/// <summary>A card as a line of the file says it.</summary>
internal sealed record CatalogRow
{
    public required int Line { get; init; }

    public string Article { get; init; } = "";

    public string Subject { get; init; } = "";

    /// <summary>Cards of one group are merged; empty: a card by itself.</summary>
    public string Group { get; init; } = "";

    public string Title { get; init; } = "";

    public string Description { get; init; } = "";

    public string Brand { get; init; } = "";

    public IReadOnlyList<CatalogSize> Sizes { get; init; } = [];

    /// <summary>In centimetres, as the file says it.</summary>
    public int? Length { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    /// <summary>In kilograms.</summary>
    public decimal? Weight { get; init; }

    public bool IsMarked { get; init; }

    /// <summary>The values by the name of the characteristic.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Characteristics { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The files, in their order.</summary>
    public IReadOnlyList<string> Pictures { get; init; } = [];

    /// <summary>What cannot be read in the line.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
