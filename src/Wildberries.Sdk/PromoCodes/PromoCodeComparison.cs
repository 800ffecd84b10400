using System.Globalization;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>Two promo codes compared by their orders per 100 sends.</summary>
/// <remarks>
/// Orders are taken for events that come by chance at a rate for each send (Poisson); units are not, since those of one basket come
/// together. Then, of all orders of both, the share of the first
/// follows a binomial distribution, and Clopper's and Pearson's exact interval for it gives one for the ratio of the rates, which holds
/// for small numbers too: with its <see cref="Confidence"/> or more it contains the true ratio. It says nothing of why the codes differ:
/// that takes chats that got one or the other by chance (<see cref="PromoCodeExperiment"/>), and codes that were given out nowhere else.
/// </remarks>
public sealed record PromoCodeComparison
{
    /// <summary>How sure the interval is.</summary>
    public const double Confidence = 0.95;

    /// <summary>Compares two codes.</summary>
    /// <param name="a">The first.</param>
    /// <param name="b">The second.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of sends or orders is negative.</exception>
    public PromoCodeComparison(PromoCodeArm a, PromoCodeArm b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        foreach (PromoCodeArm arm in (PromoCodeArm[])[a, b])
        {
            ArgumentOutOfRangeException.ThrowIfNegative(arm.Sends, nameof(PromoCodeArm.Sends));
            ArgumentOutOfRangeException.ThrowIfNegative(arm.Orders, nameof(PromoCodeArm.Orders));
        }

        A = a;
        B = b;
        long orders = (long)a.Orders + b.Orders;
        if (a.Sends == 0 || b.Sends == 0 || orders == 0)
            return;

        // The share of the first of all orders, as odds, by the sends of both.
        double sends = (double)b.Sends / a.Sends;
        (double lower, double upper) = ExactBinomial.Interval(a.Orders, orders, Confidence);
        Ratio = b.Orders == 0 ? null : (double)a.Orders / b.Orders * sends;
        RatioFrom = lower / (1 - lower) * sends;
        RatioTo = b.Orders == 0 ? null : upper / (1 - upper) * sends;
    }

    /// <summary>The first code.</summary>
    public PromoCodeArm A { get; }

    /// <summary>The second code.</summary>
    public PromoCodeArm B { get; }

    /// <summary>
    /// The orders per 100 sends of the first, divided by those of the second. <see langword="null"/> if the second has no orders, or one of them
    /// no sends.
    /// </summary>
    public double? Ratio { get; }

    /// <summary>The lower end of the interval for the ratio; 0 if it has none.</summary>
    public double RatioFrom { get; }

    /// <summary>The upper end of the interval for the ratio; <see langword="null"/> if it has none.</summary>
    public double? RatioTo { get; }

    /// <summary>Whether the codes differ by more than chance explains: the interval does not contain 1.</summary>
    public bool IsDifferent => RatioFrom > 1 || RatioTo < 1;

    /// <summary>The ratio and its interval, the same in every culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{A.Code.Code} / {B.Code.Code}: {A.OrdersPer100Sends:0.##} / {B.OrdersPer100Sends:0.##} orders per 100 sends, ratio {Ratio:0.###} (95 %: {RatioFrom:0.###} to {RatioTo?.ToString("0.###", CultureInfo.InvariantCulture) ?? "any"})");
}
