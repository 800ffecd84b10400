using System.Globalization;
using CsvHelper;

namespace FbsPacker;

/// <summary>How many of each size a warehouse has.</summary>
internal static class StockFile
{
    private const int MaxAmount = 100_000;

    public static ILookup<long, (long ChrtId, int Amount)> Read(string path)
    {
        var rows = new List<(long WarehouseId, long ChrtId, int Amount)>();
        var seen = new HashSet<(long, long)>();
        try
        {
            using var csv = CsvReader.FromFile(path, new CsvReaderOptions { TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw });
            while (csv.Read())
            {
                StockLine line = csv.GetRecord<StockLine>();
                if (!long.TryParse(line.WarehouseId, NumberStyles.None, CultureInfo.InvariantCulture, out long warehouseId)
                    || !long.TryParse(line.ChrtId, NumberStyles.None, CultureInfo.InvariantCulture, out long chrtId)
                    || !int.TryParse(line.Amount, NumberStyles.None, CultureInfo.InvariantCulture, out int amount)
                    || warehouseId == 0 || chrtId == 0 || amount > MaxAmount)
                {
                    throw new UsageException($"{path}, line {csv.LineNumber}: a warehouse, a size and an amount from 0 to 100,000 are whole numbers.");
                }

                if (!seen.Add((warehouseId, chrtId)))
                    throw new UsageException($"{path}, line {csv.LineNumber}: size {chrtId} of warehouse {warehouseId} stands there twice.");
                rows.Add((warehouseId, chrtId, amount));
            }
        }
        catch (Exception exception) when (exception is CsvFormatException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {exception.Message}", exception);
        }

        return rows.ToLookup(row => row.WarehouseId, row => (row.ChrtId, row.Amount));
    }
}
