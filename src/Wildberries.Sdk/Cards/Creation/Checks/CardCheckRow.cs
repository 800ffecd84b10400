namespace Wildberries.Sdk.Cards;

/// <summary>What was found when a new card was checked.</summary>
public sealed record CardCheckRow
{
    /// <summary>The place of the card's group among those that were given, from 0 on.</summary>
    public int GroupIndex { get; init; }

    /// <summary>The card's place in its group, from 0 on.</summary>
    public int CardIndex { get; init; }

    /// <summary>The seller's own article; empty if it is missing.</summary>
    public string VendorCode { get => field ?? ""; init; } = "";

    /// <summary>What is wrong, errors and warnings; none: all is well.</summary>
    public IReadOnlyList<CardProblem> Problems { get => field ?? []; init; } = [];

    /// <summary>Whether the card would be refused, or is not sent because another of its group would be.</summary>
    public bool IsRefused => Problems.Any(problem => !problem.IsWarning);
}
