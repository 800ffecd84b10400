using CsvHelper;
using Wildberries.Sdk.Orders;

namespace FbsPacker;

/// <summary>Codes as they were scanned: one line a unit, with the article that it is on.</summary>
internal static class MarkingFile
{
    public static Dictionary<string, Queue<string>> Read(string path)
    {
        var codes = new Dictionary<string, Queue<string>>(StringComparer.OrdinalIgnoreCase);
        try
        {
            using var csv = CsvReader.FromFile(path, new CsvReaderOptions { TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw });
            while (csv.Read())
            {
                MarkingLine line = csv.GetRecord<MarkingLine>();
                if (string.IsNullOrWhiteSpace(line.Article) || string.IsNullOrWhiteSpace(line.Code))
                    throw new UsageException($"{path}, line {csv.LineNumber}: an article and a code are needed.");
                if (!codes.TryGetValue(line.Article.Trim(), out Queue<string>? queue))
                    codes.Add(line.Article.Trim(), queue = new Queue<string>());

                // What scanners, keyboards and spreadsheets do to a code is undone; its group separators stay.
                queue.Enqueue(Sgtin.Repair(line.Code));
            }
        }
        catch (Exception exception) when (exception is CsvFormatException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {exception.Message}", exception);
        }

        return codes;
    }
}
