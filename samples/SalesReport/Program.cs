using System.Text;
using SalesToFile;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Finance;

Console.OutputEncoding = Encoding.UTF8;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

try
{
    // Days of reports are days in Moscow.
    var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(3)).DateTime);
    if (Settings.Parse(args, today) is not { } settings)
    {
        Console.WriteLine(Settings.Usage);
        return 0;
    }

    await using Shop shop = await Shop.OpenAsync(stop.Token);
    var request = new SalesReportRowsRequest
    {
        DateFrom = settings.From,
        DateTo = settings.To,
        Period = settings.IsDaily ? SalesReportPeriod.Daily : SalesReportPeriod.Weekly,
        Fields = [.. Column.All.Select(column => column.Field)],
    };
    var totals = new Totals();
    if (!await ReportFile.SaveAsync(settings, ReportReader.ReadAsync(shop.Finance, request, stop.Token), totals, stop.Token))
    {
        Console.Error.WriteLine($"WB has no rows from {settings.From:yyyy-MM-dd} to {settings.To:yyyy-MM-dd}; {settings.File} is not written.");
        return 1;
    }

    Console.WriteLine($"{settings.From:yyyy-MM-dd} to {settings.To:yyyy-MM-dd}: {settings.File}");
    totals.Print(Console.Out);
    return 0;
}
catch (Exception exception) when (exception is UsageException or IOException or UnauthorizedAccessException)
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
    Console.Error.WriteLine("Stopped; no file was written.");
    return 130;
}
