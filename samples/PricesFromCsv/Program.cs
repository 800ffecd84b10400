using System.Text;
using PricesFromCsv;
using Wildberries.Sdk.Errors;

Console.OutputEncoding = Encoding.UTF8;
if (Settings.Parse(args) is not { } settings)
{
    Console.Error.WriteLine(Settings.Usage);
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

try
{
    await using Shop shop = await Shop.OpenAsync(stop.Token);
    var changer = new PriceChanger(shop.Client.DiscountsPrices);
    return settings.Command switch
    {
        "resume" => await changer.ResumeAsync(settings.Path, stop.Token),
        "undo" => await changer.ApplyAsync(Run.Open(settings.Path).UndoFile, settings.IsDryRun, settings.IsConfirmed, stop.Token),
        _ => await changer.ApplyAsync(settings.Path ?? Settings.DefaultFile, settings.IsDryRun, settings.IsConfirmed, stop.Token),
    };
}
catch (UsageException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
catch (WildberriesApiException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("Stopped.");
    return 130;
}
