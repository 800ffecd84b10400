using Wildberries.Sdk.Common;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.PromoCodes;

namespace Snippets;

public static class PromoCodes
{
    public static void Quote(PromoCode five, PromoCode ten)
    {
        // <quote>
        var stacking = new DiscountStacking();
        PriceQuote quote = stacking.Quote(new PriceInput
        {
            Price = 1000m,
            SellerDiscount = 30m,
            WbClubDiscount = 7m,
            PromoCodes = [five, ten],
        });
        Console.WriteLine(quote); // 1000 -> 700 (seller 30 %) -> 630 (promo code 10 %)
        foreach (PriceStep step in quote.Steps)
            Console.WriteLine($"{step.Kind}: {step.BasePrice} - {step.Amount} = {step.PriceAfter}, at the expense of {step.FundedBy}");
        foreach (PromoCodeVerdict verdict in quote.PromoCodes)
            Console.WriteLine($"{verdict.Code?.Code}: {verdict.Outcome}"); // FIVE5: AnotherCodeIsBetter, TEN10: Applied
        // </quote>
    }

    public static void Portfolio(IReadOnlyList<PromoCode> codesOfTheSeller)
    {
        // <portfolio>
        var code = new PromoCode
        {
            SellerId = "toys",
            Code = "THANKS10",
            Percent = 10m,
            Start = new DateOnly(2026, 2, 15),
            Days = 14, // the last day is 28 February
            Purposes = PromoCodePurposes.Loyalty | PromoCodePurposes.Conversion,
            NmIds = [168902447], // null: the whole assortment
        };

        var portfolio = new PromoCodePortfolio("toys", codesOfTheSeller);
        foreach (PromoCodeViolation violation in portfolio.Validate(code))
            Console.WriteLine($"{violation.Fault}: {violation.Describe(PromoLanguage.English)}");

        Console.WriteLine($"{portfolio.CountFreeSlots()} slots are free, the next from {portfolio.GetNextFreeSlot():u}");
        Console.WriteLine($"a code for a week can start on {portfolio.FindStart(days: 7):yyyy-MM-dd}");
        foreach (PromoCode ending in portfolio.GetEndingWithin(TimeSpan.FromDays(2)))
            Console.WriteLine($"{ending.Code} ends on {ending.LastDay:yyyy-MM-dd}");
        // </portfolio>
    }

    public static void Margin(ProductPrices prices, Commission commission, IEnumerable<SalesReportRow> rowsOfTheProduct)
    {
        // <margin>
        UnitCosts own = new() { UnitCost = 200m, TaxPercent = 6m, TaxBase = TaxBase.Revenue, AdvertisingPercent = 5m };
        UnitCosts byTariff = own.WithCommission(commission, SalesModel.Warehouse) with { AcquiringPercent = 2m, Logistics = 50m, Storage = 10m };
        UnitCosts byReport = own.WithSalesReport(rowsOfTheProduct);

        var calculator = new MarginCalculator(byTariff);
        PriceInput product = PriceInput.FromProduct(prices);
        UnitMargin margin = calculator.Calculate(new DiscountStacking().Quote(product with { PromoCode = 10m }));
        Console.WriteLine(margin); // 630: profit 162.1 (margin 25.73 %, return 81.05 %)
        Console.WriteLine($"no loss from {calculator.BreakEvenPrice} roubles on");
        Console.WriteLine($"the largest code that keeps 20 % is one of {calculator.FindMaxPromoPercent(product, minMarginPercent: 20m)} %");
        if (!margin.Keeps())
            Console.WriteLine("this code loses money");
        // </margin>
        Console.WriteLine(byReport);
    }

    public static async Task Advice(PromoCodePortfolio portfolio, IChatClassifier classifier, string text, long nmId, PriceInput product, UnitCosts costs)
    {
        // <advice>
        var advisor = new PromoAdvisor(portfolio);
        ChatClassification said = await classifier.ClassifyAsync(text);
        var context = new ChatContext
        {
            Intent = said.Intent,
            Sentiment = said.Sentiment,
            NmId = nmId,
            Price = product,
            Costs = costs,
            Offers = [], // what this chat has got before
        };

        PromoAdvice? advice = advisor.Advise(context);
        Console.WriteLine(advice); // SORRY10 10 % 2026-02-15 to 2026-02-28 (Retention: defect_not_working, at least 10 %)
        foreach (PromoAdviceVerdict verdict in advisor.Explain(context))
            Console.WriteLine($"{verdict.Code.Code}: {verdict.Outcome}");
        // </advice>
    }

    public static PromoAdvisor AdviceRules(PromoCodePortfolio portfolio)
    {
        // <advice-rules>
        var defaults = new PromoAdviceOptions();
        var advisor = new PromoAdvisor(portfolio, defaults with
        {
            QuietPeriod = TimeSpan.FromDays(14),
            MinMarginPercent = 10m,
            Rules =
            [
                .. defaults.Rules,
                new PromoAdviceRule
                {
                    Intent = ChatIntent.From("compatibility"),
                    Sentiment = null, // any
                    Purpose = PromoCodePurposes.Conversion,
                    MinPercent = 5m,
                },
            ],
        });
        // </advice-rules>
        return advisor;
    }

    public static void Message(PromoAdvice advice)
    {
        // <message>
        var composer = new PromoMessageComposer(
        [
            new PromoMessageTemplate
            {
                Purpose = PromoCodePurposes.Loyalty,
                Language = PromoLanguage.English,
                Format = "Thank you! {code} takes {percent} off {product} through {date} (Moscow time).",
            },
        ]);
        string text = composer.Compose(advice.Code, advice.Purpose, product: "Кружка керамическая");
        string english = composer.Compose(advice.Code, advice.Purpose, product: "Mug", PromoLanguage.English);
        // </message>
        Console.WriteLine(text + english);
    }

    public static PromoCodePortfolio OwnRules(IReadOnlyList<PromoCode> codesOfTheSeller)
    {
        // <rules>
        var rules = new PromoCodeRules { MaxActiveCodes = 20, MaxDays = 62 };
        var portfolio = new PromoCodePortfolio("toys", codesOfTheSeller, rules);
        // </rules>
        return portfolio;
    }
}
