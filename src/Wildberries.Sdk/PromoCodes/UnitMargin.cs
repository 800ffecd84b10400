using System.Globalization;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>What the seller keeps of one unit sold. Sums are in roubles and not rounded, so that they add up exactly.</summary>
public sealed record UnitMargin
{
    /// <summary>The seller's price.</summary>
    public required decimal Price { get; init; }

    /// <summary>What buying or making the unit cost.</summary>
    public decimal UnitCost { get; init; }

    /// <summary>WB's commission.</summary>
    public decimal Commission { get; init; }

    /// <summary>Delivery.</summary>
    public decimal Logistics { get; init; }

    /// <summary>What taking the payment cost.</summary>
    public decimal Acquiring { get; init; }

    /// <summary>Storage.</summary>
    public decimal Storage { get; init; }

    /// <summary>Advertising.</summary>
    public decimal Advertising { get; init; }

    /// <summary>The seller's tax.</summary>
    public decimal Tax { get; init; }

    /// <summary>What is left of the price; below zero is a loss.</summary>
    public decimal Profit => Price - UnitCost - Commission - Logistics - Acquiring - Storage - Advertising - Tax;

    /// <summary>The profit in percent of the price; <see langword="null"/> at a price of zero.</summary>
    public decimal? MarginPercent => Price == 0m ? null : Profit * 100m / Price;

    /// <summary>The profit in percent of what the unit cost (return on investment); <see langword="null"/> if it cost nothing.</summary>
    public decimal? ReturnPercent => UnitCost == 0m ? null : Profit * 100m / UnitCost;

    /// <summary>Whether the margin is at least so large: the guard before a discount is offered.</summary>
    /// <param name="marginPercent">The margin wanted, in percent of the price; 0, the default: no loss.</param>
    /// <returns><see langword="true"/> if it is; <see langword="false"/> for a unit that is given away.</returns>
    public bool Keeps(decimal marginPercent = 0m) => Price > 0m && Profit * 100m >= marginPercent * Price;

    /// <summary>Price, profit, margin and return, the same in every culture.</summary>
    /// <returns>A text such as <c>630: profit 121.4 (margin 19.27 %, return 60.7 %)</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Price:0.##}: profit {Profit:0.##} (margin {MarginPercent:0.##} %, return {ReturnPercent:0.##} %)");
}
