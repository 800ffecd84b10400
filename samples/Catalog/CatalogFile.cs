using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Catalog;

/// <summary>Cards in a CSV file: with commas or semicolons, as Excel saves them in any country. Lists within a cell have semicolons.</summary>
internal static partial class CatalogFile
{
    /// <summary>Reads the cards. What is wrong with a line stands in its row: the others can be used.</summary>
    /// <exception cref="UsageException">The file cannot be read, has no cards, or lacks a column.</exception>
    public static List<CatalogRow> Read(string path)
    {
        var rows = new List<CatalogRow>();
        try
        {
            using var csv = CsvReader.FromFile(path, new CsvReaderOptions { TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw });
            var header = CatalogHeader.Read(path, [.. csv.Headers]);
            string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            while (csv.Read())
            {
                string[] cells = [.. Enumerable.Range(0, header.Columns.Count).Select(i => i < csv.FieldCount ? csv.GetString(i).Trim() : "")];
                if (cells.Any(cell => cell.Length > 0))
                    rows.Add(new Line(header, cells, (int)csv.LineNumber).ToRow(folder));
            }
        }
        catch (Exception exception) when (exception is CsvFormatException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {exception.Message}", exception);
        }

        return rows.Count > 0 ? rows : throw new UsageException($"{path} has no cards.");
    }

    /// <summary>The parts of a cell with a list. An empty one in between keeps its place.</summary>
    private static string[] Split(string cell) => cell.Length == 0 ? [] : cell.TrimEnd(';').Split(';', StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"^([0-9]{1,3}(?:\s[0-9]{3}){1,2}|[0-9]{1,9})(?:[.,]0{1,2})?$")]
    private static partial Regex WholeNumber();

    private sealed class Line(CatalogHeader header, string[] cells, int number)
    {
        private readonly List<string> _faults = [];

        public CatalogRow ToRow(string folder) => new()
        {
            Line = number,
            Article = Text(CatalogColumn.Article),
            Subject = Text(CatalogColumn.Subject),
            Group = Text(CatalogColumn.Group),
            Title = Text(CatalogColumn.Title),
            Description = Text(CatalogColumn.Description),
            Brand = Text(CatalogColumn.Brand),
            Sizes = Sizes(),
            Length = (int?)Whole(CatalogColumn.Length),
            Width = (int?)Whole(CatalogColumn.Width),
            Height = (int?)Whole(CatalogColumn.Height),
            Weight = Number(CatalogColumn.Weight),
            IsMarked = Flag(CatalogColumn.Marked),
            Characteristics = header.Columns.Zip(cells)
                .Where(pair => pair.First is { Column: CatalogColumn.Characteristic, Name.Length: > 0 } && pair.Second.Length > 0)
                .ToDictionary(pair => pair.First.Name, pair => (IReadOnlyList<string>)[.. Split(pair.Second).Where(value => value.Length > 0)], StringComparer.OrdinalIgnoreCase),
            Pictures = [.. Split(Text(CatalogColumn.Pictures)).Where(file => file.Length > 0).Select(file => Path.GetFullPath(file.Replace('\\', '/'), folder))],
            Faults = _faults,
        };

        private string Text(CatalogColumn column) => header.Columns.Zip(cells).FirstOrDefault(pair => pair.First.Column == column).Second ?? "";

        // One price for all sizes, or one for each; the barcodes of a size are apart by spaces.
        private List<CatalogSize> Sizes()
        {
            string[] names = Split(Text(CatalogColumn.Sizes)), russian = Split(Text(CatalogColumn.RussianSizes)), barcodes = Split(Text(CatalogColumn.Barcodes));
            string[] prices = Split(Text(CatalogColumn.Price));
            int count = Math.Max(1, names.Length);
            if (names.Length == 0)
                barcodes = barcodes.Length == 0 ? [] : [string.Join(' ', barcodes)];
            foreach ((string[] list, string what) in new[] { (russian, "Russian sizes"), (barcodes, "barcodes") })
            {
                if (list.Length > 0 && list.Length != count)
                    _faults.Add($"{what}: {list.Length}, but the sizes are {count}");
            }

            if (prices.Length > 1 && prices.Length != count)
                _faults.Add($"prices: {prices.Length}, but the sizes are {count}");
            decimal?[] read = [.. prices.Select(price => WholeOf("price", price))];
            if (names.Length + russian.Length + barcodes.Length + prices.Length == 0)
                return [];
            return
            [
                .. Enumerable.Range(0, count).Select(i => new CatalogSize
                {
                    Name = names.ElementAtOrDefault(i),
                    RussianName = russian.ElementAtOrDefault(i),
                    Price = read.Length == 1 ? read[0] : read.ElementAtOrDefault(i),
                    Barcodes = barcodes.ElementAtOrDefault(i)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
                }),
            ];
        }

        private decimal? Whole(CatalogColumn column) => WholeOf(column.ToString().ToLowerInvariant(), Text(column));

        // 3490, 3 490, 3490,00 and 3490.00, but not 3,490: that is three thousand to some and three and a half to others.
        private decimal? WholeOf(string what, string text)
        {
            if (text.Length == 0)
                return null;
            if (WholeNumber().Match(text) is { Success: true } match)
                return decimal.Parse(string.Concat(match.Groups[1].Value.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
            _faults.Add($"{what}: \"{text}\" is not a whole number");
            return null;
        }

        private decimal? Number(CatalogColumn column) => NumberOf(column.ToString().ToLowerInvariant(), Text(column));

        // With a decimal comma or a point, and spaces between thousands.
        private decimal? NumberOf(string what, string text)
        {
            if (text.Length == 0)
                return null;
            string plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.');
            if (decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
                return number;
            _faults.Add($"{what}: \"{text}\" is not a number");
            return null;
        }

        private bool Flag(CatalogColumn column)
        {
            switch (Text(column).ToUpperInvariant())
            {
                case "YES" or "ДА" or "1" or "TRUE":
                    return true;
                case "" or "NO" or "НЕТ" or "0" or "FALSE":
                    return false;
                default:
                    _faults.Add($"marked: \"{Text(column)}\" is neither yes (да) nor no (нет)");
                    return false;
            }
        }
    }
}
