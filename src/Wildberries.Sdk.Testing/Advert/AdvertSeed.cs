namespace Wildberries.Sdk.Testing;

/// <summary>The campaigns of a shop that sells things for the home, and what they may promote.</summary>
internal static class AdvertSeed
{
    public static void Fill(EmulatedAdverts adverts, DateTimeOffset now)
    {
        (long NmId, string Title, long SubjectId, string SubjectName, decimal Price, string[] Clusters)[] products =
        [
            (182340115, "Плед вязаный бежевый 150х200", 765, "Пледы", 2190, ["плед вязаный", "плед на диван", "плед бежевый"]),
            (182340117, "Плед вязаный серый 150х200", 765, "Пледы", 2190, ["плед вязаный", "плед на диван", "плед серый"]),
            (204518733, "Джемпер шерстяной женский", 192, "Джемперы", 3450, ["джемпер женский", "свитер шерстяной"]),
            (168902447, "Кружка керамическая 400 мл", 812, "Кружки", 690, ["кружка керамическая", "кружка в подарок"]),
            (155270981, "Подушка 50х70", 755, "Подушки", 1780, ["подушка 50х70", "подушка для сна"]),
            (219006534, "Варежки вязаные", 293, "Варежки", 1290, ["варежки женские", "варежки вязаные"]),
        ];
        foreach ((long nmId, string title, long subjectId, string subjectName, decimal price, string[] clusters) in products)
        {
            adverts.AddProduct(new EmulatedAdvertProduct
            {
                NmId = nmId,
                Title = title,
                SubjectId = subjectId,
                SubjectName = subjectName,
                Price = price,
                SearchClusters = clusters,
            });
        }

        adverts.AddPayment(15_000, type: 3, at: now.AddDays(-20));
        adverts.AddPayment(10_000, type: 1, at: now.AddDays(-6));
        adverts.AddPromoBonus(new EmulatedPromoBonus { Sum = 3_000, Percent = 50, ExpiresAt = now.AddDays(30) });
        adverts.Add(new EmulatedCampaign
        {
            Name = "Пледы: поиск",
            Status = 9,
            StartedAt = now.AddDays(-5),
            Budget = 20_000,
            SpendPerHour = 90,
            Products =
            [
                new EmulatedCampaignProduct
                {
                    NmId = 182340115,
                    SearchBidKopecks = 32_000,
                    ClusterBidsKopecks = new Dictionary<string, long> { ["плед вязаный"] = 41_000 },
                },
                new EmulatedCampaignProduct { NmId = 182340117, SearchBidKopecks = 28_000, MinusPhrases = ["плед на диван"] },
            ],
        });
        adverts.Add(new EmulatedCampaign
        {
            Name = "Зима: джемперы и варежки",
            Status = 9,
            IsUnified = true,
            InRecommendations = true,
            StartedAt = now.AddDays(-10),
            Budget = 6_000,
            SpendPerHour = 40,
            Products = [new EmulatedCampaignProduct { NmId = 204518733 }, new EmulatedCampaignProduct { NmId = 219006534 }],
        });
        adverts.Add(new EmulatedCampaign
        {
            Name = "Кружки в подарок",
            PaysPerClick = true,
            CreatedAt = now.AddDays(-1),
            Products = [new EmulatedCampaignProduct { NmId = 168902447 }],
        });
        adverts.Add(new EmulatedCampaign
        {
            Name = "Подушки: осень",
            Status = 7,
            CreatedAt = now.AddDays(-60),
            ChangedAt = now.AddDays(-30),
            Products = [new EmulatedCampaignProduct { NmId = 155270981 }],
        });
    }
}
