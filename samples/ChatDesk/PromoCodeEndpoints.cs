using Microsoft.AspNetCore.Http.HttpResults;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.PromoCodes;

namespace ChatDesk;

/// <summary>The seller's promo codes, made in WB's portal and noted here; what was sent and sold with them; and a margin calculator.</summary>
internal static class PromoCodeEndpoints
{
    private static readonly TimeSpan AlertBefore = TimeSpan.FromDays(3);

    public static void MapPromoCodes(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder codes = app.MapGroup("/api/promo-codes").WithTags("Promo codes");
        codes.MapGet("/", ListAsync).WithSummary("All codes, and how many places are free");
        codes.MapPost("/", AddAsync).WithSummary("Notes a code that was made in WB's portal");
        codes.MapPatch("/{id:guid}", ChangeAsync).WithSummary("Changes the id in WB's reports, purposes, note; switches a code off and on again");
        codes.MapGet("/analytics", AnalyzeAsync).WithSummary("Sends per day and intent, and what the codes brought by WB's reports");
        app.MapPost("/api/margin", CalculateMargin).WithTags("Margin").WithSummary("What is left of a price with a promo code");
    }

    private static async Task<CodeList> ListAsync(DeskSettings settings, IPromoCodeStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        IReadOnlyList<PromoCode> codes = await store.ListAsync(settings.SellerId, cancellationToken: cancellationToken);
        var portfolio = new PromoCodePortfolio(settings.SellerId, codes, timeProvider: time);
        DateTimeOffset now = time.GetUtcNow();
        HashSet<Guid> ending = [.. portfolio.GetEndingWithin(AlertBefore).Select(code => code.Id)];
        int free = portfolio.CountFreeSlots();
        return new CodeList(
            [
                .. codes.OrderBy(code => StateOf(code, now)).ThenBy(code => code.EndsAt).Select(code => new CodeRow(
                    code.Id,
                    code.Code,
                    code.Percent,
                    code.Start,
                    code.LastDay,
                    [.. Purposes.Where(purpose => code.Purposes.HasFlag(purpose)).Select(purpose => purpose.ToString())],
                    code.NmIds ?? [],
                    code.Description,
                    code.WildberriesId,
                    StateOf(code, now),
                    ending.Contains(code.Id))),
            ],
            new Slots(portfolio.GetLive().Count, portfolio.Rules.MaxActiveCodes, free, free > 0 ? null : MoscowDay(portfolio.GetNextFreeSlot())));
    }

    private static async Task<Results<Created, ValidationProblem>> AddAsync(
        NewCode code, HttpRequest request, DeskSettings settings, IPromoCodeStore store, CancellationToken cancellationToken)
    {
        var added = new PromoCode
        {
            SellerId = settings.SellerId,
            Code = code.Text.Trim(),
            Percent = code.Percent,
            Start = code.FirstDay,
            Days = code.Days,
            NmIds = code.NmIds is { Count: > 0 } ? code.NmIds : null,
            Purposes = code.Purposes.Aggregate(PromoCodePurposes.None, (all, one) => all | one),
            Description = code.Description,
        };

        // The portal has it already, so it may have started.
        IReadOnlyList<PromoCodeViolation> violations = await store.AddAsync(added, isInPortal: true, cancellationToken);
        return violations.Count == 0 ? TypedResults.Created($"/api/promo-codes/{added.Id}") : request.Because(violations);
    }

    private static async Task<Results<NoContent, ProblemHttpResult, ValidationProblem>> ChangeAsync(
        Guid id, CodeChange change, HttpRequest request, DeskSettings settings, IPromoCodeStore store, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } known || known.SellerId != settings.SellerId)
            return request.Because(404, AnswerRefusal.UnknownCode);
        string? reportId = change.ReportId?.Trim();
        if (reportId is { Length: > 0 } && !Guid.TryParseExact(reportId, "D", out _))
            return request.Because(400, "report_id_invalid");
        IReadOnlyList<PromoCodeViolation> violations = await store.UpdateAsync(
            id,
            code => code with
            {
                WildberriesId = reportId is null ? code.WildberriesId : reportId.Length > 0 ? reportId : null,
                Description = change.Description ?? code.Description,
                Purposes = change.Purposes?.Aggregate(PromoCodePurposes.None, (all, one) => all | one) ?? code.Purposes,
                IsStopped = change.IsStopped ?? code.IsStopped,
            },
            cancellationToken);
        return violations.Count == 0 ? TypedResults.NoContent() : request.Because(violations);
    }

    private static async Task<Analytics> AnalyzeAsync(
        DeskSettings settings, IPromoCodeStore store, SalesFeed sales, TimeProvider time, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        IReadOnlyList<PromoCode> codes = await store.ListAsync(settings.SellerId, cancellationToken: cancellationToken);
        var month = new AnswerQuery { SellerId = settings.SellerId, Channel = AnswerChannel.Chat, From = now.AddDays(-30) };
        PromoCodeSend[] sends = [.. (await store.ListAnswersAsync(month, cancellationToken)).OfType<PromoCodeSend>()];
        PromoCodeSend[] sent = [.. sends.Where(send => send.State == AnswerState.Sent)];
        PromoCodeSalesReport report = await PromoCodeSalesReport.ReadAsync(
            sales.Rows.ToAsyncEnumerable(), codes, settings.Costs is { } costs ? _ => costs : null, cancellationToken);
        ILookup<Guid, PromoCodeSend> byCode = sent.ToLookup(send => send.PromoCodeId);
        Dictionary<Guid, PromoCodeSales> soldByCode = report.Codes.ToDictionary(row => row.Code!.Id);
        CodeReturn[] returns =
        [
            .. codes.Where(code => byCode.Contains(code.Id) || soldByCode.ContainsKey(code.Id))
                .Select(code => Return(code.Code, byCode[code.Id].Count(), soldByCode.GetValueOrDefault(code.Id))),
            .. report.Unknown.Select(row => Return(row.WildberriesId.Length > 0 ? row.WildberriesId : "?", 0, row)),
        ];
        return new Analytics(
            sent.Length,
            sends.Count(send => send.State == AnswerState.Pending),
            codes.Count(code => code.IsLiveAt(now)),
            returns.Sum(row => row.Units),
            returns.Sum(row => row.Revenue),
            returns.Sum(row => row.Discount),
            [.. sent.GroupBy(send => MoscowDay(send.SentAt ?? send.StartedAt)).OrderBy(group => group.Key).Select(group => new DaySends(group.Key, group.Count()))],
            [
                .. sent.GroupBy(send => send.Intent?.Value ?? "other").OrderByDescending(group => group.Count())
                    .Select(group => new IntentSends(group.Key, group.Count())),
            ],
            [.. returns.OrderByDescending(row => row.Revenue).ThenByDescending(row => row.Sends)]);

        static CodeReturn Return(string code, int sends, PromoCodeSales? row) =>
            new(code, sends, row?.Units ?? 0, row?.Revenue ?? 0m, row?.Discount ?? 0m, row?.Profit);
    }

    private static Results<Ok<MarginAnswer>, ProblemHttpResult> CalculateMargin(MarginQuestion question, HttpRequest request)
    {
        try
        {
            var price = new PriceInput
            {
                Price = question.Price,
                SellerDiscount = question.SellerDiscount,
                PromoCode = question.PromoPercent > 0 ? question.PromoPercent : null,
            };
            var calculator = new MarginCalculator(new UnitCosts
            {
                UnitCost = question.UnitCost,
                CommissionPercent = question.Commission,
                Logistics = question.Logistics,
                Storage = question.Storage,
                AcquiringPercent = question.Acquiring,
                AdvertisingPercent = question.Advertising,
                TaxPercent = question.Tax,
                TaxBase = question.TaxBase,
            });
            PriceQuote quote = new DiscountStacking().Quote(price);
            UnitMargin margin = calculator.Calculate(quote);
            return TypedResults.Ok(new MarginAnswer(
                quote.Price,
                [.. quote.Steps.Select(step => new MarginStep(step.Kind, step.Percent, step.PriceAfter))],
                price.PromoCode is null || quote.PromoCodeApplied,
                quote.FinalPrice,
                margin.Profit,
                margin.MarginPercent,
                margin.Keeps(question.WantedMargin),
                margin.ReturnPercent,
                calculator.BreakEvenPrice,
                calculator.FindMaxPromoPercent(price, question.WantedMargin)));
        }
        catch (ArgumentException)
        {
            return request.Because(400, "value_out_of_range");
        }
    }

    private static readonly PromoCodePurposes[] Purposes = [PromoCodePurposes.Retention, PromoCodePurposes.Conversion, PromoCodePurposes.Loyalty];

    // The order in which the page shows them.
    private static CodeState StateOf(PromoCode code, DateTimeOffset now) =>
        code.IsStopped ? CodeState.Off : now < code.StartsAt ? CodeState.Planned : now < code.EndsAt ? CodeState.Live : CodeState.Over;

    private static DateOnly MoscowDay(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(TimeSpan.FromHours(3)).DateTime);
}

internal enum CodeState
{
    Live,
    Planned,
    Over,
    Off,
}

internal sealed record CodeList(IReadOnlyList<CodeRow> Codes, Slots Slots);

internal sealed record CodeRow(
    Guid Id,
    string Text,
    decimal Percent,
    DateOnly FirstDay,
    DateOnly LastDay,
    IReadOnlyList<string> Purposes,
    IReadOnlyList<long> NmIds,
    string? Description,
    string? ReportId,
    CodeState State,
    bool EndsSoon);

internal sealed record Slots(int Active, int Most, int Free, DateOnly? NextFree);

internal sealed record NewCode(
    string Text, decimal Percent, DateOnly FirstDay, int Days, IReadOnlyList<PromoCodePurposes> Purposes, IReadOnlyList<long>? NmIds, string? Description);

/// <summary>What is null stays as it is; an empty id takes the id away.</summary>
internal sealed record CodeChange(string? ReportId, string? Description, IReadOnlyList<PromoCodePurposes>? Purposes, bool? IsStopped);

internal sealed record DaySends(DateOnly Day, int Sends);

internal sealed record IntentSends(string Intent, int Sends);

internal sealed record CodeReturn(string Code, int Sends, int Units, decimal Revenue, decimal Discount, decimal? Profit);

internal sealed record Analytics(
    int Sends,
    int Unknown,
    int LiveCodes,
    int Units,
    decimal Revenue,
    decimal Discount,
    IReadOnlyList<DaySends> PerDay,
    IReadOnlyList<IntentSends> PerIntent,
    IReadOnlyList<CodeReturn> PerCode);

internal sealed record MarginQuestion(
    decimal Price,
    decimal SellerDiscount,
    decimal PromoPercent,
    decimal UnitCost,
    decimal Commission,
    decimal Logistics,
    decimal Storage,
    decimal Acquiring,
    decimal Advertising,
    decimal Tax,
    TaxBase TaxBase,
    decimal WantedMargin);

internal sealed record MarginStep(PriceStepKind Kind, decimal Percent, decimal PriceAfter);

internal sealed record MarginAnswer(
    decimal Price,
    IReadOnlyList<MarginStep> Steps,
    bool Applies,
    decimal BuyerPays,
    decimal Profit,
    decimal? Margin,
    bool KeepsMargin,
    decimal? ReturnOnCost,
    decimal? BreakEvenPrice,
    decimal? LargestPromoPercent);
