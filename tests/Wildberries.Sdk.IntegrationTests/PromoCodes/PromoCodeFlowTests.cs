using Wildberries.Sdk.Answers;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.PromoCodes;

/// <summary>From a buyer's complaint to what the code brought, as a user's program goes about it.</summary>
public sealed class PromoCodeFlowTests
{
    private const string Seller = "0b7c3c9e-2f0f-4c55-9d0a-4b8ac1d9a001";
    private const string KnownId = "6f9619ff-8b86-d011-b42d-00cf4fc964ff";
    private const string UnknownId = "11111111-2222-4333-8444-555555555555";

    private static readonly DateOnly Day = new(2026, 11, 16);

    private static readonly Dictionary<string, Func<WildberriesOperation, WildberriesOperation>> Quick = new(StringComparer.Ordinal)
    {
        ["Finance.GetSalesReportRows"] = Shop.Limit(1000, 1, 1000),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_complaint_is_answered_with_the_advised_code_once()
    {
        await using Shop shop = await Shop.OpenAsync();
        var store = new InMemoryPromoCodeStore();
        DateOnly yesterday = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1);
        foreach ((string text, decimal percent) in new[] { ("SORRY5", 5m), ("SORRY15", 15m), ("SORRY10", 10m) })
        {
            var code = new PromoCode { SellerId = Seller, Code = text, Percent = percent, Start = yesterday, Days = 31 };
            Assert.Empty(await store.AddAsync(code, isInPortal: true, Cancel));
        }

        var sender = new PromoCodeSender(Seller, shop.Client.BuyerChat, store);
        shop.Emulator.Chats.BuyerWrites("1:a", "Плед пришёл с дыркой");
        shop.Emulator.Chats.BuyerWrites("1:a", "Очень расстроена");
        var states = new InMemoryStateStore();
        var results = new List<AnswerResult?>();
        for (int run = 0; run < 2; run++)
        {
            await foreach (ChatEvent chatEvent in new ChatEventStream(shop.Client.BuyerChat, states, Seller).ReadAvailableAsync(Cancel))
            {
                if (chatEvent.Sender == ChatSender.Client)
                    results.Add(await AnswerAsync(chatEvent));
            }
        }

        EmulatedMessage message = Assert.Single(shop.Emulator.Chats.Sent);
        Assert.Contains("SORRY10", message.Text, StringComparison.Ordinal);
        Assert.Equal(AnswerOutcome.Sent, results[0]?.Outcome);

        // The second message of the same buyer gets no second code: the advice knows of the first.
        Assert.Equal([null], results.Skip(1));

        async Task<AnswerResult?> AnswerAsync(ChatEvent buyerEvent)
        {
            var portfolio = new PromoCodePortfolio(Seller, await store.ListAsync(Seller, cancellationToken: Cancel));
            IReadOnlyList<BuyerAnswer> sends =
                await store.ListAnswersAsync(new AnswerQuery { SellerId = Seller, TargetId = buyerEvent.ChatId }, Cancel);
            PromoAdvice? advice = new PromoAdvisor(portfolio).Advise(new ChatContext
            {
                Intent = ChatIntent.Defect,
                Sentiment = Sentiment.Negative,
                Offers = [.. sends.OfType<PromoCodeSend>().Select(send => new PromoOffer { PromoCodeId = send.PromoCodeId, OfferedAt = send.StartedAt })],
            });
            return advice is null
                ? null
                : await sender.SendAsync(
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
                    },
                    Cancel);
        }
    }

    [Fact]
    public async Task What_codes_brought_is_told_from_a_report_over_the_wire()
    {
        await using Shop shop = await Shop.OpenAsync(Quick);
        shop.Emulator.Finance.PromoCodes = new Dictionary<string, decimal> { [KnownId] = 10m, [UnknownId] = 25m };
        EmulatedFinancialReport report = shop.Emulator.Finance.AddSalesReport(Day, Day.AddDays(6), 3_000, seed: 5);
        var code = new PromoCode { SellerId = Seller, Code = "TEN", Percent = 10m, Start = Day, Days = 31, WildberriesId = KnownId };
        List<SalesReportRow> rows = [];
        PromoCodeSalesReport sales = await PromoCodeSalesReport.ReadAsync(
            Keep(shop.Client.Finance.StreamSalesReportAsync(report.ReportId, cancellationToken: Cancel)), [code], cancellationToken: Cancel);

        Assert.Equal(3_000, rows.Count);
        PromoCodeSales known = Assert.Single(sales.Codes);
        PromoCodeSales unknown = Assert.Single(sales.Unknown);
        Check(known, KnownId, 10m);
        Check(unknown, UnknownId, 25m);
        Assert.Same(code, known.Code);
        Assert.Equal(7, sales.Days.Count);
        Assert.Equal(known.Revenue, sales.Days.Sum(day => day.Revenue));

        void Check(PromoCodeSales found, string id, decimal percent)
        {
            SalesReportRow[] own = [.. rows.Where(row => row.PromoCodeId == id)];
            SalesReportRow[] sold = [.. own.Where(row => row.DocumentType == "Продажа")];
            SalesReportRow[] returned = [.. own.Where(row => row.DocumentType == "Возврат")];
            Assert.NotEmpty(returned);
            Assert.Equal((sold.Length, returned.Length), (found.UnitsSold, found.UnitsReturned));
            Assert.Equal(sold.Select(row => row.OrderUid).Distinct().Count(), found.Orders);
            Assert.Equal(sold.Sum(row => row.RetailPriceWithDiscount) - returned.Sum(row => row.RetailPriceWithDiscount), found.Revenue);
            decimal discount = found.Revenue * percent / (100m - percent);
            Assert.InRange(found.Discount, discount - own.Length * 0.01m, discount + own.Length * 0.01m);
        }

        async IAsyncEnumerable<SalesReportRow> Keep(IAsyncEnumerable<SalesReportRow> stream)
        {
            await foreach (SalesReportRow row in stream)
            {
                rows.Add(row);
                yield return row;
            }
        }
    }
}
