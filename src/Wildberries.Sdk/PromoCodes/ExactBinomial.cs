namespace Wildberries.Sdk.PromoCodes;

/// <summary>The exact interval for a share (Clopper and Pearson, 1934), found by halving on the binomial distribution's own tails.</summary>
internal static class ExactBinomial
{
    // Below this a further term no longer changes the sum of a tail.
    private const double Negligible = 1e-18;

    /// <summary>The shares with which what was counted would not be too rare on either side.</summary>
    /// <param name="successes">What was counted.</param>
    /// <param name="trials">Of how many; at least 1.</param>
    /// <param name="confidence">Between 0 and 1, such as 0.95.</param>
    /// <returns>From 0 to 1, both ends included.</returns>
    public static (double Lower, double Upper) Interval(long successes, long trials, double confidence)
    {
        double tail = (1 - confidence) / 2;
        double logChoose = LogChoose(trials, successes);
        double lower = successes == 0 ? 0 : Halve(share => AtLeast(successes, trials, share, logChoose) < tail);
        double upper = successes == trials ? 1 : Halve(share => AtLeast(trials - successes, trials, 1 - share, logChoose) > tail);
        return (lower, upper);
    }

    /// <summary>The probability of so many successes or more.</summary>
    /// <param name="successes">How many.</param>
    /// <param name="trials">Of how many.</param>
    /// <param name="share">The probability of each, above 0 and below 1.</param>
    /// <returns>The probability.</returns>
    public static double AtLeast(long successes, long trials, double share) =>
        AtLeast(successes, trials, share, LogChoose(trials, successes));

    private static double AtLeast(long successes, long trials, double share, double logChoose)
    {
        double odds = share / (1 - share);
        double term = Math.Exp(logChoose + (successes * Math.Log(share)) + ((trials - successes) * Math.Log(1 - share)));
        if (successes > trials * share)
            return Sum(term, successes, upwards: true);

        // The other tail is the shorter one; the term itself belongs to this one.
        return 1 - (Sum(term, successes, upwards: false) - term);

        double Sum(double current, long k, bool upwards)
        {
            double sum = current;
            while (current > sum * Negligible && (upwards ? k < trials : k > 0))
            {
                current *= upwards ? (trials - k) / (k + 1.0) * odds : k / (trials - k + 1.0) / odds;
                k += upwards ? 1 : -1;
                sum += current;
            }

            return sum;
        }
    }

    // Until two neighbouring numbers are left; the predicate holds below the point that is looked for.
    private static double Halve(Func<double, bool> isBelow)
    {
        double low = 0, high = 1;
        while (true)
        {
            double middle = (low + high) / 2;
            if (middle == low || middle == high)
                return middle;
            if (isBelow(middle))
                low = middle;
            else
                high = middle;
        }
    }

    private static double LogChoose(long trials, long successes)
    {
        long smaller = Math.Min(successes, trials - successes);
        double sum = 0;
        for (long i = 1; i <= smaller; i++)
            sum += Math.Log((trials - smaller + i) / (double)i);
        return sum;
    }
}
