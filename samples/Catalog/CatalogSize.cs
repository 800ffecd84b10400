namespace Catalog;

/// <summary>A size of a card; without a name for a product that has none.</summary>
internal sealed record CatalogSize
{
    public string? Name { get; init; }

    public string? RussianName { get; init; }

    public decimal? Price { get; init; }

    public IReadOnlyList<string> Barcodes { get; init; } = [];
}
