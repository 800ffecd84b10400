using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using Wildberries.Sdk.DiscountsPrices;

namespace PricesFromCsv;

/// <summary>Prices in a CSV file: with commas or semicolons, as Excel saves them in any country.</summary>
internal static partial class PriceFile
{
    private const int ShownFaults = 20;

    /// <summary>Reads the changes. Nothing of a file is taken as long as one line is wrong.</summary>
    public static List<PriceChange> Read(string path)
    {
        var changes = new List<PriceChange>();
        var faults = new List<string>();
        var known = new HashSet<long>();
        try
        {
            using var csv = CsvReader.FromFile(path, new CsvReaderOptions { TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw });
            if (PriceLine.Fault([.. csv.Headers]) is { } wrong)
                throw new UsageException($"{path} {wrong}");
            while (csv.Read())
            {
                PriceLine line = csv.GetRecord<PriceLine>();
                if (line.IsEmpty)
                    continue;
                string? fault = Check(line, out PriceChange change);
                if (fault is null && !known.Add(change.NmId))
                    fault = $"product {change.NmId} is there twice";
                if (fault is null)
                    changes.Add(change);
                else
                    faults.Add($"line {csv.LineNumber}: {fault}");
            }
        }
        catch (Exception exception) when (exception is CsvFormatException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {exception.Message}", exception);
        }

        if (faults.Count > 0)
        {
            string more = faults.Count > ShownFaults ? $"\n  and {faults.Count - ShownFaults} more" : "";
            throw new UsageException($"{path} has lines that cannot be used:\n  {string.Join("\n  ", faults.Take(ShownFaults))}{more}");
        }

        return changes.Count > 0 ? changes : throw new UsageException($"{path} has no prices.");
    }

    /// <summary>Writes changes so that <see cref="Read"/> reads them, and waits until they are on the disk.</summary>
    public static void Write(string path, IEnumerable<PriceChange> changes, bool isRussian)
    {
        using var file = new FileStream(path, FileMode.CreateNew);
        using (CsvWriter csv = CsvOutput.To(file, isRussian, "nmId", "price", "discount"))
        {
            foreach (PriceChange change in changes)
            {
                csv.WriteField((object)change.NmId);
                csv.WriteField((object?)change.Price);
                csv.WriteField((object?)change.Discount);
                csv.EndRecord();
            }
        }

        file.Flush(flushToDisk: true);
    }

    private static string? Check(PriceLine line, out PriceChange change)
    {
        decimal? price = Whole(line.Price?.TrimEnd().TrimEnd('₽')), discount = Whole(line.Discount?.TrimEnd(' ', '%'));
        bool hasPrice = !string.IsNullOrWhiteSpace(line.Price), hasDiscount = !string.IsNullOrWhiteSpace(line.Discount);
        change = new PriceChange();
        if (!long.TryParse(line.NmId?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long nmId) || nmId == 0)
            return $"\"{line.NmId}\" is not the number of a product";
        if (!hasPrice && !hasDiscount)
            return "there is neither a price nor a discount";
        if (hasPrice && price is not > 0)
            return $"the price \"{line.Price}\" is not a whole number above zero{(line.Price!.AsSpan().ContainsAny(',', '.') ? ", without thousands separators" : "")}";
        if (hasDiscount && discount is not (>= 0 and <= 99))
            return $"the discount \"{line.Discount}\" is not a whole number from 0 to 99";
        change = new PriceChange { NmId = nmId, Price = price, Discount = (int?)discount };
        return null;
    }

    // 3490, 3 490, 3490,00 and 3490.00, but not 3,490: that is three thousand to some and three and a half to others.
    private static decimal? Whole(string? text) =>
        WholeNumber().Match(text ?? "") is { Success: true } match
            ? decimal.Parse(string.Concat(match.Groups[1].Value.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"^\s*([0-9]{1,3}(?:\s[0-9]{3}){1,3}|[0-9]{1,10})(?:[.,]0{1,2})?\s*$")]
    private static partial Regex WholeNumber();
}
