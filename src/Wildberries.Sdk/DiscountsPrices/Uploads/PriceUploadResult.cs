using System.Globalization;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>
/// What is known of the rows that were given to a <see cref="PriceUploader"/>. Each row is in exactly one of <see cref="Done"/>,
/// <see cref="Failed"/> and <see cref="Pending"/>.
/// </summary>
/// <remarks>
/// It never changes; a later one has more in it. It can be stored as JSON and gone on with after a restart:
/// <see cref="PriceUploader.WaitForUploadsAsync"/>. Source:
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
    public IEnumerable<PriceUploadRow> Rows => Uploads.SelectMany(upload => upload.Rows);

    /// <summary>The rows that are as they should be: WB says that it has changed them, or there was nothing to change.</summary>
    [JsonIgnore]
    public IEnumerable<PriceUploadRow> Done => Rows.Where(row => row.IsDone);

    /// <summary>
    /// The rows that failed, and those of which nobody can say that they succeeded (<see cref="PriceUploadOutcome.Unknown"/>).
    /// </summary>
    [JsonIgnore]
    public IEnumerable<PriceUploadRow> Failed => Rows.Where(row => !row.IsDone && !row.IsPending);

    /// <summary>The rows that WB has not decided about, and those that were not sent.</summary>
    [JsonIgnore]
    public IEnumerable<PriceUploadRow> Pending => Rows.Where(row => row.IsPending);

    /// <summary>Whether no row is <see cref="Pending"/>.</summary>
    [JsonIgnore]
    public bool IsComplete => !Pending.Any();

    /// <summary>How many rows are in which state, in one line.</summary>
    /// <returns>For example <c>1500 rows in 2 uploads: 1498 done, 2 failed, 0 pending</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rows.Count()} rows in {Uploads.Count} uploads: {Done.Count()} done, {Failed.Count()} failed, {Pending.Count()} pending");
}
