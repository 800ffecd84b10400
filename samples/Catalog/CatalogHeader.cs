namespace Catalog;

/// <summary>The headings of a file, in English or in Russian, as WB's own template has them or shorter.</summary>
internal sealed class CatalogHeader
{
    private static readonly Dictionary<string, CatalogColumn> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["article"] = CatalogColumn.Article,
        ["vendor code"] = CatalogColumn.Article,
        ["Артикул"] = CatalogColumn.Article,
        ["Артикул продавца"] = CatalogColumn.Article,
        ["subject"] = CatalogColumn.Subject,
        ["Предмет"] = CatalogColumn.Subject,
        ["Категория продавца"] = CatalogColumn.Subject,
        ["group"] = CatalogColumn.Group,
        ["Группа"] = CatalogColumn.Group,
        ["title"] = CatalogColumn.Title,
        ["Наименование"] = CatalogColumn.Title,
        ["description"] = CatalogColumn.Description,
        ["Описание"] = CatalogColumn.Description,
        ["brand"] = CatalogColumn.Brand,
        ["Бренд"] = CatalogColumn.Brand,
        ["sizes"] = CatalogColumn.Sizes,
        ["Размер"] = CatalogColumn.Sizes,
        ["Размеры"] = CatalogColumn.Sizes,
        ["russian sizes"] = CatalogColumn.RussianSizes,
        ["Рос. размер"] = CatalogColumn.RussianSizes,
        ["Рос. размеры"] = CatalogColumn.RussianSizes,
        ["barcodes"] = CatalogColumn.Barcodes,
        ["Баркод"] = CatalogColumn.Barcodes,
        ["Баркоды"] = CatalogColumn.Barcodes,
        ["price"] = CatalogColumn.Price,
        ["Цена"] = CatalogColumn.Price,
        ["length"] = CatalogColumn.Length,
        ["Длина упаковки"] = CatalogColumn.Length,
        ["width"] = CatalogColumn.Width,
        ["Ширина упаковки"] = CatalogColumn.Width,
        ["height"] = CatalogColumn.Height,
        ["Высота упаковки"] = CatalogColumn.Height,
        ["weight"] = CatalogColumn.Weight,
        ["Вес с упаковкой"] = CatalogColumn.Weight,
        ["marked"] = CatalogColumn.Marked,
        ["Код маркировки нанесён"] = CatalogColumn.Marked,
        ["pictures"] = CatalogColumn.Pictures,
        ["Фото"] = CatalogColumn.Pictures,
    };

    private readonly (string Name, CatalogColumn Column)[] _columns;

    private CatalogHeader((string Name, CatalogColumn Column)[] columns) => _columns = columns;

    /// <summary>The columns in their order; one without a heading has an empty name.</summary>
    public IReadOnlyList<(string Name, CatalogColumn Column)> Columns => _columns;

    /// <summary>Reads the headings.</summary>
    /// <exception cref="UsageException">A column is missing or comes twice. Spelling mistakes are found later: no subject has such a characteristic.</exception>
    public static CatalogHeader Read(string path, IReadOnlyList<string> names)
    {
        (string Name, CatalogColumn Column)[] columns = [.. names.Select(name => name.Trim()).Select(name => (name, MeaningOf(name)))];
        foreach ((CatalogColumn needed, string heading) in new[] { (CatalogColumn.Article, "article (or Артикул)"), (CatalogColumn.Subject, "subject (or Предмет)") })
        {
            if (!columns.Any(one => one.Column == needed))
                throw new UsageException($"{path} has no column {heading}. In Excel, save it as CSV UTF-8.");
        }

        var twice = columns.Where(one => one.Name.Length > 0)
            .GroupBy(one => one.Column == CatalogColumn.Characteristic ? one.Name.ToUpperInvariant() : one.Column.ToString(), StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? new CatalogHeader(columns)
            : throw new UsageException($"{path} has more than one column for the same thing: {string.Join(", ", twice.Select(one => $"\"{one.Name}\""))}.");
    }

    // "Вес с упаковкой, кг", "Вес с упаковкой (кг)", "length, cm": the unit is known.
    private static CatalogColumn MeaningOf(string name)
    {
        foreach (string unit in new[] { ", см", " (см)", ", cm", " (cm)", ", кг", " (кг)", ", kg", " (kg)" })
        {
            if (name.EndsWith(unit, StringComparison.OrdinalIgnoreCase) && Known.TryGetValue(name[..^unit.Length], out CatalogColumn measure)
                && measure is CatalogColumn.Length or CatalogColumn.Width or CatalogColumn.Height or CatalogColumn.Weight)
            {
                return measure;
            }
        }

        return Known.GetValueOrDefault(name, CatalogColumn.Characteristic);
    }
}
