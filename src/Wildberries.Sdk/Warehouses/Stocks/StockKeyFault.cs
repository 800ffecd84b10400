namespace Wildberries.Sdk.Warehouses;

/// <summary>Why a key does not tell which size is meant.</summary>
public enum StockKeyFault
{
    /// <summary>No size has it.</summary>
    Unknown = 0,

    /// <summary>Several sizes have it: a product with several sizes, or a barcode that stands at two.</summary>
    Ambiguous = 1,

    /// <summary>Another row names the same size.</summary>
    Repeated = 2,
}
