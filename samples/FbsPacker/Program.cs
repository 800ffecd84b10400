using System.Text;
using FbsPacker;
using Wildberries.Sdk.Errors;

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

    await using Shop shop = await Shop.OpenAsync(stop.Token);
    return await new Morning(shop, settings).RunAsync(stop.Token);
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
    Console.Error.WriteLine("Stopped. The same command goes on.");
    return 130;
}
