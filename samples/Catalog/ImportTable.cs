using CsvHelper;

namespace Catalog;

/// <summary>What is said of each card: on the screen, and in a CSV file that Excel opens as it is.</summary>
internal static class ImportTable
{
    /// <summary>What would be refused, and what WB may not like.</summary>
    public static void ShowCheck(IReadOnlyCollection<CatalogCard> cards, Journal journal)
    {
        CatalogCard[] fresh = [.. cards.Where(card => !card.MayBeThere)];
        CatalogCard[] refused = [.. fresh.Where(card => card.Faults.Count > 0)];
        CatalogCard[] doubtful = [.. fresh.Where(card => card.Faults.Count == 0 && card.Warnings.Count > 0)];
        if (refused.Length > 0)
            Show(journal, ["line", "article", "WOULD BE REFUSED"], refused.SelectMany(card => card.Faults.Select(fault => Cells(card, fault))));
        if (doubtful.Length > 0)
            Show(journal, ["line", "article", "DOUBTFUL"], doubtful.SelectMany(card => card.Warnings.Select(warning => Cells(card, warning))));
        journal.Write($"To create: {fresh.Length - refused.Length}. Would be refused: {refused.Length}. Sent before: {cards.Count - fresh.Length}.");

        static string[] Cells(CatalogCard card, string text) => [$"{card.Row.Line}", card.Row.Article, text];
    }

    /// <summary>What became of each card.</summary>
    public static void ShowResult(IReadOnlyCollection<CatalogCard> cards, Journal journal)
    {
        Show(journal, ["line", "article", "outcome", "NmId", "pictures", "why"], cards.Select(card => (string[])
        [
            $"{card.Row.Line}", card.Row.Article, card.Outcome, $"{card.Creation?.NmId}", Pictures(card), card.Reason,
        ]));
        string outcomes = string.Join(", ", cards.GroupBy(card => card.Outcome).OrderByDescending(group => group.Count()).Select(group => $"{group.Count()} {group.Key}"));
        journal.Write($"{cards.Count} cards: {outcomes}. Pictures: {cards.Where(card => card.IsThere).Sum(card => card.PictureCount)}.");
    }

    public static void Write(string path, IEnumerable<CatalogCard> cards)
    {
        using FileStream file = File.Create(path);

        // A byte order mark for Cyrillic, and no text of WB's that could run as a formula.
        using var csv = CsvWriter.Create(file, new CsvWriterOptions { Separator = ';', WriteByteOrderMark = true, Injection = CsvInjection.Escape });
        csv.WriteHeader(["article", "outcome", "nmId", "pictures", "why"]);
        foreach (CatalogCard card in cards)
        {
            csv.WriteField(card.Row.Article);
            csv.WriteField(card.Outcome);
            csv.WriteField(card.Creation?.NmId);
            csv.WriteField(Pictures(card));
            csv.WriteField(card.Reason);
            csv.EndRecord();
        }
    }

    private static string Pictures(CatalogCard card) => card.IsThere ? $"{card.PictureCount} of {card.Row.Pictures.Count}" : "";

    // The last column is as long as it is.
    private static void Show(Journal journal, string[] header, IEnumerable<string[]> rows)
    {
        string[][] all = [header, .. rows];
        int[] widths = [.. Enumerable.Range(0, header.Length - 1).Select(i => all.Max(row => row[i].Length))];
        foreach (string[] row in all)
            journal.Write($"  {string.Concat(widths.Select((width, i) => row[i].PadRight(width + 2)))}{row[^1]}".TrimEnd());
    }
}
