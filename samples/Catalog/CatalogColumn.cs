namespace Catalog;

/// <summary>What a column of the file means. A column that is none of these is a characteristic, and its heading the characteristic's name.</summary>
internal enum CatalogColumn
{
    Characteristic,
    Article,
    Subject,
    Group,
    Title,
    Description,
    Brand,
    Sizes,
    RussianSizes,
    Barcodes,
    Price,
    Length,
    Width,
    Height,
    Weight,
    Marked,
    Pictures,
}
