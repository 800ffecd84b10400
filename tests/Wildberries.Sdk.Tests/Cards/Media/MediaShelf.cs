using System.Text.Json.Nodes;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.Cards.Media;

/// <summary>Cards whose pictures are names: what is uploaded under a number comes to its place, or after those that are there.</summary>
internal sealed class MediaShelf
{
    public MediaShelf()
    {
        Api.Upload = async (nmId, number, part) =>
        {
            byte[] content = await part.ToContent().ReadAsByteArrayAsync();
            Sent.Add($"{nmId}/{number} {part.FileName}");
            Assert.Equal(("uploadfile", Expected(part.FileName).Length), (part.Name, content.Length));
            Func<string, Exception?>? before = Before;
            if (before?.Invoke(part.FileName) is { } failure)
                throw failure;
            if (!Loses.Contains(part.FileName))
                Take(nmId, number, part.FileName, part.ContentType!.StartsWith("video", StringComparison.Ordinal));
            return After?.Invoke(part.FileName) is { } late ? throw late : new CardWriteResponse();
        };
        ClientClock.Note(Api, Clock);
    }

    public FakeCardsApi Api { get; } = new();

    public JumpingTimeProvider Clock { get; } = new();

    /// <summary>What was sent: card, number and name.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>What a request fails with before WB has done anything, by the name of the file.</summary>
    public Func<string, Exception?>? Before { get; set; }

    /// <summary>What a request fails with after WB has taken the file.</summary>
    public Func<string, Exception?>? After { get; set; }

    /// <summary>Files that WB takes and never shows.</summary>
    public HashSet<string> Loses { get; } = [];

    public static CardMediaFile Picture(string name, int? number = null) => CardMediaFile.FromStream(name, _ => new(new MemoryStream(Expected(name))), number);

    public static CardMediaFile Video(string name, int? number = null) => Picture(name, number);

    public static CardMediaUpload Card(long nmId, params CardMediaFile[] files) => new() { NmId = nmId, Files = files };

    public static WildberriesConnectionException LostAnswer() => new("lost") { Delivery = Delivery.Unknown };

    public static WildberriesRateLimitException TooMany(int seconds = 90) =>
        new("429") { Delivery = Delivery.Refused, RetryAfter = TimeSpan.FromSeconds(seconds) };

    public static WildberriesBadRequestException Bad(string words) => new("400") { Delivery = Delivery.Refused, Detail = words };

    public void Have(long nmId, int photos = 0, bool video = false) => Api.Put(nmId, card =>
    {
        card["photos"] = new JsonArray([.. Enumerable.Range(1, photos).Select(i => new JsonObject { ["big"] = $"old{i}" })]);
        card["video"] = video ? "old" : null;
    });

    public string PicturesOf(long nmId) => string.Join(' ', Api.Cards[nmId]["photos"]!.AsArray().Select(photo => (string)photo!["big"]!));

    public Task<CardMediaResult> UploadAsync(params CardMediaUpload[] cards) =>
        Api.UploadMediaAsync(cards, new CardMediaOptions { MaxParallelCards = 1 }, null, TestContext.Current.CancellationToken);

    public static IEnumerable<string> Told(CardMediaResult result) =>
        result.Rows.Select(row => $"{row.File.Name} {row.Outcome}{(row.Number is null ? "" : $" {row.Number}")}");

    public void Take(long nmId, int number, string name, bool isVideo) => Api.Put(nmId, card =>
    {
        JsonArray photos = card["photos"]!.AsArray();
        if (isVideo)
            card["video"] = name;
        else if (number <= photos.Count)
            photos[number - 1]!["big"] = name;
        else
            photos.Add(new JsonObject { ["big"] = name });
    });

    private static byte[] Expected(string name) => Path.GetExtension(name) switch
    {
        ".mp4" => MediaFiles.Mp4,
        ".small" => MediaFiles.Png(100, 100),
        _ => [.. MediaFiles.Png(), .. new byte[name.Length]],
    };
}
