using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Advert.Retired;

#pragma warning disable WBSDK0001 // As the page says.

namespace Snippets;

public static class MigratingAdvert
{
    public static void Register(IServiceCollection services, string token)
    {
        // <register>
        services.AddWildberries(options => options.Token = token)
            .AddRetiredAdvertApi();
        // </register>
    }

    public static async Task Call(IWildberriesClient wb)
    {
        // <call>
        IRetiredAdvertApi retired = wb.Api<IRetiredAdvertApi>();
        RetiredBudget budget = await retired.GetBudgetAsync(28150154);
        // </call>
        _ = budget;
    }

    public static async Task Budget(IWildberriesClient wb)
    {
        // <budget>
        await foreach (CampaignBudget budget in wb.Advert.StreamBudgetsAsync([28150154, 28150155]))
            Console.WriteLine($"{budget.AdvertId}: {budget.Total} {budget.Currency}");
        // </budget>
    }

    public static async Task Phrases(IWildberriesClient wb)
    {
        // <phrases>
        await wb.Advert.SetMinusPhrasesAsync(28150154, 182340115, ["плед синий", "плед детский"]);
        // </phrases>
    }
}
