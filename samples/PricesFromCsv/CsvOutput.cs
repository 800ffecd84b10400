using System.Globalization;
using CsvHelper;

namespace PricesFromCsv;

internal static class CsvOutput
{
    /// <summary>
    /// A writer whose files Excel opens as they are: the separator and the decimal comma of this machine, a byte order mark for Cyrillic, and no text of WB's that
    /// could run as a formula.
    /// </summary>
    public static CsvWriter To(Stream stream) => CsvWriter.Create(
        stream,
        new CsvWriterOptions
        {
            Separator = CultureInfo.CurrentCulture.TextInfo.ListSeparator == ";" ? ';' : ',',
            FormatProvider = CultureInfo.CurrentCulture,
            WriteByteOrderMark = true,
            Injection = CsvInjection.Escape,
        },
        leaveOpen: true);
}
