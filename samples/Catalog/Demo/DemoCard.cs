namespace Catalog.Demo;

/// <summary>A line of the catalogue that is made up, as its cells have it.</summary>
internal sealed record DemoCard
{
    public required string Article { get; init; }

    public required string Subject { get; init; }

    public string Group { get; init; } = "";

    public required string Title { get; init; }

    public required string Description { get; init; }

    public string Sizes { get; init; } = "";

    public string Barcodes { get; init; } = "";

    public required int Price { get; init; }

    /// <summary>Length, width and height of the packaging, in centimetres.</summary>
    public required (int Length, int Width, int Height) Sides { get; init; }

    public required string Weight { get; init; }

    public string Marked { get; init; } = "";

    public required string Color { get; init; }

    public string Country { get; init; } = "";

    public string Composition { get; init; } = "";

    public string Volume { get; init; } = "";

    public string Gender { get; init; } = "";

    public string Season { get; init; } = "";

    public required IReadOnlyList<string> Pictures { get; init; }
}
