namespace Wildberries.Sdk.Warehouses;

/// <summary>By what a size is named.</summary>
public enum StockKeyKind
{
    /// <summary>By its number at WB (<c>chrtId</c>).</summary>
    ChrtId = 0,

    /// <summary>By a barcode.</summary>
    Barcode = 1,

    /// <summary>By the seller's article: of a product with one size only.</summary>
    Article = 2,

    /// <summary>By the number of its product at WB: of a product with one size only.</summary>
    NmId = 3,
}
