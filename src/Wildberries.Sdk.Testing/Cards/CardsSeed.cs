namespace Wildberries.Sdk.Testing;

/// <summary>The cards of a shop that sells things for the home; their numbers are those of its prices and stocks.</summary>
internal static class CardsSeed
{
    private const string Brand = "Тёплый дом";

    public static void Fill(EmulatedCards cards, DateTimeOffset now)
    {
        EmulatedTag sale = cards.AddTag(new EmulatedTag { Name = "Распродажа", Color = "FEE0E0" });
        cards.AddTag(new EmulatedTag { Name = "Новинки", Color = "DEF1DD" });
        cards.Add(Blanket(182340115, "pled-beige", "бежевый", now) with { TagIds = [sale.Id], Photos = [EmulatedMedia.Picture(), EmulatedMedia.Picture()] });
        cards.Add(Blanket(182340117, "pled-grey", "серый", now));
        cards.Add(new EmulatedCard
        {
            NmId = 204518733,
            SubjectId = DirectoriesContent.Sweaters,
            VendorCode = "sweater",
            Brand = Brand,
            Title = "Свитер из хлопка",
            Description = "Свитер крупной вязки.",
            IsMarkingConfirmed = true,
            Dimensions = new EmulatedCardDimensions { Length = 35, Width = 30, Height = 8, GrossWeight = 0.6m },
            Characteristics =
            [
                new EmulatedCardCharacteristic { Id = DirectoriesContent.Color, Texts = ["синий"] },
                new EmulatedCardCharacteristic { Id = DirectoriesContent.Composition, Texts = ["хлопок 80%", "акрил 20%"] },
                new EmulatedCardCharacteristic { Id = DirectoriesContent.Gender, Texts = ["Женский"] },
            ],
            Sizes =
            [
                new EmulatedCardSize { ChrtId = 330114601, TechSize = "46", WbSize = "46", Price = 5750 },
                new EmulatedCardSize { ChrtId = 330114602, TechSize = "48", WbSize = "48", Price = 5900 },
            ],
            Documents =
            [
                new EmulatedCardDocument
                {
                    Type = 1,
                    Number = "ЕАЭС RU Д-RU.РА01.В.12345/26",
                    Applicant = "ООО «Тёплый дом»",
                    StartDate = new DateTimeOffset(2026, 1, 15, 0, 0, 0, TimeSpan.Zero),
                    EndDate = new DateTimeOffset(2029, 1, 14, 0, 0, 0, TimeSpan.Zero),
                },
            ],
            CreatedAt = now.AddDays(-40),
            UpdatedAt = now.AddDays(-2),
        });
        cards.Add(new EmulatedCard
        {
            NmId = 168902447,
            VendorCode = "mug",
            Brand = Brand,
            Title = "Кружка фарфоровая, 350 мл",
            Description = "Белая кружка с ручкой.",
            Dimensions = new EmulatedCardDimensions { Length = 12, Width = 10, Height = 11, GrossWeight = 0.45m },
            Characteristics =
            [
                new EmulatedCardCharacteristic { Id = DirectoriesContent.Color, Texts = ["белый"] },
                new EmulatedCardCharacteristic { Id = DirectoriesContent.Country, Texts = ["Китай"] },
                new EmulatedCardCharacteristic { Id = DirectoriesContent.Volume, Number = 350 },
            ],
            Sizes = [new EmulatedCardSize { ChrtId = 1689024470 }],
            Photos = [EmulatedMedia.Picture()],
            CreatedAt = now.AddDays(-60),
            UpdatedAt = now.AddDays(-1),
        });
        cards.Recommend(168902447, 182340115);
    }

    private static EmulatedCard Blanket(long nmId, string article, string color, DateTimeOffset now) => new()
    {
        NmId = nmId,
        ImtId = 171_236_540,
        SubjectId = DirectoriesContent.Blankets,
        VendorCode = article,
        Brand = Brand,
        Title = "Плед вязаный",
        Description = "Мягкий плед 130 на 170 см.",
        Dimensions = new EmulatedCardDimensions { Length = 40, Width = 35, Height = 15, GrossWeight = 1.4m },
        Characteristics =
        [
            new EmulatedCardCharacteristic { Id = DirectoriesContent.Color, Texts = [color] },
            new EmulatedCardCharacteristic { Id = DirectoriesContent.Composition, Texts = ["хлопок"] },
        ],
        Sizes = [new EmulatedCardSize { ChrtId = nmId * 10 }],
        CreatedAt = now.AddDays(-50),
        UpdatedAt = now.AddDays(-3),
    };
}
