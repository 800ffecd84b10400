using System.Globalization;
using CsvHelper;

namespace Catalog.Demo;

/// <summary>
/// A catalogue of 200 cards with pictures, always the same. Some cards have faults that are found before anything is sent (<see cref="Faulty"/>), one has a fault that
/// only WB sees, and one is a card that WB loses.
/// </summary>
internal static class DemoCatalog
{
    /// <summary>How many cards it has.</summary>
    public const int Count = 200;

    /// <summary>An e-mail address in its description, which WB finds when it works on the card.</summary>
    public const string RefusedByWb = "mug-077";

    /// <summary>WB takes it, and then nothing is heard of it any more.</summary>
    public const string LostByWb = "blanket-050";

    private const string FileName = "catalog.csv";
    private const string Folder = "pictures";

    private static readonly (string Name, int Code)[] Colors = [("бежевый", 0xD8C3A5), ("белый", 0xFFFDF5), ("серый", 0x8E8D8A), ("синий", 0x2F4B7C)];

    private static readonly string[] Header =
    [
        "Артикул продавца", "Предмет", "Группа", "Наименование", "Описание", "Бренд", "Размеры", "Рос. размеры", "Баркоды", "Цена", "Длина упаковки, см",
        "Ширина упаковки, см", "Высота упаковки, см", "Вес с упаковкой, кг", "Код маркировки нанесён", "Фото", "Цвет", "Страна производства", "Состав", "Объем", "Пол", "Сезон",
    ];

    // What the seller got wrong, by article.
    private static readonly Dictionary<string, Func<DemoCard, DemoCard>> Mistakes = new(StringComparer.Ordinal)
    {
        ["mug-007"] = card => card with { Title = "Кружка фарфоровая подарочная с ручкой для чая, кофе и какао, на каждый день" },
        ["mug-019"] = card => card with { Volume = "большая" },
        ["mug-033"] = card => card with { Article = "mug-032" },
        ["mug-051"] = card => card with { Description = string.Concat(Enumerable.Repeat("Самая лучшая кружка. ", 300)) },
        ["mug-060"] = card => card with { Barcodes = Barcode(59) },
        [RefusedByWb] = card => card with { Description = card.Description + " Вопросы: shop@example.com" },
        ["blanket-011"] = card => card with { Color = "бежевый; белый; серый; синий; персиковый мелок; ещё один" },
        ["blanket-023"] = card => card with { Pictures = [$"{Folder}/blanket-023-small.png"] },
        ["blanket-035"] = card => card with { Pictures = [$"{Folder}/blanket-035-lost.png"] },
        ["sneakers-005"] = card => card with { Gender = "" },
        ["sneakers-009"] = card => card with { Subject = "Кросовки" },
    };

    /// <summary>How many cards are not sent.</summary>
    public static int Faulty => Mistakes.Count - 1;

    /// <summary>Writes the file and its pictures into a folder. What is there already is written anew.</summary>
    /// <returns>The file.</returns>
    public static string Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, Folder));
        int number = 0;
        foreach (DemoCard card in Cards())
        {
            int color = Array.Find(Colors, one => one.Name == card.Color).Code;
            foreach (string picture in card.Pictures.Where(picture => !picture.EndsWith("-lost.png", StringComparison.Ordinal)))
            {
                byte[] png = picture.EndsWith("-small.png", StringComparison.Ordinal) ? DemoPicture.Make(color, ++number, 300, 400) : DemoPicture.Make(color, ++number);
                File.WriteAllBytes(Path.Combine(folder, picture), png);
            }
        }

        string path = Path.Combine(folder, FileName);
        using FileStream file = File.Create(path);
        using var csv = CsvWriter.Create(file, new CsvWriterOptions { Separator = ';', WriteByteOrderMark = true });
        csv.WriteHeader(Header);
        foreach (DemoCard card in Cards())
        {
            foreach (string cell in Cells(card))
                csv.WriteField(cell);
            csv.EndRecord();
        }

        return path;
    }

    private static IEnumerable<DemoCard> Cards() =>
        Enumerable.Range(1, 80).Select(Mug)
            .Concat(Enumerable.Range(1, 60).Select(Blanket))
            .Concat(Enumerable.Range(1, 40).Select(Sweater))
            .Concat(Enumerable.Range(1, 20).Select(Sneakers))
            .Select(card => Mistakes.TryGetValue(card.Article, out Func<DemoCard, DemoCard>? mistake) ? mistake(card) : card);

    private static string[] Cells(DemoCard card) =>
    [
        card.Article, card.Subject, card.Group, card.Title, card.Description, "Тёплый дом", card.Sizes, card.Sizes, card.Barcodes, Text(card.Price),
        Text(card.Sides.Length), Text(card.Sides.Width), Text(card.Sides.Height), card.Weight, card.Marked, string.Join(';', card.Pictures), card.Color, card.Country,
        card.Composition, card.Volume, card.Gender, card.Season,
    ];

    private static DemoCard Mug(int number)
    {
        int volume = 200 + (number % 6 * 50);
        return new DemoCard
        {
            Article = Article("mug", number),
            Subject = "Кружки",
            Title = $"Кружка фарфоровая, {volume} мл",
            Description = "Кружка с ручкой, для чая и кофе. Можно мыть в посудомоечной машине.",
            Barcodes = number % 2 == 1 ? Barcode(number) : "",
            Price = 450 + (number % 5 * 40),
            Sides = (12, 10, 11),
            Weight = "0,45",
            Color = ColorOf(number),
            Country = "Китай",
            Volume = Text(volume),
            Pictures = Pictures("mug", number, count: number % 4 == 0 ? 2 : 1),
        };
    }

    private static DemoCard Blanket(int number) => new()
    {
        Article = Article("blanket", number),
        Subject = "Пледы",
        Title = "Плед вязаный, 130 на 170 см",
        Description = "Мягкий плед крупной вязки.",
        Price = 2190 + (number % 7 * 150),
        Sides = (40, 35, 15),
        Weight = "1,4",
        Color = ColorOf(number),
        Country = "Россия",
        Composition = number % 3 == 0 ? "хлопок 70%; акрил 30%" : "хлопок",
        Pictures = Pictures("blanket", number, count: 1),
    };

    // Four colours of a sweater are one group.
    private static DemoCard Sweater(int number) => new()
    {
        Article = Article("sweater", number),
        Subject = "Свитеры",
        Group = $"sweater-{Text((number + 3) / 4)}",
        Title = "Свитер из хлопка",
        Description = "Свитер с круглым вырезом.",
        Sizes = "46; 48; 50",
        Price = 3490,
        Sides = (35, 30, 8),
        Weight = "0,6",
        Marked = "да",
        Color = ColorOf(number),
        Country = "Россия",
        Composition = "хлопок 80%; акрил 20%",
        Gender = (number - 1) % 8 < 4 ? "Женский" : "Мужской",
        Season = "зима",
        Pictures = Pictures("sweater", number, count: 1),
    };

    private static DemoCard Sneakers(int number) => new()
    {
        Article = Article("sneakers", number),
        Subject = "Кроссовки",
        Title = "Кроссовки для бега",
        Description = "Лёгкие кроссовки на каждый день.",
        Sizes = "40; 41; 42",
        Price = 4990,
        Sides = (33, 22, 12),
        Weight = "0,9",
        Marked = "да",
        Color = ColorOf(number),
        Country = "Китай",
        Gender = "Мужской",
        Season = "лето",
        Pictures = Pictures("sneakers", number, count: 1),
    };

    private static string Article(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number:000}");

    private static string ColorOf(int number) => Colors[number % Colors.Length].Name;

    private static string[] Pictures(string kind, int number, int count) =>
        [.. Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{Folder}/{kind}-{number:000}-{i}.png"))];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Thirteen digits, of which the last is the check digit.
    private static string Barcode(int number)
    {
        string digits = string.Create(CultureInfo.InvariantCulture, $"460700{number:000000}");
        int sum = digits.Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 1 : 3)).Sum();
        return digits + Text((10 - (sum % 10)) % 10);
    }
}
