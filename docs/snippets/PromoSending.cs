using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.PromoCodes;

namespace Snippets;

public static class PromoSending
{
    public static async Task Register(IServiceCollection services, string connectionString, IServiceProvider provider, CancellationToken stop)
    {
        // <register>
        services.AddSqlitePromoCodeStore("Data Source=promo-codes.db");
        // </register>
        // <postgresql>
        services.AddPostgreSqlPromoCodeStore(connectionString);
        // </postgresql>
        // <migrate>
        await provider.MigratePromoCodeStoreAsync(stop);
        // </migrate>
    }

    public static async Task Add(IPromoCodeStore store, WildberriesToken token, CancellationToken stop)
    {
        // <add>
        var code = new PromoCode
        {
            SellerId = token.SellerId!,
            Code = "SORRY15",
            Percent = 15,
            Start = new DateOnly(2026, 3, 1),
            Days = 31,
            Purposes = PromoCodePurposes.Retention,
        };
        foreach (PromoCodeViolation violation in await store.AddAsync(code, isInPortal: true, stop))
            Console.WriteLine(violation);
        // </add>
        // <change>
        await store.UpdateAsync(code.Id, c => c with { WildberriesId = "2c3d8f1e-5a6b-4c7d-8e9f-0a1b2c3d4e5f" }, stop);
        await store.UpdateAsync(code.Id, c => c with { IsStopped = true }, stop);
        // </change>
    }

    public static async Task Send(
        IWildberriesClient wb, IPromoCodeStore store, string sellerId, PromoAdvice advice, ChatEvent buyerEvent, CancellationToken stop)
    {
        // <send>
        var sender = new PromoCodeSender(sellerId, wb.BuyerChat, store);
        AnswerResult result = await sender.SendAsync(
            new PromoCodeSendRequest
            {
                Key = buyerEvent.EventId,
                ChatId = buyerEvent.ChatId,
                Code = advice.Code,
                Text = new PromoMessageComposer().Compose(advice.Code, advice.Purpose),
                LastBuyerMessageAt = buyerEvent.AddedAt,
                Intent = advice.Rule.Intent,
                Sentiment = advice.Rule.Sentiment,
                IsSuggested = true,
                ApprovedBy = "Maria",
            },
            stop);
        Console.WriteLine(result.Outcome switch
        {
            AnswerOutcome.Sent => $"sent at {result.Answer!.SentAt:u}",
            AnswerOutcome.Refused => $"not sent: {result.Refusal!.Value.Describe(PromoLanguage.English)}",
            AnswerOutcome.Failed => $"not sent: {result.Answer!.Failure}",
            _ => "nobody knows yet",
        });
        // </send>
        // <reconcile>
        AnswerReconciliation found = await sender.ReconcileAsync(cancellationToken: stop);
        foreach (BuyerAnswer unknown in found.Unknown)
            Console.WriteLine($"Look into chat {unknown.TargetId}: was the code sent there at about {unknown.StartedAt:u}?");
        // </reconcile>
    }

    public static async Task ByHand(IPromoCodeStore store, BuyerAnswer unknown, CancellationToken stop)
    {
        // <by-hand>
        await store.CompleteAnswerAsync(unknown with { State = AnswerState.Failed, Failure = "not in the chat" }, stop);
        // </by-hand>
    }

    public static async Task<ChatContext> History(IPromoCodeStore store, string sellerId, ChatEvent buyerEvent, ChatContext context, CancellationToken stop)
    {
        // <history>
        IReadOnlyList<BuyerAnswer> sends =
            await store.ListAnswersAsync(new AnswerQuery { SellerId = sellerId, TargetId = buyerEvent.ChatId }, stop);
        context = context with
        {
            Offers =
            [
                .. sends.OfType<PromoCodeSend>().Where(send => send.State != AnswerState.Failed)
                    .Select(send => new PromoOffer { PromoCodeId = send.PromoCodeId, OfferedAt = send.SentAt ?? send.StartedAt }),
            ],
        };
        // </history>
        return context;
    }

    public static async Task Sales(
        IWildberriesClient wb, IPromoCodeStore store, string sellerId, IReadOnlyDictionary<long, UnitCosts> costs, CancellationToken stop)
    {
        // <sales>
        IReadOnlyList<PromoCode> codes = await store.ListAsync(sellerId, cancellationToken: stop);
        var march = new SalesReportRowsRequest { DateFrom = new DateOnly(2026, 3, 1), DateTo = new DateOnly(2026, 3, 31) };
        PromoCodeSalesReport sales = await PromoCodeSalesReport.ReadAsync(
            wb.Finance.StreamSalesReportAsync(march, stop), codes, nmId => costs.GetValueOrDefault(nmId), stop);
        foreach (PromoCodeSales code in sales.Codes)
            Console.WriteLine($"{code.Code!.Code}: {code.Units} units, {code.Revenue:N2}, discount {code.Discount:N2}, profit {code.Profit:N2}");
        foreach (PromoCodeSales unknown in sales.Unknown)
            Console.WriteLine($"Which code is {unknown.WildberriesId}? {unknown.UnitsSold} units from {unknown.FirstDay} to {unknown.LastDay}");
        // </sales>
    }

    public static async Task Compare(
        IPromoCodeStore store, string sellerId, string chatId, PromoCode five, PromoCode ten, PromoCodeSalesReport sales, CancellationToken stop)
    {
        // <assign>
        var experiment = new PromoCodeExperiment { Name = "sizes, March", A = five, B = ten };
        PromoCode code = experiment.Assign(chatId);
        // </assign>
        Console.WriteLine(code);
        // <compare>
        IReadOnlyList<BuyerAnswer> sends = await store.ListAnswersAsync(new AnswerQuery { SellerId = sellerId }, stop);
        PromoCodeComparison comparison = experiment.Compare(sends.OfType<PromoCodeSend>(), sales);
        Console.WriteLine(comparison);
        Console.WriteLine(comparison.IsDifferent ? "more than chance" : "may be chance");
        // </compare>
    }
}
