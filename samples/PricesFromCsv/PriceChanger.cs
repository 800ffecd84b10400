using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;

namespace PricesFromCsv;

/// <summary>Shows what a file would change, asks, sends, and writes down what became of each product.</summary>
internal sealed class PriceChanger(IDiscountsPricesApi prices)
{
    public async Task<int> ApplyAsync(string path, bool isDryRun, bool isConfirmed, CancellationToken cancellationToken)
    {
        List<PriceChange> changes = PriceFile.Read(path);
        IReadOnlyList<PriceForecast> forecast = await prices.ForecastAsync(changes, cancellationToken: cancellationToken);
        List<PriceForecast> toSend = [.. forecast.Where(row => row.Effect == PriceEffect.Changed)];
        List<PriceForecast> leftOut = [.. forecast.Where(row => row.Effect is PriceEffect.Quarantined or PriceEffect.UnknownProduct)];
        foreach (PriceForecast row in forecast)
            Console.WriteLine(Describe(row, changes[row.Index]));
        Console.WriteLine();
        Console.WriteLine($"{toSend.Count} products would change, {leftOut.Count} are left out, {forecast.Count - toSend.Count - leftOut.Count} are as the file says.");
        if (toSend.Find(row => row.Undo is null) is not null)
            Console.WriteLine("Warning: where the sizes have different prices, undo cannot bring them back.");
        if (isDryRun)
            return 0;
        if (toSend.Count == 0)
            return leftOut.Count == 0 ? 0 : 1;
        if (!isConfirmed && !await IsYesAsync($"Change {toSend.Count} products? Type yes: ", cancellationToken))
        {
            Console.WriteLine("Nothing was sent.");
            return 1;
        }

        var run = Run.Create(TimeProvider.System.GetLocalNow());
        PriceFile.Write(run.UndoFile, toSend.Select(row => row.Undo).OfType<PriceChange>());
        if (leftOut.Count > 0)
            run.WriteLeftOut(leftOut.Select(row => (changes[row.Index], ReasonOf(row))));
        Console.WriteLine($"To set the prices back: undo {run.Folder}");
        int exitCode = await FollowAsync(
            run, () => prices.UploadAndWaitAsync(toSend.Select(row => changes[row.Index]), run, cancellationToken));
        return leftOut.Count == 0 ? exitCode : Math.Max(exitCode, 1);
    }

    public async Task<int> ResumeAsync(string? folder, CancellationToken cancellationToken)
    {
        var run = Run.Open(folder);
        if (run.Known is not { } known)
        {
            Console.WriteLine($"Nothing is known of {run.Folder}: use the file of prices again. What has been changed already stays as it is.");
            return 1;
        }

        return await FollowAsync(run, () => prices.WaitForUploadsAsync(known, run, cancellationToken));
    }

    private static async Task<int> FollowAsync(Run run, Func<Task<PriceUploadResult>> uploadAsync)
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
            if (run.Known is { IsComplete: false })
                Console.WriteLine($"To go on: resume {run.Folder}, and then the file again for what was not sent.");
        }

        return run.Known is { } result && result.Done.Count == result.Rows.Count ? 0 : 1;
    }

    private static string Describe(PriceForecast row, PriceChange wanted)
    {
        string change = $"{Change(row.OldPrice, wanted.Price),-14}  {Change(row.OldDiscount, wanted.Discount),-8} %";
        string text = $"  {row.NmId,-10}  {change}  the buyer pays {Change(row.OldDiscountedPrice, row.NewDiscountedPrice)} {row.Currency}";
        return row.Effect switch
        {
            PriceEffect.Changed => text + (row.Undo is null ? "  (cannot be undone)" : ""),
            PriceEffect.Unchanged => $"  {row.NmId,-10}  is so already",
            PriceEffect.Quarantined => $"{text}  LEFT OUT: {ReasonOf(row)}",
            _ => $"  {row.NmId,-10}  LEFT OUT: {ReasonOf(row)}",
        };
    }

    private static string Change(decimal? before, decimal? after) =>
        after is null || after == before ? $"{before:0.##}" : $"{before:0.##} -> {after:0.##}";

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
