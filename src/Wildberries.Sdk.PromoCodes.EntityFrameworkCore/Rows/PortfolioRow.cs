namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Rows;

/// <summary>One row for each seller. Every write about the seller changes it first, and so waits for the writes before.</summary>
internal sealed class PortfolioRow
{
    public required string SellerId { get; init; }

    public long Version { get; set; }
}
