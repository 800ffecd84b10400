using System.Globalization;
using Wildberries.Sdk.Finance;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>What WB's reports say was sold with one promo code, on a day or on all days. Sums are in the currency of the reports, roubles as a rule.</summary>
/// <remarks>
/// A report says which code was used, not from where the buyer had it: WB attributes nothing to a chat, and a code is public.
/// </remarks>
public sealed record PromoCodeSales
{
    /// <summary>WB's id of the code, as in the reports; empty where WB reports a promo code's discount without the code's id.</summary>
    public required string WildberriesId { get; init; }

    /// <summary>The code; <see langword="null"/> if none has this id (<see cref="PromoCode.WildberriesId"/>).</summary>
    public PromoCode? Code { get; init; }

    /// <summary>The first day with a sale or a return, in Moscow.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The last day with a sale or a return, in Moscow.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>
    /// How many orders these were; later returns do not lower it. Rows of one basket (<see cref="SalesReportRow.OrderUid"/>) are one order, without
    /// a basket those of one <see cref="SalesReportRow.Srid"/>, and without either each row is one. An order counts once for a code, on the first
    /// day of its sales.
    /// </summary>
    public int Orders { get; init; }

    /// <summary>How many units were sold. Later returns do not lower it.</summary>
    public int UnitsSold { get; init; }

    /// <summary>How many units came back, on the days of their return.</summary>
    public int UnitsReturned { get; init; }

    /// <summary>Units sold less units returned; below zero on a day on which more came back.</summary>
    public int Units => UnitsSold - UnitsReturned;

    /// <summary>The seller's prices of what was sold, less those of what came back.</summary>
    public decimal Revenue { get; init; }

    /// <summary>What the code took off these prices, at the seller's expense; that of what came back is taken off again.</summary>
    public decimal Discount { get; init; }

    /// <summary>
    /// What the seller keeps (<see cref="MarginCalculator"/>) of what was sold, less that of what came back, not rounded. <see langword="null"/>
    /// if the costs of one of the products are not known.
    /// </summary>
    public decimal? Profit { get; init; }

    /// <summary>The figures, the same in every culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Code?.Code ?? WildberriesId} {FirstDay:yyyy-MM-dd} to {LastDay:yyyy-MM-dd}: {UnitsSold} sold, {UnitsReturned} returned, revenue {Revenue:0.##}, discount {Discount:0.##}, profit {Profit:0.##}");

    internal static PromoCodeSales Add(PromoCodeSales one, PromoCodeSales other) => one with
    {
        FirstDay = one.FirstDay < other.FirstDay ? one.FirstDay : other.FirstDay,
        LastDay = one.LastDay > other.LastDay ? one.LastDay : other.LastDay,
        Orders = one.Orders + other.Orders,
        UnitsSold = one.UnitsSold + other.UnitsSold,
        UnitsReturned = one.UnitsReturned + other.UnitsReturned,
        Revenue = one.Revenue + other.Revenue,
        Discount = one.Discount + other.Discount,
        Profit = one.Profit + other.Profit,
    };
}
