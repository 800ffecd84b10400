using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.IntegrationTests.Cards;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>Media of cards: their helpers look at the card after a fault and go on, so that they have tables of their own.</summary>
public sealed partial class HelperFaultTests
{
    private const string CardList = "POST /content/v2/get/cards/list";
    private const string MediaFile = "POST /content/v3/media/file";
    private const string MediaLinks = "POST /content/v3/media/save";
    private const string BothUploaded = "Uploaded Uploaded";
    private const string Unsure = "Unknown NotSent";

    private static readonly CardMediaOptions Patient = new() { MaxWait = null };

    // Two pictures for a card with one: how often a file arrives and what is said of the two, when the first request fails and when each does. A 429 is waited out for ever.
    private static readonly Dictionary<string, ((int Arrivals, string Outcomes) Once, (int Arrivals, string Outcomes)? Always)> Uploads = new()
    {
        ["reset"] = ((3, BothUploaded), (2, Unsure)),
        ["500"] = ((3, BothUploaded), (2, Unsure)),
        ["429"] = ((3, BothUploaded), null),
        ["truncated body"] = ((2, BothUploaded), (2, BothUploaded)),
        ["malformed JSON"] = ((2, BothUploaded), (2, BothUploaded)),
        ["empty 200"] = ((1, Unsure), (1, Unsure)),
        ["reset after it was done"] = ((2, BothUploaded), (2, BothUploaded)),
        ["500 after it was done"] = ((2, BothUploaded), (2, BothUploaded)),
    };

    // Links go once, unless WB has certainly not taken them.
    private static readonly Dictionary<string, (int Arrivals, MediaReplacementOutcome Outcome)> Replacements = new()
    {
        ["reset"] = (1, MediaReplacementOutcome.Unknown),
        ["500"] = (1, MediaReplacementOutcome.Unknown),
        ["429"] = (2, MediaReplacementOutcome.Replaced),
        ["truncated body"] = (1, MediaReplacementOutcome.Replaced),
        ["malformed JSON"] = (1, MediaReplacementOutcome.Replaced),
        ["empty 200"] = (1, MediaReplacementOutcome.Unknown),
        ["reset after it was done"] = (1, MediaReplacementOutcome.Replaced),
        ["500 after it was done"] = (1, MediaReplacementOutcome.Replaced),
    };

    public static TheoryData<string> MediaFaults { get; } = new(WriteFaults.Keys);

    public static TheoryData<string> MediaReadFaults { get; } = new(Faults.Keys);

    [Theory]
    [MemberData(nameof(MediaFaults))]
    public async Task An_upload_of_files_leaves_each_there_once_or_says_that_it_may_not_be(string fault)
    {
        Fault failure = WriteFaults[fault].Fault;
        foreach (bool always in (bool[])[false, true])
        {
            if ((always ? Uploads[fault].Always : Uploads[fault].Once) is not (var arrivals, var outcomes))
                continue;
            await using WildberriesEmulator emulator = await StartAsync(new FastClock(Speed));
            await using ServiceProvider services = Connect(emulator);
            long nmId = emulator.Cards.Add(new EmulatedCard { Photos = [EmulatedMedia.Picture(700)] }).NmId;
            if (always)
                emulator.Faults.Always(MediaFile, failure);
            else
                emulator.Faults.Next(MediaFile, failure);

            CardMediaResult result = await services.GetRequiredService<IWildberriesClient>().Cards.UploadMediaAsync(
                [CardMediaFlowTests.UploadOf(nmId, 701, 702)], Patient, null, Cancel);
            Assert.Equal(outcomes, string.Join(' ', result.Rows.Select(row => row.Outcome)));
            Assert.Equal([700, .. new[] { 701, 702 }.Take(result.Uploaded.Count)], CardMediaFlowTests.WidthsOf(emulator.Cards, nmId));
            Assert.Equal(arrivals, emulator.Requests.Count(MediaFile));
        }
    }

    [Theory]
    [MemberData(nameof(MediaFaults))]
    public async Task A_replacement_by_links_is_sent_once_and_the_card_tells(string fault)
    {
        await using WildberriesEmulator emulator = await StartAsync(new FastClock(Speed));
        await using ServiceProvider services = Connect(emulator);
        long nmId = emulator.Cards.Add(new EmulatedCard { Photos = [EmulatedMedia.Picture(700)] }).NmId;
        emulator.Faults.Next(MediaLinks, WriteFaults[fault].Fault);
        MediaReplacementResult result = await services.GetRequiredService<IWildberriesClient>().Cards.ReplaceMediaAndWaitAsync(
            [new ReplaceMediaRequest { NmId = nmId, Links = ["https://shop.example/1.jpg", "https://shop.example/2.jpg"] }], Patient, null, Cancel);
        Assert.Equal(Replacements[fault].Outcome, Assert.Single(result.Rows).Outcome);
        Assert.Equal(Replacements[fault].Arrivals, emulator.Requests.Count(MediaLinks));
    }

    [Theory]
    [MemberData(nameof(MediaReadFaults))]
    public async Task A_card_that_cannot_be_read_at_once_is_read_again_before_and_after_its_files(string fault)
    {
        await using WildberriesEmulator emulator = await StartAsync(new FastClock(Speed));
        await using ServiceProvider services = Connect(emulator);
        long nmId = emulator.Cards.Add(new EmulatedCard()).NmId;
        emulator.Faults.Next(CardList, Faults[fault].Fault);
        CardMediaFile last = CardMediaFile.FromStream("702.png", _ =>
        {
            // Opened when it is looked at, and when it is sent.
            if (emulator.Requests.Count(MediaFile) > 0)
                emulator.Faults.Next(CardList, Faults[fault].Fault);
            return new(new MemoryStream(EmulatedMedia.Picture(702).Content.ToArray()));
        });
        CardMediaUpload upload = CardMediaFlowTests.UploadOf(nmId, 701);
        CardMediaResult result = await services.GetRequiredService<IWildberriesClient>().Cards.UploadMediaAsync(
            [upload with { Files = [.. upload.Files, last] }], Patient, null, Cancel);
        Assert.True(result.IsDone, result.ToString());
        Assert.Equal([701, 702], CardMediaFlowTests.WidthsOf(emulator.Cards, nmId));
    }
}
