using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.Tests.PromoCodes;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>A code that stands in WB's portal already was taken with any start, also of 2019 and 2031.</summary>
public sealed class PromoCodeInPortalOfAnyYearTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(-365, true)]
    [InlineData(-366, false)]
    [InlineData(-2601, false)]
    [InlineData(89, true)]
    [InlineData(90, false)]
    [InlineData(1785, false)]
    public async Task A_code_in_the_portal_may_have_begun_but_not_years_ago_and_not_be_years_ahead(int days, bool isTaken)
    {
        var store = new InMemoryPromoCodeStore(timeProvider: TestCodes.Clock());
        PromoCode code = TestCodes.Create(start: TestCodes.Today.AddDays(days));
        IReadOnlyList<PromoCodeViolation> violations = await store.AddAsync(code, isInPortal: true, TestContext.Current.CancellationToken);
        if (isTaken)
            Assert.Empty(violations);
        else
            Assert.Equal("Start: The first day is " + $"{code.Start:yyyy-MM-dd}; a code in the portal starts from 2025-02-14 to 2026-05-14 (Moscow).", Assert.Single(violations).ToString());
    }

    [Fact]
    public async Task A_new_code_still_starts_tomorrow_at_the_earliest() => Assert.Equal(
        PromoCodeRule.Start,
        Assert.Single(await new InMemoryPromoCodeStore(timeProvider: TestCodes.Clock())
            .AddAsync(TestCodes.Create(start: TestCodes.Today), cancellationToken: TestContext.Current.CancellationToken)).Rule);
}
