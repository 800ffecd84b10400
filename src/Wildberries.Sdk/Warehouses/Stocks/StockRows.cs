using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Warehouses;

/// <summary>Refuses rows that WB would refuse, and says which.</summary>
internal static class StockRows
{
    /// <summary>The most rows of a request.</summary>
    public const int MaxRows = 1000;

    /// <summary>The most pieces of a size.</summary>
    public const int MaxQuantity = 100_000;

    public static IReadOnlyList<long> Check(IReadOnlyList<long>? chrtIds)
    {
        const string Name = nameof(SizesRequest.ChrtIds);
        Argument.List(chrtIds, 1, MaxRows, Name);
        foreach (long chrtId in chrtIds!)
            Argument.Id(chrtId, Name);
        return chrtIds;
    }

    public static IReadOnlyList<Stock> Check(IReadOnlyList<Stock>? stocks)
    {
        const string Name = nameof(StocksRequest.Stocks);
        Argument.List(stocks, 1, MaxRows, Name);
        return Argument.Rows(stocks!, Describe, FaultOf, stock => stock.ChrtId, "size", Name);
    }

    public static string Describe(Stock stock) => FormattableString.Invariant($"chrtId {stock.ChrtId}");

    public static string? FaultOf(Stock stock) => stock switch
    {
        { ChrtId: <= 0 } => "the size's number is not positive",
        { Quantity: < 0 or > MaxQuantity } => FormattableString.Invariant($"the stock is {stock.Quantity}; WB takes 0 to {MaxQuantity:N0}"),
        _ => null,
    };
}
