namespace Wildberries.Sdk.Testing;

/// <summary>A product that emulated campaigns may promote.</summary>
public sealed record EmulatedAdvertProduct
{
    /// <summary>The product's number at WB.</summary>
    public required long NmId { get; init; }

    /// <summary>The product's name.</summary>
    public string Title { get; init; } = "Товар";

    /// <summary>The subject that it belongs to.</summary>
    public long SubjectId { get; init; } = 1;

    /// <summary>The name of the subject.</summary>
    public string SubjectName { get; init; } = "Товары для дома";

    /// <summary>What one order of it brings, in roubles.</summary>
    public decimal Price { get; init; } = 1000;

    /// <summary>The search clusters in which buyers find it.</summary>
    public IReadOnlyList<string> SearchClusters { get; init; } = [];
}
