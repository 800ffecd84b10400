using Wildberries.Sdk;
using Wildberries.Sdk.Documents;
using Wildberries.Sdk.FbwSupplies;
using Wildberries.Sdk.Testing;

/// <summary>Every operation on supplies to WB's warehouses and on documents, and what is built upon them.</summary>
internal static class DocumentChecks
{
    public static async Task RunAsync(IWildberriesClient wb, WildberriesEmulator emulator, Func<string, Func<Task<bool>>, Task> check)
    {
        await SuppliesAsync(wb.FbwSupplies, emulator, check);
        await DocumentsAsync(wb.Documents, emulator, check);
    }

    private static async Task SuppliesAsync(IFbwSuppliesApi api, WildberriesEmulator emulator, Func<string, Func<Task<bool>>, Task> check)
    {
        emulator.Answer("POST supplies-api/api/supplies/v1/drafts", """{"draftId":"d1"}""");
        emulator.Answer("DELETE supplies-api/api/supplies/v1/drafts/{draftId}", "", 204);
        emulator.Answer("POST supplies-api/api/supplies/v1/drafts/{draftId}/items", """{"results":[]}""");
        emulator.Answer("DELETE supplies-api/api/supplies/v1/drafts/{draftId}/items", """{"results":[]}""");
        await check("supplies: ping", async () => (await api.PingAsync()).Status == "OK");
        await check("supplies: options", async () => (await api.GetAcceptanceOptionsAsync([new() { Barcode = "b", Quantity = 1 }])).Options.Count == 1);
        await check("supplies: warehouses", async () => (await api.GetWarehousesAsync()).Count == 1);
        await check("supplies: transit", async () => (await api.GetTransitTariffsAsync()).Count == 1);
        await check("supplies: list", async () => (await api.GetSuppliesAsync(new FbwSupplyFilter())).Count == 1);
        await check("supplies: one", async () => (await api.GetSupplyAsync(1)).Status != default);
        await check("supplies: products", async () => (await api.GetProductsAsync(1)).Count == 1);
        await check("supplies: packages", async () => (await api.GetPackagesAsync(1)).Count == 1);
        await check("supplies: discrepancies", async () => (await api.GetDiscrepanciesAsync(1)).Items.Count == 1);
        await check("supplies: drafts", async () => (await api.GetDraftsAsync()).Drafts.Count == 1);
        await check("supplies: a draft", async () => (await api.CreateEmptyDraftAsync()).DraftId == "d1");
        await check("supplies: products of a draft", async () =>
            (await api.AddItemsAsync("d1", [new NewDraftItem { Sku = "b", Quantity = 2 }]))[0].Outcome == DraftItemOutcome.Added
            && (await api.GetDraftItemsAsync("d1")).Items.Count == 1
            && (await api.DeleteDraftItemsAsync("d1", new DeleteDraftItemsRequest { Skus = ["b"] })).Results.Count == 0);
        await check("supplies: no draft", async () =>
        {
            await api.DeleteDraftAsync("d1");
            return true;
        });
    }

    private static async Task DocumentsAsync(IDocumentsApi api, WildberriesEmulator emulator, Func<string, Func<Task<bool>>, Task> check)
    {
        const string File = """{"data":{"fileName":"Notice 1.zip","extension":"zip","document":"UEsDBA=="}}""";
        emulator.Answer("GET documents-api/api/v1/documents/download", File);
        emulator.Answer("POST documents-api/api/v1/documents/download/all", File);
        await check("documents: ping", async () => (await api.PingAsync()).Status == "OK");
        await check("documents: categories", async () => (await api.GetCategoriesAsync()).Data?.Categories.Count == 1);
        await check("documents: list", async () => (await api.GetDocumentsAsync()).Data?.Documents.Count == 1);
        await check("documents: files", async () =>
        {
            using var written = new MemoryStream();
            return (await api.DownloadAsync("notice-1", "zip", written)).Length == 4
                && (await api.DownloadPackedAsync([new DocumentFile { ServiceName = "notice-1", Extension = "zip" }], written)).FileName == "Notice 1.zip";
        });
    }
}
