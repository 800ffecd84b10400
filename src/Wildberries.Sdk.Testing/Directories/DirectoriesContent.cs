namespace Wildberries.Sdk.Testing;

/// <summary>What the directories have from the start.</summary>
internal static class DirectoriesContent
{
    public const long Mugs = 1190;
    public const long Blankets = 1128;
    public const long Sweaters = 217;
    public const long Sneakers = 105;
    public const long Color = 14177449;
    public const long Composition = 14177450;
    public const long Country = 14177451;
    public const long Volume = 90702;
    public const long Gender = 165;
    public const long Season = 50;

    public static IReadOnlyList<EmulatedColor> Colors { get; } =
    [
        new() { Name = "бежевый", ParentName = "бежевый" },
        new() { Name = "белый", ParentName = "белый" },
        new() { Name = "персиковый мелок", ParentName = "оранжевый" },
        new() { Name = "серый", ParentName = "серый" },
        new() { Name = "синий", ParentName = "синий" },
    ];

    public static IReadOnlyList<EmulatedCountry> Countries { get; } =
    [
        new() { Id = 15000170, Name = "Китай", FullName = "Китайская Народная Республика" },
        new() { Id = 15000215, Name = "Россия", FullName = "Российская Федерация" },
    ];

    public static IReadOnlyList<string> Genders { get; } = ["Мужской", "Женский", "Мальчики", "Девочки"];

    public static IReadOnlyList<string> Seasons { get; } = ["демисезон", "зима", "круглогодичный", "лето"];

    public static IReadOnlyList<string> VatRates { get; } = ["0", "10", "20", "Без НДС", "13"];

    public static IEnumerable<EmulatedSubject> Subjects =>
    [
        new EmulatedSubject
        {
            Id = Mugs,
            Name = "Кружки",
            ParentId = 739,
            ParentName = "Посуда и инвентарь",
            Characteristics =
            [
                .. Common,
                new EmulatedCharacteristic { Id = Volume, Name = "Объем", Type = 4, UnitName = "мл", HasFilter = true, IsPopular = true },
                new EmulatedCharacteristic { Id = 90745, Name = "Старая характеристика", Type = 0 },
            ],
            TnvedCodes = [new() { Code = "6911100000", Description = "Посуда столовая и кухонная из фарфора" }],
            Okpd2Codes = [new() { Code = "23.41.11", Description = "Изделия столовые и кухонные из фарфора" }],
            Brands = [HomeBrand],
        },
        new EmulatedSubject
        {
            Id = Blankets,
            Name = "Пледы",
            ParentId = 2290,
            ParentName = "Спальные принадлежности",
            Characteristics = [.. Common, new EmulatedCharacteristic { Id = Composition, Name = "Состав", MaxCount = 3 }],
            TnvedCodes = [new() { Code = "6301309000", Description = "Одеяла и пледы дорожные из хлопчатобумажной пряжи, прочие" }],
            Okpd2Codes = [new() { Code = "13.92.11", Description = "Одеяла и пледы дорожные" }],
            Brands = [HomeBrand],
        },
        new EmulatedSubject
        {
            Id = Sweaters,
            Name = "Свитеры",
            ParentId = 1,
            ParentName = "Одежда",
            IsMarkingRequired = true,
            Characteristics =
            [
                .. Common,
                new EmulatedCharacteristic { Id = Composition, Name = "Состав", MaxCount = 3, IsRequired = true },
                new EmulatedCharacteristic { Id = Gender, Name = "Пол", MaxCount = 1, IsRequired = true },
                new EmulatedCharacteristic { Id = Season, Name = "Сезон", MaxCount = 1 },
            ],
            TnvedCodes =
            [
                new() { Code = "6110209100", Description = "Свитеры из хлопчатобумажной пряжи, мужские" },
                new() { Code = "6110209900", Description = "Свитеры из хлопчатобумажной пряжи, женские" },
            ],
            Okpd2Codes = [new() { Code = "14.39.10", Description = "Джемперы, пуловеры, свитеры трикотажные" }],
            Brands = [HomeBrand, new() { Id = 45_671, Name = "Вязка" }],
        },
        new EmulatedSubject
        {
            Id = Sneakers,
            Name = "Кроссовки",
            ParentId = 6,
            ParentName = "Обувь",
            IsMarkingRequired = true,
            Characteristics =
            [
                .. Common,
                new EmulatedCharacteristic { Id = 54337, Name = "Размер", Type = 4, UnitName = "см", HasFilter = true, IsVariable = true, HasNamedField = true },
                new EmulatedCharacteristic { Id = Gender, Name = "Пол", MaxCount = 1, IsRequired = true },
                new EmulatedCharacteristic { Id = Season, Name = "Сезон", MaxCount = 1 },
            ],
            TnvedCodes = [new() { Code = "6404110000", Description = "Обувь спортивная с верхом из текстильных материалов" }],
            Okpd2Codes = [new() { Code = "15.20.21", Description = "Обувь спортивная" }],
        },
    ];

    public static IEnumerable<(string Russian, string English, string Chinese)> Translations =>
    [
        ("Кружки", "Mugs", "马克杯"),
        ("Пледы", "Blankets", "毯子"),
        ("Свитеры", "Sweaters", "毛衣"),
        ("Кроссовки", "Sneakers", "运动鞋"),
        ("Посуда и инвентарь", "Tableware", "餐具"),
        ("Спальные принадлежности", "Bedding", "床上用品"),
        ("Одежда", "Clothes", "服装"),
        ("Обувь", "Shoes", "鞋"),
        ("Цвет", "Color", "颜色"),
        ("Состав", "Composition", "成分"),
        ("Страна производства", "Country of origin", "原产国"),
        ("Объем", "Volume", "容量"),
        ("Пол", "Gender", "性别"),
        ("Сезон", "Season", "季节"),
        ("бежевый", "beige", "米色"),
        ("белый", "white", "白色"),
        ("серый", "gray", "灰色"),
        ("синий", "blue", "蓝色"),
        ("Женский", "Female", "女"),
        ("Мужской", "Male", "男"),
        ("Китай", "China", "中国"),
        ("Россия", "Russia", "俄罗斯"),
        ("мл", "ml", "毫升"),
        ("см", "cm", "厘米"),
        ("зима", "winter", "冬季"),
        ("лето", "summer", "夏季"),
    ];

    private static EmulatedBrand HomeBrand => new() { Id = 30_217, Name = "Тёплый дом" };

    private static IEnumerable<EmulatedCharacteristic> Common =>
    [
        new() { Id = 21, Name = "Бренд", MaxCount = 1, HasNamedField = true },
        new() { Id = Color, Name = "Цвет", MaxCount = 5, HasFilter = true, IsPopular = true, IsVariable = true },
        new() { Id = Country, Name = "Страна производства", MaxCount = 1 },
    ];
}
