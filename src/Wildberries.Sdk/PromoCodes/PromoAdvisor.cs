namespace Wildberries.Sdk.PromoCodes;

/// <summary>Advises which of a seller's promo codes to offer in a chat, if any.</summary>
/// <remarks>
/// A code is advised if it works now, works for the product, serves the purpose, is large enough, would lower the price and leaves the seller
/// the margin wanted. Of those the one that costs the seller least is taken: the smallest discount; of equals the one that lasts longest.
/// An instance may be shared between threads; make a new one when the portfolio has changed.
/// </remarks>
public sealed class PromoAdvisor
{
    private readonly PromoCodePortfolio _portfolio;
    private readonly PromoAdviceOptions _options;
    private readonly DiscountStacking _stacking;

    /// <summary>Creates an advisor.</summary>
    /// <param name="portfolio">The seller's codes, WB's rules and the clock.</param>
    /// <param name="options">When to advise; the defaults of <see cref="PromoAdviceOptions"/> when <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">A rule is <see langword="null"/> or does not name exactly one purpose.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The quiet period is negative, the margin is outside -100 to 100 percent, or a rule's discount is outside 0 to 100 percent. The
    /// exception names the property.
    /// </exception>
    public PromoAdvisor(PromoCodePortfolio portfolio, PromoAdviceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        _portfolio = portfolio;
        _options = options ?? new PromoAdviceOptions();
        _stacking = new DiscountStacking(portfolio.Rules);
        ThrowIfMeaningless(_options);
    }

    /// <summary>Advises a promo code for a chat.</summary>
    /// <param name="context">What is known about the chat.</param>
    /// <returns>The code and the reason; <see langword="null"/> if none should be offered: <see cref="Explain"/> says why.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value of price or costs is out of range. The exception names the property.</exception>
    public PromoAdvice? Advise(ChatContext context) =>
        Explain(context).FirstOrDefault(verdict => verdict.Outcome == PromoAdviceOutcome.Advised) is { Rule: { } rule } advised
            ? new PromoAdvice { Code = advised.Code, Rule = rule, Quote = advised.Quote }
            : null;

    /// <summary>Says of each promo code of the seller whether it is advised for a chat, or why not.</summary>
    /// <param name="context">What is known about the chat.</param>
    /// <returns>
    /// A verdict for each code, in the order of the portfolio, by the rule that decided: the first that suits the chat and has a code that fits,
    /// else the first that suits.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A value of price or costs is out of range. The exception names the property.</exception>
    public IReadOnlyList<PromoAdviceVerdict> Explain(ChatContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        DateTimeOffset now = _portfolio.Now;
        PromoAdviceVerdict[]? first = null;
        foreach (PromoAdviceRule rule in _options.Rules.Where(rule => Suits(rule, context)))
        {
            PromoAdviceVerdict[] verdicts = [.. _portfolio.Codes.Select(code => Judge(code, rule, context, now))];
            if (TakeCheapest(verdicts))
                return verdicts;
            first ??= verdicts;
        }

        return first ?? [.. _portfolio.Codes.Select(code => new PromoAdviceVerdict { Code = code, Outcome = PromoAdviceOutcome.NoRule })];
    }

    private static bool Suits(PromoAdviceRule rule, ChatContext context) =>
        rule.Intent == context.Intent && (rule.Sentiment is not { } sentiment || sentiment == context.Sentiment);

    // Until here all codes that would do are marked as advised.
    private static bool TakeCheapest(PromoAdviceVerdict[] verdicts)
    {
        PromoAdviceVerdict? cheapest = verdicts
            .Where(verdict => verdict.Outcome == PromoAdviceOutcome.Advised)
            .OrderBy(verdict => verdict.Code.Percent)
            .ThenByDescending(verdict => verdict.Code.EndsAt)
            .FirstOrDefault();
        for (int i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i].Outcome == PromoAdviceOutcome.Advised && !ReferenceEquals(verdicts[i], cheapest))
                verdicts[i] = verdicts[i] with { Outcome = PromoAdviceOutcome.AnotherIsEnough };
        }

        return cheapest is not null;
    }

    private PromoAdviceVerdict Judge(PromoCode code, PromoAdviceRule rule, ChatContext context, DateTimeOffset now)
    {
        PriceQuote? quote = null;
        return new PromoAdviceVerdict { Code = code, Rule = rule, Outcome = Decide(), Quote = quote };

        PromoAdviceOutcome Decide()
        {
            if (context.Offers.Any(offer => now - offer.OfferedAt < _options.QuietPeriod))
                return PromoAdviceOutcome.OfferedLately;
            if (context.Offers.Any(offer => offer.PromoCodeId == code.Id))
                return PromoAdviceOutcome.OfferedBefore;
            if (!code.IsLiveAt(now))
                return PromoAdviceOutcome.NotLive;
            if (!code.Covers(context.NmId))
                return PromoAdviceOutcome.OtherProduct;
            if (!code.Purposes.HasFlag(rule.Purpose))
                return PromoAdviceOutcome.OtherPurpose;
            if (code.Percent < rule.MinPercent)
                return PromoAdviceOutcome.TooSmall;
            if (code.Percent < _portfolio.Rules.MinPercent || code.Percent > _portfolio.Rules.MaxPercent)
                return PromoAdviceOutcome.DoesNotApply;
            if (context.Price is not { } price)
                return context.Costs is null ? PromoAdviceOutcome.Advised : PromoAdviceOutcome.PriceUnknown;

            quote = _stacking.Quote(price with { PromoCode = null, PromoCodes = [code] });
            if (!quote.PromoCodeApplied)
                return PromoAdviceOutcome.DoesNotApply;
            return context.Costs is not { } costs || new MarginCalculator(costs, _portfolio.Rules).Calculate(quote).Keeps(_options.MinMarginPercent)
                ? PromoAdviceOutcome.Advised
                : PromoAdviceOutcome.MarginTooLow;
        }
    }

    private static void ThrowIfMeaningless(PromoAdviceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options.Rules);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.QuietPeriod, TimeSpan.Zero);
        Refusal.ThrowUnlessPercent(options.MinMarginPercent, -100m, 100m);
        foreach (PromoAdviceRule rule in options.Rules)
        {
            if (rule is null)
                throw Refusal.Of(nameof(options.Rules), "One of the rules is null.");
            if (!rule.Purpose.IsSingle())
                throw Refusal.Of(nameof(rule.Purpose), $"The rule for {rule.Intent} has the purpose {rule.Purpose}; it must be exactly one.");
            Refusal.ThrowUnlessPercent(rule.MinPercent, 0m, 100m);
        }
    }
}
