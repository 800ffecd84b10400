using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.PromoCalendar;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class PromoCalendarOperations
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IPromoCalendarApi calendar, WildberriesEmulator emulator)
    {
        DateTimeOffset start = new(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(3)), end = start.AddDays(7);
        emulator.Prices.ProcessingTime = TimeSpan.Zero;
        emulator.Promotions.Add(new EmulatedPromotion
        {
            Id = 1101,
            Name = "Тёплая неделя",
            Advantages = ["Плашка"],
            StartsAt = start,
            EndsAt = DateTimeOffset.MaxValue,
            Products = [new EmulatedPromotionProduct { NmId = 182340115, Price = 2190, PlanPrice = 1752.5m, Discount = 10, PlanDiscount = 20 }],
        });

        Promotion promotion = Assert.Single((await calendar.GetPromotionsAsync(start, end, true, 10, 0, Cancel)).Data!.Promotions);
        Assert.Equal((1101, "Тёплая неделя", start, PromotionType.Regular), (promotion.Id, promotion.Name, promotion.StartsAt, promotion.Type));
        List<PromotionProduct> products = [];
        await foreach (PromotionProduct product in calendar.StreamProductsAsync(1101, inAction: false, Cancel))
            products.Add(product);
        Assert.Equal((182340115, 2190m, 1752.5m, "RUB"), (products[0].NmId, products[0].Price, products[0].PlanPrice, products[0].CurrencyCode));

        PromotionUploadResult upload = (await calendar.AddProductsAsync(1101, products.Select(p => p.NmId), true, Cancel)).Data!;
        Assert.Equal((false, Assert.Single(emulator.Promotions.Uploads).Id), (upload.AlreadyExists, upload.UploadId));
        PromotionProduct added = Assert.Single((await calendar.GetProductsAsync(1101, true, cancellationToken: Cancel)).Data!.Products);
        Assert.Equal((true, 20), (added.InAction, added.Discount));
        PromotionDetails details = Assert.Single((await calendar.GetPromotionDetailsAsync([1101], Cancel)).Data!.Promotions);
        Assert.Equal((1, 0, 100), (details.InActionTotal, details.NotInActionTotal, details.ParticipationPercentage));
        Assert.Equal(["Плашка"], details.Advantages);
    }
}
