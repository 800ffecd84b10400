using Wildberries.Sdk.FbwSupplies;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.FbwSupplies;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class FbwSuppliesOperations
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IFbwSuppliesApi api, WildberriesEmulator emulator)
    {
        emulator.Answer("POST supplies-api/api/supplies/v1/drafts", """{"draftId":"d1"}""");
        emulator.Answer("DELETE supplies-api/api/supplies/v1/drafts/{draftId}", "", 204);
        emulator.Answer("POST supplies-api/api/supplies/v1/drafts/{draftId}/items", """{"results":[]}""");
        emulator.Answer("DELETE supplies-api/api/supplies/v1/drafts/{draftId}/items", """{"results":[]}""");

        Assert.Equal("OK", (await api.PingAsync(Cancel)).Status);
        Assert.Single((await api.GetAcceptanceOptionsAsync([new() { Barcode = "b", Quantity = 1 }], cancellationToken: Cancel)).Options);
        Assert.Single(await api.GetWarehousesAsync(Cancel));
        Assert.Single(await api.GetTransitTariffsAsync(Cancel));
        FbwSupply supply = Assert.Single(await api.GetSuppliesAsync(new FbwSupplyFilter(), cancellationToken: Cancel));
        Assert.False(supply.IsPreorder);
        Assert.Equal(FbwSupplyStatus.From(1), (await api.GetSupplyAsync(supply.Id, cancellationToken: Cancel)).Status);
        Assert.Single(await api.GetProductsAsync(supply.Id, cancellationToken: Cancel));
        Assert.Single(Assert.Single(await api.GetPackagesAsync(supply.Id, Cancel)).Products);
        Assert.Single((await api.GetDiscrepanciesAsync(supply.Id, Cancel)).Items);
        Assert.Single((await api.GetDraftsAsync(cancellationToken: Cancel)).Drafts);

        string draftId = (await api.CreateEmptyDraftAsync(Cancel)).DraftId;
        NewDraftItem item = new() { Sku = "b", Quantity = 2 };
        Assert.Equal(DraftItemOutcome.Added, Assert.Single(await api.AddItemsAsync(draftId, [item], Cancel)).Outcome);
        Assert.Single((await api.GetDraftItemsAsync(draftId, Cancel)).Items);
        Assert.Empty((await api.DeleteDraftItemsAsync(draftId, new DeleteDraftItemsRequest { Skus = ["b"] }, Cancel)).Results);
        await api.DeleteDraftAsync(draftId, Cancel);
    }
}
