using CsvHelper;

namespace FbsPacker;

[CsvRecord]
internal sealed partial record MarkingLine
{
    [CsvColumn("article", "Артикул")]
    public string? Article { get; init; }

    [CsvColumn("code", "Код")]
    public string? Code { get; init; }
}
