using CsvHelper;

namespace PricesFromCsv;

/// <summary>A line of the file as it stands there; the other names are those of WB's own template.</summary>
[CsvRecord]
internal sealed partial record PriceLine
{
    public const string KnownColumns = "nmId (or Артикул WB), price (or Новая цена), discount (or Новая скидка)";

    // Columns of WB's template and of this program's own files, which set nothing.
    private static readonly HashSet<string> Ignored = new(StringComparer.OrdinalIgnoreCase)
    {
        "outcome", "reason", "Итог", "Причина", "Бренд", "Категория", "Артикул продавца", "Последний баркод", "Остатки WB", "Остатки продавца", "Оборачиваемость",
        "Текущая цена", "Текущая скидка",
    };

    [CsvColumn("nmId", "Артикул WB")]
    public string? NmId { get; init; }

    [CsvColumn("price", "Новая цена", Optional = true)]
    public string? Price { get; init; }

    [CsvColumn("discount", "Новая скидка", Optional = true)]
    public string? Discount { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(NmId + Price + Discount);

    /// <summary>What is wrong with the header: a misspelt column must not be left unread. <see langword="null"/>: nothing is.</summary>
    public static string? Fault(IReadOnlyList<string> header)
    {
        string?[] meanings = [.. header.Select(name => MeaningOf(name.Trim()))];
        if (!meanings.Contains("nmId"))
            return $"has no column nmId (or Артикул WB). The columns are {KnownColumns}. In Excel, save it as CSV UTF-8.";
        string[] unknown = [.. header.Where((_, index) => meanings[index] is null).Select(name => $"\"{name}\"")];
        if (unknown.Length > 0)
            return $"has unknown columns: {string.Join(", ", unknown)}. The columns are {KnownColumns}.";
        return Array.Find(["nmId", "price", "discount"], name => meanings.Count(meaning => meaning == name) > 1) is { } twice
            ? $"has more than one column {twice}."
            : null;
    }

    private static string? MeaningOf(string name) => name.ToUpperInvariant() switch
    {
        "NMID" or "АРТИКУЛ WB" => "nmId",
        "PRICE" or "НОВАЯ ЦЕНА" => "price",
        "DISCOUNT" or "НОВАЯ СКИДКА" => "discount",
        "" => "",
        _ => Ignored.Contains(name) ? "" : null,
    };
}
