using System.Net.Http;
using Wildberries.Sdk;
using Wildberries.Sdk.Documents;
using Wildberries.Sdk.FbwSupplies;

/// <summary>Supplies to WB's warehouses, and documents: what the emulator answers by default.</summary>
internal static class DocumentChecks
{
    public static async Task RunAsync(IWildberriesClient wb, Func<string, Func<Task<bool>>, Task> check)
    {
        await check("supplies: ping", async () => (await wb.FbwSupplies.PingAsync()).Status == "OK");
        await check("supplies: list", async () => (await wb.FbwSupplies.GetSuppliesAsync(new FbwSupplyFilter())).Count > 0);
        await check("supplies: one", async () => (await wb.FbwSupplies.GetSupplyAsync(1)) is not null);
        await check("supplies: packages", async () => (await wb.FbwSupplies.GetPackagesAsync(1)) is not null);
        await check("documents: ping", async () => (await wb.Documents.PingAsync()).Status == "OK");
        await check("documents: categories", async () => (await wb.Documents.GetCategoriesAsync()).Data is not null);
        await check("documents: list", async () => (await wb.Documents.GetDocumentsAsync()).Data is not null);
        await check("documents: a file", async () =>
        {
            using HttpResponseMessage answer = await wb.Documents.GetFileAsync("redeem-notification-1", "zip");
            return answer.IsSuccessStatusCode;
        });
    }
}
