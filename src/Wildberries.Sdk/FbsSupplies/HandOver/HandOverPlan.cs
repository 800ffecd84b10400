using System.Globalization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>What a hand-over would do: a dry run. Nothing was written, at WB or in the store.</summary>
public sealed record HandOverPlan
{
    /// <summary>The supplies that would be made.</summary>
    public required IReadOnlyList<PlannedSupply> Supplies { get; init; }

    /// <summary>
    /// The orders that would be put into no supply, each with the rule that stands against it; those that WB does not tell of are <see cref="HandOverOutcome.Unknown"/>.
    /// </summary>
    public required IReadOnlyList<HandOverRow> Refused { get; init; }

    /// <summary>The other orders about whose label identifiers something is doubtful: <see cref="HandOverRow.Problems"/>. They go all the same.</summary>
    public IReadOnlyList<HandOverRow> Doubtful { get => field ?? []; init; } = [];

    /// <summary>How many supplies and orders, in one line.</summary>
    /// <returns>For example <c>120 orders in 2 supplies, 3 refused</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{HandOverNames.Count(Supplies.Sum(supply => supply.OrderIds.Count), "order", "orders")} in {HandOverNames.Count(Supplies.Count, "supply", "supplies")}, {Refused.Count} refused");
}
