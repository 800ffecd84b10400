using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing;

namespace Snippets;

public static class Testing
{
    public static async Task Start()
    {
        // <start>
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync();
        emulator.Chats.BuyerWrites("1:abc", "Пришёл не тот цвет", buyerName: "Игорь");
        using var wb = WildberriesClient.Create(emulator.CreateToken(), options => options.UseEmulator(emulator));

        await wb.BuyerChat.SendAsync("1:abc", "Игорь, извините! Заменим.");

        Console.WriteLine(emulator.Chats.Sent[0].Text);
        Console.WriteLine(emulator.Requests.Count("POST /api/v1/seller/message"));
        // </start>
    }

    public static async Task Container()
    {
        // <container>
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync();
        var services = new ServiceCollection();
        services.AddWildberries(options => options.UseEmulator(emulator));
        // </container>
    }

    public static void Conversation(WildberriesEmulator emulator)
    {
        // <conversation>
        emulator.Chats.OnSellerMessage(message => emulator.Chats.BuyerWrites(message.ChatId, "Спасибо!"));
        // </conversation>
    }

    public static void Reviews(WildberriesEmulator emulator)
    {
        // <reviews>
        emulator.Feedbacks.ModerationTime = TimeSpan.FromHours(1);
        EmulatedFeedback feedback = emulator.Feedbacks.BuyerWrites(new EmulatedFeedback { NmId = 168902447, Stars = 1, Text = "Скол на ручке" });
        emulator.Questions.BuyerAsks(new EmulatedQuestion { NmId = 182340115, Text = "Можно стирать?" });
        emulator.BuyerReturns.BuyerClaims(new EmulatedClaim { NmId = 168902447, Text = "Скол на ручке", Price = 690 });

        // ... your program answers ...
        Console.WriteLine(emulator.Feedbacks.Sent.Count(answer => answer.Id == feedback.Id));
        emulator.Feedbacks.RejectAnswer(feedback.Id);
        // </reviews>
    }

    public static void Cards(WildberriesEmulator emulator)
    {
        // <cards>
        emulator.Directories.Add(new EmulatedSubject
        {
            Id = 50,
            Name = "Носки",
            Characteristics = [new EmulatedCharacteristic { Id = 12, Name = "Рисунок", IsRequired = true, MaxCount = 3 }],
        });
        emulator.Cards.ProcessingTime = TimeSpan.FromMinutes(20);
        emulator.Cards.Refuse("socks-2", "Запрещено использовать E-Mail в поле Описание");
        EmulatedCard card = emulator.Cards.Add(new EmulatedCard { VendorCode = "mug", Title = "Кружка", Photos = [EmulatedMedia.Picture()] });

        // ... your program creates and changes cards ...
        emulator.Cards.Change(card.NmId, one => one with { Title = "Чашка" }); // somebody else, in the portal
        Console.WriteLine(emulator.Cards.FindByVendorCode("socks-1")?.Title);
        Console.WriteLine(emulator.Cards.ErrorsOf("socks-2")[0]);
        // </cards>
    }

    public static void Faults(WildberriesEmulator emulator)
    {
        // <faults>
        emulator.Faults.Next("POST /api/v1/seller/message", Fault.TooManyRequests(retryAfter: TimeSpan.FromSeconds(2)));
        emulator.Faults.Next("GET /api/v1/seller/chats", Fault.Status(502), times: 2);
        emulator.Faults.Next("GET /api/v1/seller/events", Fault.TruncatedBody);
        emulator.Faults.Always("GET common-api/ping", Fault.Delay(TimeSpan.FromSeconds(5)));
        // </faults>
    }

    public static async Task Campaign()
    {
        // <campaign>
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(new() { TimeProvider = clock });
        EmulatedCampaign campaign = emulator.Adverts.Add(new EmulatedCampaign
        {
            Name = "Пледы",
            Status = 9,
            Budget = 1000,
            SpendPerHour = 100,
            Products = [new EmulatedCampaignProduct { NmId = 182340115 }],
        });

        clock.Advance(TimeSpan.FromHours(3));
        Console.WriteLine(emulator.Adverts.Find(campaign.Id)!.Budget); // 700
        // </campaign>
    }

    public static void Orders(WildberriesEmulator emulator)
    {
        // <order>
        EmulatedOrder order = emulator.Orders.BuyerOrders(new EmulatedPurchase
        {
            NmId = 219006534,
            Article = "boots-38",
            RequiredMarking = [MarkingCodeKind.Sgtin],
        });
        emulator.Orders.RefuseMarking("0104600266011725215Qbag!\u001d93Zjqw", MarkingDecision.SgtinWithdrawn);
        emulator.Orders.BuyerCancels(order.Id);
        Console.WriteLine(emulator.Orders.Find(order.Id)!.SupplierStatus); // new: WB tells of the buyer in the other status
        // </order>
    }

    public static void OwnRows(WildberriesEmulator emulator)
    {
        // <own-rows>
        emulator.Finance.AddSalesReport(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 8),
        [
            new SalesReportRow { NmId = 182340115, OperationName = "Продажа", DocumentType = "Продажа", Quantity = 1, ForPay = 1620.6m },
            new SalesReportRow { NmId = 182340115, OperationName = "Возврат", DocumentType = "Возврат", Quantity = 1, ForPay = 1620.6m },
        ]);
        // </own-rows>
    }

    public static void Tariffs(WildberriesEmulator emulator)
    {
        // <own-answer>
        emulator.Answer("GET /api/v1/tariffs/commission", """{"report":[{"subjectID":812,"kgvpMarketplace":21}]}""");
        // </own-answer>
    }

    public static void Tokens(WildberriesEmulator emulator)
    {
        // <tokens>
        string readOnly = emulator.CreateToken(readOnly: true);
        string pricesOnly = emulator.CreateToken(categories: TokenCategory.Prices);
        string baseToken = emulator.CreateToken(TokenType.Base);
        emulator.RevokeToken(readOnly);
        // </tokens>
        _ = (pricesOnly, baseToken);
    }

    public static async Task Clock()
    {
        // <clock>
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(new() { TimeProvider = clock });
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddWildberries(options => options.UseEmulator(emulator));
        // </clock>
    }
}

// <model>
public static class Samples
{
    public static ChatEvent Complaint { get; } = new()
    {
        ChatId = "1:abc",
        EventId = "event-1",
        Sender = ChatSender.Client,
        Message = new ChatMessage { Text = "Пришёл не тот цвет" },
    };
}
// </model>
