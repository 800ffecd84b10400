using Wildberries.Sdk;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.PromoCalendar;

namespace Snippets;

public static class Promotions
{
    public static async Task ListAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <list>
        DateTimeOffset now = DateTimeOffset.UtcNow;
        await foreach (Promotion promotion in wb.PromoCalendar.StreamPromotionsAsync(now, now.AddDays(30), cancellationToken: stop))
        {
            if (promotion.Type != PromotionType.Auto)
                Console.WriteLine($"{promotion.Id}: {promotion.Name}, from {promotion.StartsAt:u} to {promotion.EndsAt:u}");
        }
        // </list>
    }

    public static async Task<List<long>> ChooseAsync(IWildberriesClient wb, long promotionId, CancellationToken stop)
    {
        // <choose>
        var chosen = new List<long>();
        await foreach (PromotionProduct product in wb.PromoCalendar.StreamProductsAsync(promotionId, inAction: false, stop))
        {
            if (product.PlanPrice >= product.Price * 0.7m)
                chosen.Add(product.NmId);
        }
        // </choose>
        return chosen;
    }

    public static async Task JoinAsync(IWildberriesClient wb, long promotionId, IReadOnlyList<long> chosen, CancellationToken stop)
    {
        // <join>
        PriceUploadResult result = await wb.PromoCalendar.AddProductsAndWaitAsync(
            wb.DiscountsPrices, promotionId, chosen, uploadNow: true, cancellationToken: stop);
        foreach (PriceUploadRow row in result.Failed.Concat(result.Unknown))
            Console.WriteLine($"{row.NmId}: {row.ErrorText}");
        // </join>
    }

    public static async Task ScheduleAsync(
        IWildberriesClient wb, long promotionId, IReadOnlyList<long> chosen, Func<PriceUploadResult, Task> save, CancellationToken stop)
    {
        // <schedule>
        PriceUploadResult scheduled = await wb.PromoCalendar.AddProductsAndWaitAsync(
            wb.DiscountsPrices, promotionId, chosen, uploadNow: false, cancellationToken: stop);
        await save(scheduled);
        // </schedule>
    }

    public static async Task AfterTheStartAsync(IWildberriesClient wb, PriceUploadResult scheduled, CancellationToken stop)
    {
        // <after-the-start>
        PriceUploadResult result = await wb.DiscountsPrices.WaitForUploadsAsync(scheduled, cancellationToken: stop);
        Console.WriteLine(result);
        // </after-the-start>
    }
}
