using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>Reads what an upload's details say of the rows that were uploaded.</summary>
internal static class UploadDetails
{
    // A product has a row for each of its sizes, a few dozen at the very most.
    private const int MaxListedForEachRow = 200;

    /// <summary>Reads the details as far as they say something of the rows.</summary>
    /// <param name="read">Reads the details; it is told, before each page after the first, whether that was all.</param>
    /// <param name="rows">What was uploaded.</param>
    /// <param name="count">How many products the upload has as WB counts them, if it says so.</param>
    /// <param name="isDone">Whether WB says that no row has failed.</param>
    /// <param name="operation">The short name of the operation that lists them, for exceptions.</param>
    /// <returns>The details of the rows' products, by product.</returns>
    /// <exception cref="WildberriesResponseException">The list is far longer than what was uploaded.</exception>
    public static async Task<ILookup<long, UploadedProduct>> ReadAsync(
        Func<Func<int, bool>, IAsyncEnumerable<UploadedProduct>> read, IReadOnlyList<PriceUploadRow> rows, int? count, bool isDone, string operation)
    {
        var asked = rows.Select(row => row.NmId).ToHashSet();
        var missing = rows.Select(row => (row.NmId, row.SizeId)).ToHashSet();
        var products = new List<UploadedProduct>();
        var distinct = new HashSet<long>();
        int listed = 0;
        await foreach (UploadedProduct one in read(IsAll).ConfigureAwait(false))
        {
            if (++listed > rows.Count * MaxListedForEachRow)
            {
                throw new WildberriesResponseException(FormattableString.Invariant(
                    $"The list of {operation} does not end: {rows.Count} rows were uploaded, and it has more than {rows.Count * MaxListedForEachRow}."))
                {
                    Operation = operation,
                    Delivery = Delivery.Answered,
                };
            }

            if (!asked.Contains(one.NmId))
                continue;
            products.Add(one);
            missing.Remove((one.NmId, null));
            missing.Remove((one.NmId, one.SizeId));
            distinct.Add(one.NmId);
        }

        return products.ToLookup(one => one.NmId);

        // All are there: the empty page that ends the list would cost a call. WB does not say whether it counts products or their sizes, so where a product
        // comes more than once, or a size that has failed may come after a full page, the list is read to its end.
        bool IsAll(int offset) => offset > 0 && (isDone || offset > listed) && count > 0 && listed >= count && products.Count == distinct.Count && missing.Count == 0;
    }
}
