using Wildberries.Sdk;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;

namespace TestProject;

/// <summary>What is tested here; it would stand in your own project. Brings prices to where they should be, but never below what a product must bring.</summary>
public sealed class Repricer(IWildberriesClient wb, TimeProvider clock)
{
    /// <summary>Sets the prices and says what became of each; what is as it should be, or would go to quarantine, is not sent.</summary>
    public async Task<PriceUploadResult> RunAsync(IEnumerable<PriceTarget> targets, CancellationToken cancellationToken = default)
    {
        PriceChange[] changes =
        [
            .. targets.Select(target => new PriceChange { NmId = target.NmId, Price = Math.Ceiling(Math.Max(target.Wanted, target.Lowest)) }),
        ];
        IReadOnlyList<PriceForecast> forecast = await wb.DiscountsPrices.ForecastAsync(changes, cancellationToken: cancellationToken);
        PriceChange[] toSend = [.. forecast.Where(row => row.Effect == PriceEffect.Changed).Select(row => changes[row.Index])];
        try
        {
            return await new PriceUploader(wb.DiscountsPrices, timeProvider: clock).UploadAndWaitAsync(toSend, cancellationToken: cancellationToken);
        }
        catch (WildberriesApiException exception) when (exception.GetUploadResult() is { } known)
        {
            // Not sent again: whoever runs this next looks at the prices first.
            return known;
        }
    }
}

/// <summary>Where the price of a product should be.</summary>
/// <param name="NmId">The product's number at WB.</param>
/// <param name="Wanted">The price before discounts that is wanted, in roubles.</param>
/// <param name="Lowest">What it must not fall below, in roubles.</param>
public sealed record PriceTarget(long NmId, decimal Wanted, decimal Lowest);
