using System.Buffers.Binary;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Cards;

/// <summary>Pictures and videos of cards over the wire, at a WB that loses those that come to a card at once.</summary>
public sealed class CardMediaFlowTests
{
    private const string Upload = "POST /content/v3/media/file";

    private static readonly CardMediaOptions Patient = new() { MaxWait = null };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_of_many_cards_all_come_to_their_places()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
        EmulatedCards cards = shop.Emulator.Cards;
        (cards.MediaTime, cards.MediaProcessingTime) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8));
        CardMediaUpload[] uploads = [.. Enumerable.Range(1, 12).Select(_ => UploadOf(cards.Add(new EmulatedCard()).NmId, 701, 702, 703, 704))];
        CardMediaResult result = await shop.Client.Cards.UploadMediaAsync(uploads, Patient, null, Cancel);
        Assert.True(result.IsDone, result.ToString());
        Assert.All(uploads, upload => Assert.Equal([701, 702, 703, 704], WidthsOf(cards, upload.NmId)));
        Assert.Equal(48, shop.Emulator.Requests.Count(Upload));
    }

    [Fact]
    public async Task A_429_and_lost_answers_in_the_middle_leave_every_picture_there_once()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
        EmulatedCards cards = shop.Emulator.Cards;
        long nmId = cards.Add(new EmulatedCard { Photos = [EmulatedMedia.Picture(700)] }).NmId;
        shop.Emulator.Faults.Next(Upload, Fault.TooManyRequests(TimeSpan.FromSeconds(90)));
        shop.Emulator.Faults.Next(Upload, Fault.Reset.AfterOperation());
        shop.Emulator.Faults.Next(Upload, Fault.Reset);
        CardMediaResult result = await shop.Client.Cards.UploadMediaAsync([UploadOf(nmId, 701, 702, 703)], Patient, null, Cancel);
        Assert.True(result.IsDone, result.ToString());
        Assert.Equal([700, 701, 702, 703], WidthsOf(cards, nmId));
        Assert.Equal(5, shop.Emulator.Requests.Count(Upload));
    }

    [Fact]
    public async Task What_WB_refuses_has_its_words()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
        long nmId = shop.Emulator.Cards.Add(new EmulatedCard()).NmId;
        shop.Emulator.Faults.Next(Upload, Fault.Status(400, """{"data":null,"error":true,"errorText":"Качество изображения ниже 65%","additionalErrors":null}""", "application/json"));
        CardMediaResult result = await shop.Client.Cards.UploadMediaAsync([UploadOf(nmId, 701, 702)], Patient, null, Cancel);
        Assert.Equal("Качество изображения ниже 65%", Assert.Single(result.Refused).Reason);
        Assert.Single(result.NotSent);
    }

    [Fact]
    public async Task Links_are_followed_until_the_card_shows_their_files_or_does_not()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
        EmulatedCards cards = shop.Emulator.Cards;
        cards.MediaProcessingTime = TimeSpan.FromSeconds(40);
        long[] nmIds = [.. Enumerable.Range(1, 4).Select(_ => cards.Add(new EmulatedCard { Photos = [EmulatedMedia.Picture()] }).NmId)];
        cards.SetLink("https://shop.example/small.jpg", EmulatedMedia.Picture(100));
        cards.SetLink("https://shop.example/gone.jpg", null);
        MediaReplacementResult result = await shop.Client.Cards.ReplaceMediaAndWaitAsync(
            [
                Links(nmIds[0], "1.jpg", "2.jpg", "3.mp4"),
                Links(nmIds[1], "1.jpg", "small.jpg"),
                Links(nmIds[2], "1.jpg", "2.jpg", "gone.jpg"),
                Links(nmIds[3], "1.jpg"),
                Links(5, "1.jpg"),
            ],
            Patient,
            null,
            Cancel);
        Assert.Equal(
            [
                (MediaReplacementOutcome.Replaced, 2), (MediaReplacementOutcome.NotTaken, 1), (MediaReplacementOutcome.Incomplete, 2),
                (MediaReplacementOutcome.Replaced, 1), (MediaReplacementOutcome.Unfit, (int?)null),
            ],
            result.Rows.Select(row => (row.Outcome, row.PhotoCount)));
        Assert.StartsWith("Не удалось сохранить часть ссылок", result.Rows[2].Reason, StringComparison.Ordinal);
    }

    internal static CardMediaUpload UploadOf(long nmId, params int[] widths) => new() { NmId = nmId, Files = [.. widths.Select(PictureOf)] };

    internal static int[] WidthsOf(EmulatedCards cards, long nmId) =>
        [.. cards.Find(nmId)!.Photos.Select(photo => BinaryPrimitives.ReadInt32BigEndian(photo.Content.Span[16..]))];

    private static CardMediaFile PictureOf(int width)
    {
        byte[] picture = EmulatedMedia.Picture(width, 900).Content.ToArray();
        return CardMediaFile.FromStream($"{width}.png", _ => new(new MemoryStream(picture)));
    }

    private static ReplaceMediaRequest Links(long nmId, params string[] names) =>
        new() { NmId = nmId, Links = [.. names.Select(name => $"https://shop.example/{name}")] };
}
