using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Advert;

/// <summary>
/// Puts the statistics of one campaign for parts of a period together. Counts and amounts are added; the ratios are worked out from the sums,
/// since neither a sum nor a mean of ratios is the ratio of the whole.
/// </summary>
internal static class CampaignStatisticsMerger
{
    public static CampaignStatistics Merge(IReadOnlyList<CampaignStatistics> parts)
    {
        // What WB has worked out itself stays as it is.
        if (parts is [var only])
            return only;

        long views = 0, clicks = 0, cartAdditions = 0, orders = 0, orderedItems = 0, canceledItems = 0;
        decimal sum = 0, ordersSum = 0;
        Currency currency = default;
        foreach (CampaignStatistics part in parts)
        {
            views += part.Views;
            clicks += part.Clicks;
            cartAdditions += part.CartAdditions;
            orders += part.Orders;
            orderedItems += part.OrderedItems;
            canceledItems += part.CanceledItems;
            sum += part.Sum;
            ordersSum += part.OrdersSum;
            if (part.Currency == default)
                continue;
            if (currency != default && currency != part.Currency)
            {
                throw new WildberriesResponseException(FormattableString.Invariant(
                    $"The statistics of campaign {part.AdvertId} are partly in {Shown(currency)}, partly in {Shown(part.Currency)}: they cannot be added."))
                {
                    Operation = "Advert.GetStatistics",
                    Delivery = Delivery.Answered,
                };
            }

            currency = part.Currency;
        }

        return new CampaignStatistics
        {
            AdvertId = parts[0].AdvertId,
            Currency = currency,
            Views = views,
            Clicks = clicks,
            Ctr = Ratio(100m * clicks, views),
            Cpc = Ratio(sum, clicks),
            Cr = Ratio(100m * orders, clicks),
            CartAdditions = cartAdditions,
            Orders = orders,
            OrderedItems = orderedItems,
            CanceledItems = canceledItems,
            Sum = sum,
            OrdersSum = ordersSum,
            Days = [.. parts.SelectMany(part => part.Days).OfType<CampaignDay>().OrderBy(day => day.Date)],
            Positions = [.. parts.SelectMany(part => part.Positions).OfType<ProductPosition>().OrderBy(position => position.Date)],
        };
    }

    // Two digits, halves up, and 0 where there is nothing to divide by: as in WB's own figures.
    private static decimal Ratio(decimal dividend, long divisor) =>
        divisor == 0 ? 0 : Math.Round(dividend / divisor, 2, MidpointRounding.AwayFromZero);

    // A value that WB sends may be any text.
    private static string Shown(Currency currency) => SafeText.Clean(currency.ToString(), SafeText.MaxErrorText, Redaction.None) ?? "another currency";
}
