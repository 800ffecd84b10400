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
    private const string UndoEnd = "-undo";
    private const string DemoEnd = "-demo";

    private readonly bool _isRussian;

    private Run(string folder, bool isRussian)
    {
        Folder = folder;
        _isRussian = isRussian;
    }

    public string Folder { get; }

    public string UndoFile => Path.Combine(Folder, "undo.csv");

    public string ResultFile => Path.Combine(Folder, "result.csv");

    public string LeftOutFile => Path.Combine(Folder, "left-out.csv");

    /// <summary>What is known of the upload; <see langword="null"/> if nothing is.</summary>
    public PriceUploadResult? Known { get; private set; }

    private string UploadFile => Path.Combine(Folder, "upload.json");

    public static Run Create(DateTimeOffset now, Settings settings, bool isDemo)
    {
        string end = isDemo ? DemoEnd : settings.Command == "undo" ? UndoEnd : "";
        string folder = Path.Combine(Runs, now.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture) + end);
        Directory.CreateDirectory(folder);
        return new Run(folder, settings.IsRussian);
    }

    /// <summary>Opens the folder of an earlier run; without a name, of the last one. To undo an undo, one has to name it.</summary>
    public static Run Open(Settings settings)
    {
        string? folder = settings.Path?.TrimEnd('/', '\\');
        if (folder is null && Directory.Exists(Runs))
        {
            folder = Directory.EnumerateDirectories(Runs)
                .Where(name => !IsOf(name, DemoEnd) && !(settings.Command == "undo" && IsOf(name, UndoEnd)))
                .Max(StringComparer.Ordinal);
        }

        if (!Directory.Exists(folder))
            throw new UsageException(folder is null ? "There is no run yet." : $"There is no folder {folder}.");
        if (IsOf(folder, DemoEnd))
            throw new UsageException($"{folder} was a run in the emulated shop, which is gone.");
        var run = new Run(folder, settings.IsRussian);
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
            PrintState();
    }

    public void PrintState() => Console.WriteLine(
        $"At WB: done {Known?.Done.Count}, failed {Known?.Failed.Count}, unknown {Known?.Unknown.Count}, pending {Known?.Pending.Count}");

    public void WriteUndo(IReadOnlyCollection<PriceChange> changes)
    {
        if (changes.Count > 0)
            PriceFile.Write(UndoFile, changes, _isRussian);
    }

    /// <summary>Writes result.csv: for each product that was to be sent what became of it, with WB's own words where it refused.</summary>
    public void WriteResult() => Write(
        ResultFile,
        ["nmId", "price", "discount", "outcome", "reason"],
        Known?.Rows ?? [],
        row => [row.NmId, row.Price, row.Discount, row.IsQuarantined ? "Quarantined" : row.Outcome.ToString(), row.ErrorText]);

    /// <summary>Writes left-out.csv: the products that were not sent, and why. It can be corrected and used as a file of prices.</summary>
    public void WriteLeftOut(IEnumerable<(PriceChange Change, string Reason)> rows) => Write(
        LeftOutFile,
        ["nmId", "price", "discount", "reason"],
        rows,
        row => [row.Change.NmId, row.Change.Price, row.Change.Discount, row.Reason]);

    private static bool IsOf(string folder, string end) => folder.EndsWith(end, StringComparison.Ordinal);

    private void Write<T>(string path, string[] header, IEnumerable<T> rows, Func<T, object?[]> fieldsOf)
    {
        using FileStream file = File.Create(path);
        using CsvWriter csv = CsvOutput.To(file, _isRussian, header);
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
