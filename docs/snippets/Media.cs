using Wildberries.Sdk;
using Wildberries.Sdk.Cards;

namespace Snippets;

public static class Media
{
    public static async Task UploadAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <upload>
        CardMediaUpload[] cards =
        [
            new() { NmId = 204518733, Files = [CardMediaFile.FromFile("mug/front.jpg", 1), CardMediaFile.FromFile("mug/back.jpg", 2), CardMediaFile.FromFile("mug/film.mp4")] },
            new() { NmId = 204518734, Files = [CardMediaFile.FromFile("socks/one-more.png")] },
        ];
        CardMediaResult result = await wb.Cards.UploadMediaAsync(cards, cancellationToken: stop);
        Console.WriteLine(result);
        foreach (CardMediaRow row in result.Rows.Where(row => row.Outcome != CardMediaOutcome.Uploaded))
            Console.WriteLine($"{row.NmId} {row.File.Name}: {row.Outcome}, {row.Reason}");
        // </upload>
    }

    public static async Task CheckAsync(CancellationToken stop)
    {
        // <check>
        foreach (string path in Directory.EnumerateFiles("mug"))
        {
            CardMediaInfo info = await CardMediaFile.FromFile(path).CheckAsync(stop);
            Console.WriteLine($"{path}: {info}");
        }
        // </check>
    }

    public static CardMediaFile FromStorage(HttpClient storage, string key)
    {
        // <stream>
        return CardMediaFile.FromStream(
            Path.GetFileName(key),
            async token =>
            {
                // A network stream is not seekable: a file on disk in between is.
                var copy = new FileStream(
                    Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
                try
                {
                    await using Stream source = await storage.GetStreamAsync(key, token);
                    await source.CopyToAsync(copy, token);
                    copy.Position = 0;
                    return copy;
                }
                catch
                {
                    await copy.DisposeAsync();
                    throw;
                }
            });
        // </stream>
    }

    public static async Task ProgressAsync(IWildberriesClient wb, IReadOnlyList<CardMediaUpload> cards, CancellationToken stop)
    {
        // <progress>
        var patient = new WildberriesCallOptions { AttemptTimeout = TimeSpan.FromMinutes(10) };
        var options = new CardMediaOptions { MaxParallelCards = 8, MaxWait = TimeSpan.FromHours(6) };
        var progress = new Progress<CardMediaProgress>(known => Console.WriteLine(known));
        try
        {
            CardMediaResult result = await wb.With(patient).Cards.UploadMediaAsync(cards, options, progress, stop);
            Console.WriteLine(result);
        }
        catch (Exception exception) when (exception.GetCardMediaResult() is { } known)
        {
            Console.WriteLine($"{exception.Message} {known}");
        }
        // </progress>
    }

    public static async Task LinksAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <links>
        ReplaceMediaRequest[] cards =
        [
            new() { NmId = 204518733, Links = ["https://shop.example/mug/front.jpg", "https://shop.example/mug/back.jpg", "https://shop.example/mug/film.mp4"] },
        ];
        MediaReplacementResult result = await wb.Cards.ReplaceMediaAndWaitAsync(cards, cancellationToken: stop);
        foreach (MediaReplacement row in result.Rows)
            Console.WriteLine($"{row.NmId}: {row.Outcome}, {row.PhotoCount} pictures, {row.Reason}");
        // </links>
    }
}
