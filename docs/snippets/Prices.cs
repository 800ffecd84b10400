using System.Text.Json;
using Wildberries.Sdk;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;

namespace Snippets;

public static class Prices
{
    public static async Task ChangeAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <change>
        PriceChange[] changes =
        [
            new PriceChange { NmId = 182340115, Price = 3490, Discount = 40 },
            new PriceChange { NmId = 182340117, Discount = 45 },
        ];
        PriceUploadResult result = await wb.DiscountsPrices.UploadAndWaitAsync(changes, cancellationToken: stop);
        foreach (PriceUploadRow row in result.Failed.Concat(result.Unknown))
            Console.WriteLine($"{row.NmId}: {row.ErrorText}");
        // </change>
    }

    public static async Task<IReadOnlyList<PriceChange>> ForecastAsync(IWildberriesClient wb, IReadOnlyList<PriceChange> changes, CancellationToken stop)
    {
        // <forecast>
        IReadOnlyList<PriceForecast> forecast = await wb.DiscountsPrices.ForecastAsync(changes, cancellationToken: stop);
        foreach (PriceForecast row in forecast.Where(row => row.Effect == PriceEffect.Quarantined))
            Console.WriteLine($"{row.NmId}: from {row.OldDiscountedPrice} to {row.NewDiscountedPrice} {row.Currency} is too far");
        PriceChange[] safe = [.. forecast.Where(row => row.Effect == PriceEffect.Changed).Select(row => changes[row.Index])];
        // </forecast>
        // <undo>
        PriceChange[] undo = [.. forecast.Select(row => row.Undo).OfType<PriceChange>()];
        // </undo>
        Console.WriteLine(undo.Length);
        return safe;
    }

    public static async Task ProgressAsync(IWildberriesClient wb, IReadOnlyList<PriceChange> changes, CancellationToken stop)
    {
        // <progress>
        var progress = new Progress<PriceUploadResult>(known => Console.WriteLine(known));
        PriceUploadResult result = await wb.DiscountsPrices.UploadAndWaitAsync(changes, progress, stop);
        // </progress>
        Console.WriteLine(result);
    }

    public static async Task InterruptedAsync(
        IWildberriesClient wb, IReadOnlyList<PriceChange> changes, Func<PriceUploadResult, TimeSpan?, Task> postpone, CancellationToken stop)
    {
        // <interrupted>
        try
        {
            await wb.DiscountsPrices.UploadAndWaitAsync(changes, cancellationToken: stop);
        }
        catch (WildberriesApiException exception) when (exception.GetUploadResult() is { } known)
        {
            Console.WriteLine($"{exception.Message} {known}");
            await postpone(known, (exception as WildberriesRateLimitException)?.RetryAfter);
        }
        // </interrupted>
    }

    public static PriceUploadResult Store(PriceUploadResult known)
    {
        // <store>
        string json = JsonSerializer.Serialize(known, DiscountsPricesJsonContext.Default.PriceUploadResult);
        PriceUploadResult stored = JsonSerializer.Deserialize(json, DiscountsPricesJsonContext.Default.PriceUploadResult)!;
        // </store>
        return stored;
    }

    public static async Task GoOnAsync(IWildberriesClient wb, IReadOnlyList<PriceChange> changes, PriceUploadResult known, CancellationToken stop)
    {
        // <go-on>
        PriceUploadResult result = await wb.DiscountsPrices.WaitForUploadsAsync(known, cancellationToken: stop);
        PriceChange[] again =
        [
            .. result.Rows
                .Where(row => row.Outcome is PriceUploadOutcome.NotSent or PriceUploadOutcome.Unknown)
                .Select(row => changes[row.Index]),
        ];
        PriceUploadResult rest = await wb.DiscountsPrices.UploadAndWaitAsync(again, cancellationToken: stop);
        // </go-on>
        Console.WriteLine(rest);
    }

    public static async Task OthersAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <others>
        await wb.DiscountsPrices.UploadAndWaitAsync(
            [new SizePriceChange { NmId = 204518733, SizeId = 330114601, Price = 5900 }], cancellationToken: stop);
        await wb.DiscountsPrices.UploadAndWaitAsync(
            [new ClubDiscountChange { NmId = 182340115, ClubDiscount = 5 }], cancellationToken: stop);
        await wb.DiscountsPrices.UploadAndWaitAsync(
            [
                new WholesaleChange
                {
                    NmId = 182340115,
                    Levels =
                    [
                        new WholesaleDiscount { Level = 1, MinQuantity = 10, Discount = 5 },
                        new WholesaleDiscount { Level = 2, MinQuantity = 50, Discount = 9 },
                    ],
                },
            ],
            cancellationToken: stop);
        // </others>
    }

    public static async Task OptionsAsync(IWildberriesClient wb, IReadOnlyList<PriceChange> changes, CancellationToken stop)
    {
        // <options>
        var options = new PriceUploadOptions { PollInterval = TimeSpan.FromSeconds(10), MaxWait = TimeSpan.FromHours(12) };
        IWildberriesClient patient = wb.With(new WildberriesCallOptions { MaxRateLimitWait = TimeSpan.FromHours(1) });
        PriceUploadResult result = await new PriceUploader(patient.DiscountsPrices, options).UploadAndWaitAsync(changes, cancellationToken: stop);
        // </options>
        Console.WriteLine(result);
    }

    public static async Task ListsAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <lists>
        await foreach (ProductPrices product in wb.DiscountsPrices.StreamProductsAsync(stop))
            Console.WriteLine($"{product.NmId}: {product.Sizes[0].DiscountedPrice} {product.Currency}");
        await foreach (QuarantinedProduct product in wb.DiscountsPrices.StreamQuarantineAsync(stop))
            Console.WriteLine($"{product.NmId}: {product.NewPrice} is held back, {product.OldPrice} holds");
        // </lists>
    }
}
