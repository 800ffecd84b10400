namespace Wildberries.Sdk.Warehouses;

/// <summary>What became of the stock of one size.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
public enum StockSyncOutcome
{
    /// <summary>
    /// Nobody can say: WB said yes or the answer was lost, and what was read afterwards does not show the stock. Either WB has not set it, or it has and all added
    /// pieces are sold: that is why it was not set again. Look at your orders, then synchronize with what is left. Or what is there cannot be read
    /// in WB's answer: such a stock is not sent.
    /// </summary>
    Unknown = 0,

    /// <summary>It differs and was not sent: in a dry run, or because the synchronization ended before.</summary>
    Pending = 1,

    /// <summary>It was as wanted already.</summary>
    Unchanged = 2,

    /// <summary>It differed, was sent, and is as wanted now; or fewer pieces are there by now, because some were sold after it was set.</summary>
    Changed = 3,

    /// <summary>WB does not take it; the row says why.</summary>
    Refused = 4,
}
