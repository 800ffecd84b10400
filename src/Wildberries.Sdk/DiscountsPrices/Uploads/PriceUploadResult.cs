using System.Globalization;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>
/// What is known of the rows that were given to a <see cref="PriceUploader"/>. Each row is in exactly one of <see cref="Done"/>,
/// <see cref="Failed"/>, <see cref="Unknown"/> and <see cref="Pending"/>.
/// </summary>
/// <remarks>
/// It never changes; a later one has more in it. It can be stored as JSON (<see cref="DiscountsPricesJsonContext.PriceUploadResult"/>) and gone on with after a
/// restart: <see cref="PriceUploader.WaitForUploadsAsync"/>. Source:
/// <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
/// </remarks>
public sealed record PriceUploadResult
{
    /// <summary>The uploads in the order of the rows.</summary>
    public IReadOnlyList<PriceUpload> Uploads
    {
        get => field ?? [];
        init;
    }

    /// <summary>All rows, in the order in which they were given.</summary>
    [JsonIgnore]
    public IReadOnlyList<PriceUploadRow> Rows => [.. Uploads.SelectMany(upload => upload?.Rows ?? [])];

    /// <summary>The rows that are as they should be: WB says that it has changed them, or there was nothing to change.</summary>
    [JsonIgnore]
    public IReadOnlyList<PriceUploadRow> Done => Of(row => row.IsDone);

    /// <summary>The rows that WB has not changed; their <see cref="PriceUploadRow.ErrorText"/> says why.</summary>
    [JsonIgnore]
    public IReadOnlyList<PriceUploadRow> Failed => Of(row => row.Outcome == PriceUploadOutcome.Failed);

    /// <summary>The rows of which nobody can say whether WB has changed them: look at the prices.</summary>
    [JsonIgnore]
    public IReadOnlyList<PriceUploadRow> Unknown => Of(row => row.Outcome == PriceUploadOutcome.Unknown);

    /// <summary>The rows that WB has not decided about, and those that were not sent.</summary>
    [JsonIgnore]
    public IReadOnlyList<PriceUploadRow> Pending => Of(row => row.IsPending);

    /// <summary>Whether no row is <see cref="Pending"/>.</summary>
    [JsonIgnore]
    public bool IsComplete => !Uploads.Any(upload => upload?.Rows.Any(row => row.IsPending) == true);

    /// <summary>How many rows are in which state, in one line.</summary>
    /// <returns>For example <c>1500 rows in 2 uploads: 1498 done, 2 failed, 0 unknown, 0 pending</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rows.Count} rows in {Uploads.Count} uploads: {Done.Count} done, {Failed.Count} failed, {Unknown.Count} unknown, {Pending.Count} pending");

    private PriceUploadRow[] Of(Func<PriceUploadRow, bool> condition) => [.. Rows.Where(condition)];
}
