namespace Wildberries.Sdk.Testing;

/// <summary>
/// A financial report of the emulator. Its rows are those that a test gave, or are made from the seed whenever they are asked for, and never kept.
/// </summary>
public sealed record EmulatedFinancialReport
{
    /// <summary>The report's id.</summary>
    public required long ReportId { get; init; }

    /// <summary>The first day that it covers.</summary>
    public required DateOnly DateFrom { get; init; }

    /// <summary>The last day that it covers.</summary>
    public required DateOnly DateTo { get; init; }

    /// <summary>How many rows it has.</summary>
    public required int RowCount { get; init; }

    /// <summary>What the rows are made from: the same seed makes the same rows. 0 for rows of your own.</summary>
    public required int Seed { get; init; }

    /// <summary>The id of the first row; each further one has an id that is greater by 3, unless the rows are your own.</summary>
    public required long FirstRrdId { get; init; }

    /// <summary>Whether it is the report of a day; otherwise of a week. Only reports on sales know the difference.</summary>
    public bool IsDaily { get; init; }

    /// <summary>The type: 1 the main one, 2 on products that WB bought. Only reports on sales have it.</summary>
    public int ReportType { get; init; } = 1;

    /// <summary>The rows that a test gave; <see langword="null"/>: they are made from the seed.</summary>
    internal IReadOnlyList<FinanceRow>? OwnRows { get; init; }
}
