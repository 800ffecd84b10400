using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class PromoCodePortfolioLaws
{
    // Few slots, few texts and short spans, so that they are often taken.
    private static readonly PromoCodeRules Rules = new() { MaxActiveCodes = 3, MaxMonthsAhead = 1 };

    private static readonly Gen<PromoCode> Codes =
        from text in Gen.Int[0, 5].Select(i => "AaBCDE"[i].ToString())
        from start in Gen.Int[-12, 20]
        from days in Gen.OneOf(Gen.Int[1, 31], Gen.Int[1, 6])
        from isStopped in Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true)))
        select TestCodes.Create(text, 10m, TestCodes.Today.AddDays(start), days) with { IsStopped = isStopped };

    private static readonly Gen<PromoCodePortfolio> Portfolios =
        from codes in Codes.Array[0, 12]
        from hour in Gen.Int[0, 23]
        select new PromoCodePortfolio(TestCodes.Seller, codes, Rules, new FakeTimeProvider(Midnight(TestCodes.Today).AddHours(hour)));

    [Fact]
    public void A_code_fits_where_each_of_its_days_has_a_slot_and_its_text_is_free() => Gen.Select(Portfolios, Codes).Sample(
        (portfolio, code) =>
        {
            PromoCodeRule[] broken = [.. portfolio.Validate(code).Select(violation => violation.Rule)];
            DateOnly[] days = code.IsStopped ? [] : [.. Enumerable.Range(0, code.Days).Select(code.Start.AddDays)];

            Assert.Equal(days.Any(day => CountAt(portfolio, Midnight(day)) >= 3), broken.Contains(PromoCodeRule.ActiveCodes));
            Assert.Equal(
                days.Any(day => portfolio.Codes.Any(other =>
                    other.IsLiveAt(Midnight(day)) && other.Code.Equals(code.Code, StringComparison.OrdinalIgnoreCase))),
                broken.Contains(PromoCodeRule.UniqueCode));
            Assert.Equal(code.Start <= TestCodes.Today, broken.Contains(PromoCodeRule.Start));
            Assert.Equal(broken.Length == 0, portfolio.Fits(code));
        },
        iter: TestCodes.Cases);

    [Fact]
    public void A_portfolio_of_codes_that_fitted_never_has_more_at_once_than_the_limit() => Codes.Array[0, 12].Sample(
        codes =>
        {
            List<PromoCode> taken = [];
            foreach (PromoCode code in codes)
            {
                if (new PromoCodePortfolio(TestCodes.Seller, taken, Rules, TestCodes.Clock()).Fits(code))
                    taken.Add(code);
            }

            for (DateOnly day = TestCodes.Today; day <= TestCodes.Today.AddDays(60); day = day.AddDays(1))
            {
                PromoCode[] live = [.. taken.Where(code => code.IsLiveAt(Midnight(day)))];
                Assert.True(live.Length <= 3);
                Assert.Equal(live.Length, live.Select(code => code.Code.ToUpperInvariant()).Distinct().Count());
            }
        },
        iter: TestCodes.Cases);

    [Fact]
    public void The_next_free_slot_is_the_first_moment_with_a_slot() => Portfolios.Sample(
        portfolio =>
        {
            DateTimeOffset found = portfolio.GetNextFreeSlot();
            DateTimeOffset now = portfolio.Now;

            Assert.True(CountAt(portfolio, found) < 3);
            Assert.Equal(portfolio.CountFreeSlots() > 0, found == now);
            for (DateTimeOffset time = now; time < found; time = Midnight(DateOnly.FromDateTime(time.AddHours(3).UtcDateTime).AddDays(1)))
                Assert.True(CountAt(portfolio, time) >= 3);
        },
        iter: TestCodes.Cases);

    [Fact]
    public void The_start_found_is_the_first_that_fits() => Gen.Select(Portfolios, Gen.Int[1, 31]).Sample(
        (portfolio, days) =>
        {
            DateOnly? found = portfolio.FindStart(days);
            for (DateOnly start = TestCodes.Tomorrow; start <= TestCodes.Today.AddMonths(1); start = start.AddDays(1))
            {
                bool fits = portfolio.Fits(TestCodes.Create("FREE", 10m, start, days));
                Assert.Equal(start == found, fits);
                if (fits)
                    return;
            }

            Assert.Null(found);
        },
        iter: TestCodes.Cases);

    private static int CountAt(PromoCodePortfolio portfolio, DateTimeOffset time) => portfolio.Codes.Count(code => code.IsLiveAt(time));

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(default), TimeSpan.FromHours(3));
}
