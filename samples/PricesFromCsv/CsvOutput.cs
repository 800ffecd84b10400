using CsvHelper;

namespace PricesFromCsv;

/// <summary>Files that Excel opens as they are: a byte order mark for Cyrillic, and no text of WB's that could run as a formula.</summary>
internal static class CsvOutput
{
    private static readonly Dictionary<string, string> Russian = new(StringComparer.Ordinal)
    {
        ["nmId"] = "Артикул WB",
        ["price"] = "Новая цена",
        ["discount"] = "Новая скидка",
        ["outcome"] = "Итог",
        ["reason"] = "Причина",
    };

    /// <summary>Begins a file; with <paramref name="isRussian"/> for Excel in Russia.</summary>
    public static CsvWriter To(Stream stream, bool isRussian, params string[] header)
    {
        var csv = CsvWriter.Create(
            stream,
            new CsvWriterOptions { Separator = isRussian ? ';' : ',', WriteByteOrderMark = true, Injection = CsvInjection.Escape },
            leaveOpen: true);
        csv.WriteHeader([.. header.Select(name => isRussian ? Russian[name] : name)]);
        return csv;
    }
}
