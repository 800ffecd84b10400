using Wildberries.Sdk;
using Wildberries.Sdk.FbwSupplies;

namespace Snippets;

public static class FbwSupplies
{
    public static async Task ReadAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <read>
        await foreach (FbwSupply supply in wb.FbwSupplies.StreamSuppliesAsync(cancellationToken: stop))
        {
            Console.WriteLine($"{(supply.IsPreorder ? "order" : "supply")} {supply.Id}: {supply.Status}, planned for {supply.PlannedAt:d}");
            await foreach (FbwSupplyProduct product in wb.FbwSupplies.StreamProductsAsync(supply.Id, supply.IsPreorder, stop))
                Console.WriteLine($"  {product.VendorCode}: {product.Quantity} units");
        }
        // </read>
    }

    public static async Task DraftAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <draft>
        string draftId = (await wb.FbwSupplies.CreateEmptyDraftAsync(stop)).DraftId;
        NewDraftItem[] items = [new() { Sku = "2042688657617", Quantity = 40 }, new() { Sku = "2042688657624", Quantity = 25 }];
        foreach (DraftItemResult row in await wb.FbwSupplies.AddItemsAsync(draftId, items, stop))
            Console.WriteLine($"{row.Item.Sku}: {row.Outcome} {row.Error?.Title} {row.Error?.Detail}");
        // </draft>
    }
}
