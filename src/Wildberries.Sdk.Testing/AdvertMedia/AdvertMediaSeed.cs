namespace Wildberries.Sdk.Testing;

/// <summary>The media campaigns of a shop that sells things for the home.</summary>
internal static class AdvertMediaSeed
{
    public static void Fill(EmulatedMediaCampaigns media, DateTimeOffset now)
    {
        media.Add(new EmulatedMediaCampaign
        {
            Name = "Тёплый дом: баннер на главной",
            Brand = "Тёплый дом",
            StartsAt = now.AddDays(-4),
            EndsAt = now.AddDays(10),
            Expenses = 14_000,
            Budget = 36_000,
            Banners = [new EmulatedBanner { Id = 68_080, NmIds = [182340115, 182340117] }],
        });
        media.Add(new EmulatedMediaCampaign
        {
            Name = "Осенняя распродажа",
            Brand = "Тёплый дом",
            Type = 1,
            Status = 7,
            StartsAt = now.AddDays(-40),
            EndsAt = now.AddDays(-33),
            Expenses = 50_000,
            Price = 50_000,
            Banners = [new EmulatedBanner { Id = 62_237, CategoryName = "Дом", Place = 2, ViewsPerDay = 4_000 }],
        });
    }
}
