namespace Wildberries.Sdk.Testing;

/// <summary>The promotions that a shop for the home can take part in.</summary>
internal static class PromoCalendarSeed
{
    public static void Fill(EmulatedPromotions promotions, DateTimeOffset now)
    {
        promotions.Add(new EmulatedPromotion
        {
            Id = 1101,
            Name = "Тёплая неделя",
            Description = "Пледы, подушки и свитеры со скидкой. Товары получат плашку и место на главной странице.",
            Advantages = ["Плашка", "Баннер", "Топ выдачи товаров"],
            StartsAt = now.AddDays(3),
            EndsAt = now.AddDays(10),
            Products =
            [
                new EmulatedPromotionProduct { NmId = 182340115, Price = 2190, PlanPrice = 1752, Discount = 10, PlanDiscount = 20, InAction = true },
                new EmulatedPromotionProduct { NmId = 182340117, Price = 2190, PlanPrice = 1752, Discount = 10, PlanDiscount = 20 },
                new EmulatedPromotionProduct { NmId = 204518733, Price = 3450, PlanPrice = 2415, Discount = 15, PlanDiscount = 30 },
                new EmulatedPromotionProduct { NmId = 219006534, Price = 1290, PlanPrice = 968, PlanDiscount = 25, HasStock = false },
            ],
        });
        promotions.Add(new EmulatedPromotion
        {
            Id = 1102,
            Name = "Автоакция: распродажа остатков",
            StartsAt = now.AddDays(-2),
            EndsAt = now.AddDays(5),
            IsAutomatic = true,
            Products = [new EmulatedPromotionProduct { NmId = 155270981, Price = 1780, PlanPrice = 1424, PlanDiscount = 20, InAction = true }],
        });
        promotions.Add(new EmulatedPromotion
        {
            Id = 1103,
            Name = "Скидки на электронику",
            StartsAt = now.AddDays(1),
            EndsAt = now.AddDays(8),
            IsAvailable = false,
        });
    }
}
