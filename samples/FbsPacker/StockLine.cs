using CsvHelper;

namespace FbsPacker;

[CsvRecord]
internal sealed partial record StockLine
{
    [CsvColumn("warehouseId", "Склад")]
    public string? WarehouseId { get; init; }

    [CsvColumn("chrtId", "Размер")]
    public string? ChrtId { get; init; }

    [CsvColumn("amount", "Остаток")]
    public string? Amount { get; init; }
}
