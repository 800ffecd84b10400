using System.Globalization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Warehouses;

/// <summary>What names a size in your own books: a barcode, the seller's article, or a number of WB. Texts are compared character by character.</summary>
public readonly record struct StockKey
{
    private readonly string? _text;

    private StockKey(StockKeyKind kind, long number, string? text)
    {
        Kind = kind;
        Number = number;
        _text = text;
    }

    /// <summary>By what the size is named.</summary>
    public StockKeyKind Kind { get; }

    /// <summary>The barcode or the article; of a number of WB its digits.</summary>
    public string Value => _text ?? Number.ToString(CultureInfo.InvariantCulture);

    internal long Number { get; }

    /// <summary>Names a size by its number at WB.</summary>
    /// <param name="chrtId">The number.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public static StockKey OfChrtId(long chrtId) => new(StockKeyKind.ChrtId, Argument.Id(chrtId), null);

    /// <summary>Names a size by a barcode.</summary>
    /// <param name="barcode">The barcode.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">It is missing or blank.</exception>
    public static StockKey OfBarcode(string barcode) => new(StockKeyKind.Barcode, 0, Argument.Text(barcode));

    /// <summary>Names the only size of a product by the seller's article.</summary>
    /// <param name="article">The article.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">It is missing or blank.</exception>
    public static StockKey OfArticle(string article) => new(StockKeyKind.Article, 0, Argument.Text(article));

    /// <summary>Names the only size of a product by the product's number at WB.</summary>
    /// <param name="nmId">The number.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public static StockKey OfNmId(long nmId) => new(StockKeyKind.NmId, Argument.Id(nmId), null);

    /// <summary>The kind and the value.</summary>
    /// <returns>For example <c>Barcode 4600000000017</c>.</returns>
    public override string ToString() => $"{Kind} {Value}";
}
