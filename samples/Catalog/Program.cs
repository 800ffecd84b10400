using System.Text;
using Catalog;
using Catalog.Demo;

Console.OutputEncoding = Encoding.UTF8;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

try
{
    if (Settings.Parse(args) is not { } settings)
    {
        Console.WriteLine(Settings.Usage);
        return 0;
    }

    if (settings.IsDemo)
    {
        Console.WriteLine($"{DemoCatalog.Count} cards that nobody sells: {DemoCatalog.Write(settings.File ?? Settings.DemoFolder)}");
        return 0;
    }

    await using Shop shop = await Shop.OpenAsync(stop.Token);
    using var journal = Journal.Open(settings.Folder);
    return await new CatalogImport(shop, settings, journal).RunAsync(stop.Token);
}
catch (UsageException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("Stopped. The same command goes on.");
    return 130;
}
