using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;

namespace PricesFromCsv;

/// <summary>Shows what a file would change, asks, sends, and writes down what became of each product.</summary>
internal sealed class PriceChanger(Shop shop, Settings settings)
{
    private static readonly PriceUploadOptions Patience = new() { MaxWait = TimeSpan.FromMinutes(10) };
    private static readonly string Command = File.Exists("PricesFromCsv.csproj") ? "dotnet run --" : "dotnet run --project samples/PricesFromCsv --";

    private readonly PriceUploader _uploader = new(shop.Client.DiscountsPrices, Patience);

    public async Task<int> ApplyAsync(string path, CancellationToken cancellationToken)
    {
        List<PriceChange> changes = PriceFile.Read(path);
        IReadOnlyList<PriceForecast> forecast = await shop.Client.DiscountsPrices.ForecastAsync(changes, cancellationToken: cancellationToken);
        List<PriceForecast> toSend = [.. forecast.Where(row => row.Effect == PriceEffect.Changed)];
        List<PriceForecast> leftOut = [.. forecast.Where(row => row.Effect is PriceEffect.Quarantined or PriceEffect.UnknownProduct)];
        foreach (PriceForecast row in forecast)
            Console.WriteLine(Describe(row, changes[row.Index]));
        Console.WriteLine();
        Console.WriteLine($"To change: {toSend.Count}. Left out: {leftOut.Count}. Already set: {forecast.Count - toSend.Count - leftOut.Count}.");
        if (settings.IsDryRun)
            return 0;
        if (toSend.Count == 0)
            return leftOut.Count == 0 ? 0 : 1;
        if (!settings.IsConfirmed && !await IsYesAsync("Type yes to change the prices: ", cancellationToken))
        {
            Console.WriteLine("Nothing was sent.");
            return 1;
        }

        var run = Run.Create(TimeProvider.System.GetLocalNow(), settings, shop.IsDemo);
        List<PriceChange> undo = [.. toSend.Select(row => UndoOf(row, changes[row.Index])).OfType<PriceChange>()];
        run.WriteUndo(undo);
        if (leftOut.Count > 0)
            run.WriteLeftOut(leftOut.Select(row => (changes[row.Index], ReasonOf(row))));
        if (shop.IsDemo)
            Console.WriteLine("The emulated shop ends with this program: nothing of it can be undone or resumed later.");
        else if (undo.Count > 0)
            Console.WriteLine($"To set the prices back: {Command} undo {run.Folder}");
        int exitCode = await FollowAsync(
            run, () => _uploader.UploadAndWaitAsync(toSend.Select(row => changes[row.Index]), run, cancellationToken));
        if (leftOut.Count > 0)
            Console.WriteLine($"What was left out: {run.LeftOutFile}");
        return leftOut.Count == 0 ? exitCode : Math.Max(exitCode, 1);
    }

    public async Task<int> UndoAsync(CancellationToken cancellationToken)
    {
        Run run = OpenRun();
        List<PriceChange> undo = File.Exists(run.UndoFile) ? PriceFile.Read(run.UndoFile) : [];
        long[] stay = [.. (run.Known?.Rows ?? []).Select(row => row.NmId).Except(undo.Select(change => change.NmId))];
        Console.WriteLine($"Undo of {run.Folder}");
        if (stay.Length > 0)
            Console.WriteLine($"These cannot be undone and stay as the run has set them: {string.Join(", ", stay)}");
        int exitCode = undo.Count > 0 ? await ApplyAsync(run.UndoFile, cancellationToken) : 1;
        return stay.Length == 0 || settings.IsDryRun ? exitCode : Math.Max(exitCode, 1);
    }

    public async Task<int> ResumeAsync(CancellationToken cancellationToken)
    {
        Run run = OpenRun();
        if (run.Known is not { } known)
        {
            Console.WriteLine($"Nothing is known of {run.Folder}: use the file of prices again. What has been changed already stays as it is.");
            return 1;
        }

        Console.WriteLine(known.IsComplete ? $"{run.Folder} is finished." : $"Asking WB about {run.Folder}, for {Patience.MaxWait?.TotalMinutes} minutes at most.");
        run.PrintState();
        return await FollowAsync(run, () => known.IsComplete ? Task.FromResult(known) : _uploader.WaitForUploadsAsync(known, run, cancellationToken));
    }

    private Run OpenRun() => shop.IsDemo
        ? throw new UsageException("The emulated shop of an earlier run is gone. To undo or resume a run, set WB_TOKEN.")
        : Run.Open(settings);

    private async Task<int> FollowAsync(Run run, Func<Task<PriceUploadResult>> uploadAsync)
    {
        try
        {
            run.Report(await uploadAsync());
        }
        catch (WildberriesApiException exception)
        {
            if (exception.GetUploadResult() is { } known)
                run.Report(known);
            Console.Error.WriteLine(exception.Message);
        }
        finally
        {
            // Also after Ctrl-C: what was sent stays at WB.
            run.WriteResult();
            foreach (PriceUploadRow row in run.Known?.Rows.Where(row => row.ErrorText is not null) ?? [])
                Console.WriteLine($"  {row.NmId}: {row.ErrorText}");
            Console.WriteLine($"What became of each product: {run.ResultFile}");
            if (!shop.IsDemo && run.Known is { IsComplete: false })
                Console.WriteLine($"To go on: {Command} resume {run.Folder}, and then the file again for what was not sent.");
        }

        return run.Known is { } result && result.Done.Count == result.Rows.Count ? 0 : 1;
    }

    private static string Describe(PriceForecast row, PriceChange wanted)
    {
        string change = $"{Change(row.OldPrice, wanted.Price),-14}  {Change(row.OldDiscount, wanted.Discount) + " %",-10}";
        string text = $"  {row.NmId,-10}  {change}  the buyer pays {Change(row.OldDiscountedPrice, row.NewDiscountedPrice)} {row.Currency}";
        return row.Effect switch
        {
            PriceEffect.Changed => text + (UndoOf(row, wanted) is null ? $"  CANNOT BE UNDONE: {WhyNoUndo(row, wanted)}" : ""),
            PriceEffect.Unchanged => $"  {row.NmId,-10}  already set",
            PriceEffect.Quarantined => $"{text}  LEFT OUT: {ReasonOf(row)}",
            _ => $"  {row.NmId,-10}  LEFT OUT: {ReasonOf(row)}",
        };
    }

    private static string Change(decimal? before, decimal? after) =>
        after is null || after == before ? $"{before:0.##}" : $"{before:0.##} -> {after:0.##}";

    // Where only the discount changes, only the discount goes back: sizes may have prices of their own.
    private static PriceChange? UndoOf(PriceForecast row, PriceChange wanted) =>
        row.Undo ?? (wanted.Price is null ? new PriceChange { NmId = row.NmId, Discount = row.OldDiscount } : null);

    private static string WhyNoUndo(PriceForecast row, PriceChange wanted) => row.OldPrice > 0
        ? $"its sizes have different prices, {row.OldPrice:0.##} at most; all get {wanted.Price:0.##}"
        : "it has no price yet";

    private static string ReasonOf(PriceForecast row) => row.Effect == PriceEffect.Quarantined
        ? "WB would put it in quarantine, the price falls to a third or lower; go there in steps"
        : "the shop has no such product";

    private static async Task<bool> IsYesAsync(string question, CancellationToken cancellationToken)
    {
        Console.Write(question);

        // Ctrl-C ends the question, too, which would wait for a line.
        string? answer = await Task.Run(Console.ReadLine, cancellationToken).WaitAsync(cancellationToken);
        return string.Equals(answer?.Trim(), "yes", StringComparison.OrdinalIgnoreCase);
    }
}
