namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>What became of one row of an upload.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public enum PriceUploadOutcome
{
    /// <summary>
    /// Nobody can say: the answer to the upload was lost, or what WB tells about the upload does not settle the row. It counts as failed, since it
    /// cannot be called done.
    /// </summary>
    Unknown = 0,

    /// <summary>WB does not have it: it was not sent, or WB refused to look at it (a limit, a token).</summary>
    NotSent = 1,

    /// <summary>WB has it and has not decided yet.</summary>
    Processing = 2,

    /// <summary>WB keeps it for the start of a promotion.</summary>
    Scheduled = 3,

    /// <summary>WB has changed what was to be changed.</summary>
    Updated = 4,

    /// <summary>There was nothing to change: all is as the row wants it.</summary>
    Unchanged = 5,

    /// <summary>WB has changed nothing; <see cref="PriceUploadRow.ErrorText"/> says why. Quarantine is such a failure.</summary>
    Failed = 6,
}
