using CsvHelper;

namespace PricesFromCsv;

/// <summary>A line of the file as it stands there; the other names are those of WB's own template.</summary>
[CsvRecord]
internal sealed partial record PriceLine
{
    [CsvColumn("nmId", "Артикул WB")]
    public string? NmId { get; init; }

    [CsvColumn("price", "Новая цена", Optional = true)]
    public string? Price { get; init; }

    [CsvColumn("discount", "Новая скидка", Optional = true)]
    public string? Discount { get; init; }
}
