using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using Wildberries.Sdk.DiscountsPrices;

namespace PricesFromCsv;

/// <summary>
/// A run that sends, and its folder: undo.csv is there before anything is sent, upload.json is what is known at each moment, result.csv what became of each
/// product.
/// </summary>
internal sealed class Run : IProgress<PriceUploadResult>
{
    private const string Runs = "runs";

    private Run(string folder) => Folder = folder;

    public string Folder { get; }

    public string UndoFile => Path.Combine(Folder, "undo.csv");

    /// <summary>What is known of the upload; <see langword="null"/> if nothing is.</summary>
    public PriceUploadResult? Known { get; private set; }

    private string UploadFile => Path.Combine(Folder, "upload.json");

    public static Run Create(DateTimeOffset now)
    {
        string folder = Path.Combine(Runs, now.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        return new Run(folder);
    }

    /// <summary>Opens the folder of an earlier run; without a name, of the last one.</summary>
    public static Run Open(string? folder)
    {
        if (folder is null && Directory.Exists(Runs))
            folder = Directory.EnumerateDirectories(Runs).Max(StringComparer.Ordinal);
        if (!Directory.Exists(folder))
            throw new UsageException(folder is null ? "There is no run yet." : $"There is no folder {folder}.");
        var run = new Run(folder);
        if (File.Exists(run.UploadFile))
            run.Known = JsonSerializer.Deserialize(File.ReadAllBytes(run.UploadFile), UploadJsonContext.Default.PriceUploadResult);
        return run;
    }

    /// <summary>Called by the uploader whenever there is something new. Written beside and moved: a crash leaves the old file or the new one.</summary>
    public void Report(PriceUploadResult value)
    {
        bool isNew = Known?.ToString() != value.ToString();
        Known = value;
        string next = UploadFile + ".next";
        File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes(value, UploadJsonContext.Default.PriceUploadResult));
        File.Move(next, UploadFile, overwrite: true);
        if (isNew)
            Console.WriteLine(value);
    }

    /// <summary>Writes result.csv: for each product that was to be sent what became of it, with WB's own words where it refused.</summary>
    public void WriteResult() => Write(
        "result.csv",
        ["nmId", "price", "discount", "outcome", "reason"],
        Known?.Rows ?? [],
        row => [row.NmId, row.Price, row.Discount, row.IsQuarantined ? "Quarantined" : row.Outcome.ToString(), row.ErrorText]);

    /// <summary>Writes left-out.csv: the products that were not sent, and why. It can be corrected and used as a file of prices.</summary>
    public void WriteLeftOut(IEnumerable<(PriceChange Change, string Reason)> rows) => Write(
        "left-out.csv",
        ["nmId", "price", "discount", "reason"],
        rows,
        row => [row.Change.NmId, row.Change.Price, row.Change.Discount, row.Reason]);

    private void Write<T>(string name, string[] header, IEnumerable<T> rows, Func<T, object?[]> fieldsOf)
    {
        using FileStream file = File.Create(Path.Combine(Folder, name));
        using CsvWriter csv = CsvOutput.To(file);
        csv.WriteHeader(header);
        foreach (T row in rows)
        {
            foreach (object? field in fieldsOf(row))
                csv.WriteField(field);
            csv.EndRecord();
        }
    }
}

[JsonSerializable(typeof(PriceUploadResult))]
internal sealed partial class UploadJsonContext : JsonSerializerContext;
