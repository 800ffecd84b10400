using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Finance;

namespace SalesToFile;

/// <summary>Reads the rows of a period, and goes on after the last of them when the connection breaks in the middle of a page.</summary>
internal static class ReportReader
{
    private const int MaxFailuresInARow = 5;

    public static async IAsyncEnumerable<SalesReportRow> ReadAsync(
        IFinanceApi finance, SalesReportRowsRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long last = 0;
        int failures = 0;
        bool isOrdered = true;
        while (true)
        {
            IAsyncEnumerable<SalesReportRow> stream = finance.StreamSalesReportAsync(request with { RrdId = last }, cancellationToken);
            await using IAsyncEnumerator<SalesReportRow> rows = stream.GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                try
                {
                    if (!await rows.MoveNextAsync())
                        yield break;
                }
                catch (WildberriesApiException exception) when (isOrdered && IsBroken(exception) && failures < MaxFailuresInARow)
                {
                    // Out of order, nobody knows which rows are missing.
                    failures++;
                    Console.Error.WriteLine($"{exception.Message} Reading on after row {last}.");
                    break;
                }

                yield return rows.Current;
                failures = 0;
                isOrdered &= rows.Current.RrdId > last;
                last = Math.Max(last, rows.Current.RrdId);
            }
        }
    }

    private static bool IsBroken(WildberriesApiException exception) => exception
        is WildberriesConnectionException or WildberriesTimeoutException or WildberriesServerException or WildberriesResponseException;
}
