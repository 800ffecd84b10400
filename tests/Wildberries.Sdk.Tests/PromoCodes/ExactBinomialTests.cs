using System.Numerics;
using CsCheck;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class ExactBinomialTests
{
    // Values of the 95 % interval as tables of Clopper and Pearson's interval print them.
    [Theory]
    [InlineData(0, 10, 0, 0.3085)]
    [InlineData(1, 10, 0.0025, 0.4450)]
    [InlineData(2, 10, 0.0252, 0.5561)]
    [InlineData(3, 10, 0.0667, 0.6525)]
    [InlineData(5, 10, 0.1871, 0.8129)]
    [InlineData(9, 10, 0.5550, 0.9975)]
    [InlineData(10, 10, 0.6915, 1)]
    [InlineData(5, 20, 0.0866, 0.4910)]
    [InlineData(10, 100, 0.0490, 0.1762)]
    [InlineData(50, 100, 0.3983, 0.6017)]
    [InlineData(0, 1, 0, 0.9750)]
    [InlineData(1, 1, 0.0250, 1)]
    public void The_interval_is_that_of_the_tables(long successes, long trials, double lower, double upper)
    {
        (double foundLower, double foundUpper) = ExactBinomial.Interval(successes, trials, 0.95);
        Assert.Equal(lower, foundLower, 4);
        Assert.Equal(upper, foundUpper, 4);
    }

    // Where nothing or everything was counted there is a formula.
    [Fact]
    public void At_the_ends_the_interval_is_the_closed_formula() =>
        Gen.Select(Gen.Long[1, 100_000], Gen.Double[0.5, 0.999]).Sample(
            (trials, confidence) =>
            {
                double bound = 1 - Math.Pow((1 - confidence) / 2, 1.0 / trials);
                (double lower, double upper) = ExactBinomial.Interval(0, trials, confidence);
                (double mirroredLower, double mirroredUpper) = ExactBinomial.Interval(trials, trials, confidence);
                return lower == 0 && mirroredUpper == 1 && Math.Abs(upper - bound) < 1e-9 && Math.Abs(1 - mirroredLower - bound) < 1e-9;
            },
            iter: TestCodes.Cases / 5);

    // Sums of whole numbers know no rounding: the share is a fraction of 1,000, and each term is taken times 1,000 to the power of the trials.
    [Fact]
    public void The_tail_is_that_of_exact_arithmetic() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 60], Gen.Int[1, 999]).Where((trials, successes, _) => successes <= trials).Sample(
            (trials, successes, share) =>
            {
                BigInteger sum = 0;
                for (int k = successes; k <= trials; k++)
                    sum += Choose(trials, k) * BigInteger.Pow(share, k) * BigInteger.Pow(1_000 - share, trials - k);
                double exact = Math.Exp(BigInteger.Log(sum) - (trials * Math.Log(1_000)));
                return Math.Abs(ExactBinomial.AtLeast(successes, trials, share / 1_000.0) - exact) < 1e-11;
            },
            iter: TestCodes.Cases);

    [Fact]
    public void The_ends_of_the_interval_leave_the_same_chance_on_both_sides() =>
        Gen.Select(Gen.Long[2, 5_000], Gen.Long[1, 4_999]).Where((trials, successes) => successes < trials).Sample(
            (trials, successes) =>
            {
                (double lower, double upper) = ExactBinomial.Interval(successes, trials, 0.95);
                double share = (double)successes / trials;
                return lower < share && share < upper
                    && Math.Abs(ExactBinomial.AtLeast(successes, trials, lower) - 0.025) < 1e-9
                    && Math.Abs(1 - ExactBinomial.AtLeast(successes + 1, trials, upper) - 0.025) < 1e-9;
            },
            iter: TestCodes.Cases / 5);

    [Fact]
    public void Millions_are_no_trouble()
    {
        (double lower, double upper) = ExactBinomial.Interval(1_000_000, 3_000_000, 0.95);

        // Here the normal distribution is as good.
        double half = 1.959964 * Math.Sqrt(1.0 / 3 * (2.0 / 3) / 3_000_000);
        Assert.Equal((1.0 / 3) - half, lower, 6);
        Assert.Equal((1.0 / 3) + half, upper, 6);
    }

    private static BigInteger Choose(int n, int k)
    {
        BigInteger result = 1;
        for (int i = 1; i <= k; i++)
            result = result * (n - k + i) / i;
        return result;
    }
}
