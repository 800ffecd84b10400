using System.Globalization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>What is known of a hand-over. Each order is in exactly one of the lists below <see cref="Rows"/>.</summary>
public sealed record HandOverResult
{
    /// <summary>The name under which the hand-over is stored.</summary>
    public required string Name { get; init; }

    /// <summary>The supplies, those that hold what was set aside among them.</summary>
    public required IReadOnlyList<HandOverSupply> Supplies { get; init; }

    /// <summary>All orders, in the order in which they were given.</summary>
    public required IReadOnlyList<HandOverRow> Rows { get; init; }

    /// <summary>The stickers and QR codes, if <see cref="HandOverOptions.Labels"/> asks for them; <see cref="FbsHandOver.GetLabelsAsync"/> gets them at any time.</summary>
    public HandOverLabels? Labels { get; init; }

    /// <summary>The orders that are handed over.</summary>
    public IReadOnlyList<HandOverRow> HandedOver => Of(HandOverOutcome.HandedOver);

    /// <summary>The orders that are in a supply which is not handed over.</summary>
    public IReadOnlyList<HandOverRow> InSupply => Of(HandOverOutcome.InSupply);

    /// <summary>The orders that were put into no supply; <see cref="HandOverRow.Reason"/> says why.</summary>
    public IReadOnlyList<HandOverRow> Refused => Of(HandOverOutcome.Refused);

    /// <summary>The orders that wait in a supply of their own; <see cref="HandOverRow.Reason"/> says for what.</summary>
    public IReadOnlyList<HandOverRow> SetAside => Of(HandOverOutcome.SetAside);

    /// <summary>The orders that were cancelled.</summary>
    public IReadOnlyList<HandOverRow> Cancelled => Of(HandOverOutcome.Cancelled);

    /// <summary>The orders of which nobody can say where they are.</summary>
    public IReadOnlyList<HandOverRow> Unknown => Of(HandOverOutcome.Unknown);

    /// <summary>The orders that are in no supply yet.</summary>
    public IReadOnlyList<HandOverRow> Pending => Of(HandOverOutcome.Pending);

    /// <summary>
    /// Whether going on would do nothing: no order is <see cref="Pending"/> or <see cref="InSupply"/>. <see cref="Refused"/> and <see cref="SetAside"/> may still
    /// have orders that you have to mend, and <see cref="Unknown"/> some to look for.
    /// </summary>
    public bool IsComplete => Rows.All(row => row.Outcome is not (HandOverOutcome.Pending or HandOverOutcome.InSupply));

    /// <summary>How many orders are in which state, in one line.</summary>
    /// <returns>For example <c>120 orders in 2 supplies: 117 handed over, 0 in supply, 1 refused, 2 set aside, 0 cancelled, 0 unknown, 0 pending</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{HandOverNames.Count(Rows.Count, "order", "orders")} in {HandOverNames.Count(Supplies.Count, "supply", "supplies")}: {HandedOver.Count} handed over, {InSupply.Count} in supply, {Refused.Count} refused, {SetAside.Count} set aside, {Cancelled.Count} cancelled, {Unknown.Count} unknown, {Pending.Count} pending");

    private HandOverRow[] Of(HandOverOutcome outcome) => [.. Rows.Where(row => row.Outcome == outcome)];
}
