using CsCheck;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class PromoAdvisorLaws
{
    private static readonly DiscountStacking Stacking = new();

    private static readonly Gen<PromoCode> Codes =
        from percent in Gen.OneOf(Gen.Int[1, 10].Select(fives => fives * 5m), Gen.Int[300, 3_000].Select(hundredths => hundredths / 100m))
        from start in Gen.Int[-12, 2]
        from days in Gen.Int[5, 31]
        from purposes in Gen.Int[0, 7]
        from nmIds in Gen.Frequency((3, Gen.Const((long[]?)null)), (1, Gen.Const((long[]?)[1])), (1, Gen.Const((long[]?)[2, 3])))
        from isStopped in Gen.Frequency((7, Gen.Const(false)), (1, Gen.Const(true)))
        select TestCodes.Create("CODE", percent, TestCodes.Today.AddDays(start), days) with
        {
            Purposes = (PromoCodePurposes)purposes,
            NmIds = nmIds,
            IsStopped = isStopped,
        };

    private static readonly Gen<ChatContext> Contexts =
        from rule in Gen.Int[0, 7].Select(i => new PromoAdviceOptions().Rules[i])
        from nmId in Gen.Int[0, 2].Select(id => id == 0 ? null : (long?)id)
        from discount in Gen.Int[0, 50]
        from club in Gen.Int[0, 12]
        from cost in Gen.Int[0, 1_000]
        from knowsPrice in Gen.Bool
        from knowsCosts in Gen.Bool
        select new ChatContext
        {
            Intent = rule.Intent,
            Sentiment = rule.Sentiment!.Value,
            NmId = nmId,
            Price = knowsPrice ? new PriceInput { Price = 1000m, SellerDiscount = discount, WbClubDiscount = club } : null,
            Costs = knowsCosts ? new UnitCosts { UnitCost = cost } : null,
        };

    [Fact]
    public void The_code_advised_fits_and_none_that_fits_is_cheaper() => Gen.Select(Codes.Array[0, 6], Contexts).Sample(
        (codes, context) =>
        {
            PromoAdviceRule rule = new PromoAdviceOptions().Rules.Single(rule => rule.Intent == context.Intent);
            PromoAdvice? advice = Advisor(codes).Advise(context);
            PromoCode[] fitting = [.. codes.Where(code => Fits(code, rule, context))];

            Assert.Equal(fitting.Length > 0, advice is not null);
            if (advice is not null)
            {
                Assert.Contains(advice.Code, fitting);
                Assert.Equal(rule, advice.Rule);
                Assert.Equal(fitting.Min(code => code.Percent), advice.Code.Percent);
                Assert.Equal(fitting.Where(code => code.Percent == advice.Code.Percent).Max(code => code.EndsAt), advice.Code.EndsAt);
            }
        },
        iter: TestCodes.Cases);

    [Fact]
    public void A_chat_that_got_a_code_lately_gets_none_and_a_code_it_got_before_never_again() =>
        Gen.Select(Codes.Array[1, 6], Contexts, Gen.Int[0, 80]).Sample(
            (codes, context, days) =>
            {
                PromoOffer offer = new() { PromoCodeId = codes[0].Id, OfferedAt = TestCodes.Now.AddDays(-days) };
                PromoAdvice? advice = Advisor(codes).Advise(context with { Offers = [offer] });

                if (days < 30)
                    Assert.Null(advice);
                else
                    Assert.Equal(Advisor(codes[1..]).Advise(context)?.Code, advice?.Code);
            },
            iter: TestCodes.Cases);

    private static bool Fits(PromoCode code, PromoAdviceRule rule, ChatContext context)
    {
        PriceQuote? quote = context.Price is { } price ? Stacking.Quote(price with { PromoCode = code.Percent }) : null;
        return code.IsLiveAt(TestCodes.Now)
            && code.Covers(context.NmId)
            && (code.Purposes & rule.Purpose) != 0
            && code.Percent >= rule.MinPercent
            && quote is null or { PromoCodeApplied: true }
            && (context.Costs is null || quote?.FinalPrice >= context.Costs.UnitCost);
    }

    private static PromoAdvisor Advisor(PromoCode[] codes) => new(new PromoCodePortfolio(TestCodes.Seller, codes, timeProvider: TestCodes.Clock()));
}
