namespace Wildberries.Sdk.Testing;

/// <summary>A banner of an emulated media campaign.</summary>
public sealed record EmulatedBanner
{
    /// <summary>The id.</summary>
    public required long Id { get; init; }

    /// <summary>The name of the page's section on which it stands.</summary>
    public string CategoryName { get; init; } = "Главная";

    /// <summary>The subject that it belongs to.</summary>
    public string SubjectName { get; init; } = "Дом";

    /// <summary>Its place on the page.</summary>
    public int Place { get; init; } = 1;

    /// <summary>The bid, in roubles for a thousand views.</summary>
    public long Cpm { get; init; } = 350;

    /// <summary>How often it is seen on each day on which the campaign is shown.</summary>
    public int ViewsPerDay { get; init; } = 10_000;

    /// <summary>The products to which it leads.</summary>
    public IReadOnlyList<long> NmIds { get; init; } = [];
}
