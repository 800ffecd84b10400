namespace Wildberries.Sdk.FbwSupplies;

/// <summary>How much WB takes and gives at once.</summary>
internal static class FbwSupplyLimits
{
    public const int MaxPage = 1_000;
    public const int MaxDraftItems = 1_000;
    public const int MaxQuantity = 999_999;

    public static string? FaultOf(NewDraftItem item) =>
        string.IsNullOrWhiteSpace(item.Sku) ? "the barcode is blank"
        : item.Quantity is < 1 or > MaxQuantity ? "a quantity is 1 to 999,999"
        : null;
}
