// <host>
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
// </host>
// <first>
using Wildberries.Sdk;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;
// </first>

namespace Snippets;

public static class GettingStarted
{
    public static async Task First()
    {
        // <first>
        using var wb = WildberriesClient.Create(Environment.GetEnvironmentVariable("WB_TOKEN")!);

        SellerInfo seller = await wb.Common.GetSellerInfoAsync();
        Console.WriteLine($"{seller.Name}, {seller.TradeMark}");

        ChatsResponse chats = await wb.BuyerChat.GetChatsAsync();
        foreach (Chat chat in chats.Result)
            Console.WriteLine($"{chat.ClientName}: {chat.LastMessage?.Text}");
        // </first>
    }

    public static async Task RunAsync(string[] args)
    {
        // <host>
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddWildberries(builder.Configuration.GetSection("Wildberries"));
        builder.Services.AddHostedService<NewsReader>();
        await builder.Build().RunAsync();
        // </host>
    }

    public static async Task Tariffs(IWildberriesClient wb)
    {
        // <tariffs>
        var day = new DateOnly(2026, 12, 1);
        TariffsResponse<BoxTariffs> tariffs = await wb.Common.GetBoxTariffsAsync(day);
        foreach (WarehouseBoxTariff warehouse in tariffs.Data?.Warehouses ?? [])
            Console.WriteLine($"{warehouse.WarehouseName}: {warehouse.DeliveryBase} + {warehouse.DeliveryLiter}");
        // </tariffs>
    }
}

// <service>
public sealed class NewsReader(IWildberriesClient wb) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (NewsItem item in wb.Common.StreamNewsAsync(new DateOnly(2026, 11, 1), stoppingToken))
            Console.WriteLine($"{item.Date:d} {item.Header}");
    }
}
// </service>
