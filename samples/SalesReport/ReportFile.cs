using System.Globalization;
using CsvHelper;
using MiniExcelLibs;
using Wildberries.Sdk.Finance;

namespace SalesToFile;

/// <summary>Writes rows as they come, so that the memory does not grow with the report.</summary>
internal static class ReportFile
{
    // A sheet ends there, and the first row has the headings.
    private const int MaxExcelRows = 1_048_575;

    // Numbers in a cell of Excel have no more digits.
    private const long MaxExcelNumber = 999_999_999_999_999;

    /// <summary>Writes beside and moves at the end: a file that is there is whole. No rows replace no file.</summary>
    /// <returns>Whether there were rows.</returns>
    public static async Task<bool> SaveAsync(
        Settings settings, IAsyncEnumerable<SalesReportRow> allRows, Totals totals, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<SalesReportRow> rows = totals.CountAsync(allRows);
        string part = settings.File + ".part";
        try
        {
            await using (FileStream file = File.Create(part))
            {
                await (settings.IsExcel
                    ? WriteExcelAsync(file, rows, settings.IsRussian, cancellationToken)
                    : WriteCsvAsync(file, rows, settings.IsRussian, cancellationToken));
            }

            if (totals.Rows > 0)
                File.Move(part, settings.File, overwrite: true);
            return totals.Rows > 0;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task WriteCsvAsync(
        Stream file, IAsyncEnumerable<SalesReportRow> rows, bool isRussian, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(file, new CsvWriterOptions
        {
            Separator = isRussian ? ';' : ',',
            FormatProvider = isRussian ? CultureInfo.GetCultureInfo("ru-RU") : CultureInfo.InvariantCulture,
            WriteByteOrderMark = true,

            // A name of a product that begins with = would run as a formula where the file is opened.
            Injection = CsvInjection.Escape,
        });
        csv.WriteHeader([.. Column.All.Select(column => Heading(column, isRussian))]);
        await foreach (SalesReportRow row in rows.WithCancellation(cancellationToken))
        {
            foreach (Column column in Column.All)
            {
                if (column.Value(row) is DateTime time)
                    csv.WriteField(time, "yyyy-MM-dd HH:mm:ss");
                else
                    csv.WriteField(column.Value(row));
            }

            await csv.EndRecordAsync(cancellationToken);
        }
    }

    // Texts are text cells there, whatever they begin with.
    private static async Task WriteExcelAsync(
        Stream file, IAsyncEnumerable<SalesReportRow> rows, bool isRussian, CancellationToken cancellationToken) =>
        await MiniExcel.SaveAsAsync(file, ToCellsAsync(rows, isRussian), sheetName: "Sales", cancellationToken: cancellationToken);

    private static async IAsyncEnumerable<Dictionary<string, object?>> ToCellsAsync(IAsyncEnumerable<SalesReportRow> rows, bool isRussian)
    {
        int count = 0;
        await foreach (SalesReportRow row in rows)
        {
            if (++count > MaxExcelRows)
                throw new UsageException("A sheet of Excel has 1,048,576 rows, and these are more: choose a shorter period, or a .csv file.");
            yield return Column.All.ToDictionary(column => Heading(column, isRussian), column => column.Value(row) switch
            {
                long and > MaxExcelNumber and var number => number.ToString(CultureInfo.InvariantCulture),
                var value => value,
            });
        }
    }

    private static string Heading(Column column, bool isRussian) => isRussian ? column.Russian : column.Field.Value;
}
