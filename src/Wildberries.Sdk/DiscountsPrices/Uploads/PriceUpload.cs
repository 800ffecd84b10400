namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>One upload to WB, of at most 1,000 rows, and what is known of it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record PriceUpload
{
    /// <summary>WB's id of the upload; <see langword="null"/> if it was not sent, was refused, or if the answer with the id was lost.</summary>
    public long? Id { get; init; }

    /// <summary>
    /// Whether WB had this very upload already and took none anew; <see cref="Id"/> is that of the earlier one, and so are its failures. What it
    /// changed may have been changed again since: such rows are <see cref="PriceUploadOutcome.Unchanged"/> only if all is as they want it now.
    /// </summary>
    public bool AlreadyExisted { get; init; }

    /// <summary>Whether the upload waits for the start of a promotion: it is followed until WB keeps it for then; followed once more, to its end.</summary>
    public bool EndsScheduled { get; init; }

    /// <summary>The state that WB last told; <see langword="null"/> if it has told none yet.</summary>
    public UploadStatus? Status { get; init; }

    /// <summary>When WB sets or has set to work on it; <see langword="null"/> if not known.</summary>
    public DateTimeOffset? ActivatesAt { get; init; }

    /// <summary>What became of its rows.</summary>
    public IReadOnlyList<PriceUploadRow> Rows
    {
        get => field ?? [];
        init;
    }
}
