using System.Net.Http.Headers;

namespace Wildberries.Sdk.Testing.Tests.Cards;

public sealed class CardMediaTests
{
    private const string Save = "POST content-api/content/v3/media/save";
    private const string Taken = """{"data":{},"error":false,"errorText":"","additionalErrors":null}""";
    private static readonly byte[] Video = [0, 0, 0, 20, .. "ftypisom"u8, 0, 0, 0, 0, .. "isom"u8];

    // What a file is long by stands apart: data of a theory goes from process to process.
    public static TheoryData<string, byte[], int> Unfit { get; } = new()
    {
        { "Недопустимый формат файла", "это не картинка, а текст, и довольно длинный"u8.ToArray(), 0 },
        { "Недопустимый формат файла", [], 0 },
        { "Разрешение изображения меньше 700x900", EmulatedMedia.Picture(699, 900).Content.ToArray(), 0 },
        { "Разрешение изображения меньше 700x900", EmulatedMedia.Picture(700, 899).Content.ToArray(), 0 },
        { "Разрешение изображения меньше 700x900", Gif(100, 1), 0 },
        { "Недопустимый формат файла: анимированный GIF", Gif(1000, 2), 0 },
        { "Размер изображения превышает 32 Мб", EmulatedMedia.Picture().Content.ToArray(), 32 * 1024 * 1024 },
        { "Размер видео превышает 50 Мб", Video, 50 * 1024 * 1024 },
    };

    public static TheoryData<string, byte[]> Fit { get; } = new()
    {
        { "image/png", EmulatedMedia.Picture(700, 900).Content.ToArray() },
        { "image/gif", Gif(1000, 1) },
        { "image/bmp", [.. "BM"u8, .. new byte[16], 0xBC, 2, 0, 0, 0x84, 3, 0, 0, .. new byte[8]] },
        { "image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 11, 8, 3, 0x84, 2, 0xBC, .. new byte[16]] },
        { "image/webp", [.. "RIFF0000WEBPVP8 "u8, .. new byte[10], 0xBC, 2, 0x84, 3] },
        { "image/webp", [.. "RIFF0000WEBPVP8L"u8, .. new byte[5], 0xBB, 0xC2, 0xE0, 0, .. new byte[8]] },
        { "image/webp", [.. "RIFF0000WEBPVP8X"u8, .. new byte[8], 0xBB, 2, 0, 0x83, 3, 0] },
        { "video/mp4", Video },
    };

    [Theory]
    [MemberData(nameof(Fit))]
    public async Task A_file_that_WB_takes_is_on_the_card_and_is_fetched_back(string type, byte[] file)
    {
        await using Harness harness = await OpenAsync();
        using HttpResponseMessage response = await harness.UploadAsync(1, 1, file);
        Assert.Equal(Taken, await response.Content.ReadAsStringAsync(Harness.Cancellation));
        EmulatedCard card = harness.Emulator.Cards.Find(1)!;
        EmulatedMedia media = card.Video ?? card.Photos[0];
        Assert.Equal((type, file.Length), (media.ContentType, media.Content.Length));

        // Without a token.
        string link = card.Video is null
            ? (await harness.CardsAsync())[0].GetProperty("photos")[0].GetProperty("c246x328").GetString()!
            : (await harness.CardsAsync())[0].GetProperty("video").GetString()!.Replace("index.m3u8", "0.ts", StringComparison.Ordinal);
        using var http = new HttpClient();
        using HttpResponseMessage fetched = await http.GetAsync(link, Harness.Cancellation);
        Assert.Equal(type, fetched.Content.Headers.ContentType?.MediaType);
        Assert.Equal(file, await fetched.Content.ReadAsByteArrayAsync(Harness.Cancellation));
    }

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task A_file_that_WB_does_not_take_is_400(string text, byte[] file, int more)
    {
        await using Harness harness = await OpenAsync();
        byte[] whole = [.. file, .. new byte[more]];
        using HttpResponseMessage response = await harness.UploadAsync(1, 1, whole);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(
            $$"""{"data":null,"error":true,"errorText":"{{text}}","additionalErrors":null}""", await response.Content.ReadAsStringAsync(Harness.Cancellation));
        Assert.Empty(harness.Emulator.Cards.Find(1)!.Photos);
    }

    [Fact]
    public async Task A_number_above_those_that_are_there_adds_and_another_replaces()
    {
        await using Harness harness = await OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        DateTimeOffset? before = cards.Find(1)!.UpdatedAt;
        foreach ((int number, int width) in new[] { (7, 701), (2, 702), (3, 703), (2, 704) })
        {
            using HttpResponseMessage response = await harness.UploadAsync(1, number, EmulatedMedia.Picture(width).Content);
            Assert.Equal(200, (int)response.StatusCode);
        }

        Assert.Equal(
            [701, 704, 703], cards.Find(1)!.Photos.Select(photo => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(photo.Content.Span[16..])));
        Assert.True(cards.Find(1)!.UpdatedAt > before);

        cards.Change(1, card => card with { Photos = [.. Enumerable.Repeat(EmulatedMedia.Picture(), 30)] });
        using HttpResponseMessage tooMany = await harness.UploadAsync(1, 31, EmulatedMedia.Picture().Content);
        using HttpResponseMessage second = await harness.UploadAsync(1, 2, Video);
        using HttpResponseMessage nobody = await harness.UploadAsync(2, 1, EmulatedMedia.Picture().Content);
        Assert.Equal([400, 400, 400], new[] { tooMany, second, nobody }.Select(response => (int)response.StatusCode));
    }

    [Fact]
    public async Task Two_uploads_to_a_card_at_once_lose_a_picture()
    {
        await using Harness harness = await OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        cards.Add(new EmulatedCard { NmId = 2 });
        cards.MediaTime = TimeSpan.FromSeconds(3);
        Task<HttpResponseMessage>[] uploads =
        [
            harness.UploadAsync(1, 1, EmulatedMedia.Picture().Content),
            harness.UploadAsync(1, 2, EmulatedMedia.Picture().Content),
            harness.UploadAsync(2, 1, EmulatedMedia.Picture().Content),
        ];
        foreach (Task<HttpResponseMessage> _ in uploads)
            await harness.Clock.WaitForTimerAsync();
        harness.Clock.Advance(TimeSpan.FromSeconds(3));
        foreach (Task<HttpResponseMessage> upload in uploads)
        {
            using HttpResponseMessage response = await upload;
            Assert.Equal(200, (int)response.StatusCode);
        }

        Assert.Equal([1, 1], cards.All.Select(card => card.Photos.Count));
    }

    [Fact]
    public async Task A_card_shows_files_when_WB_has_worked_on_them_and_the_next_one_comes_after_those_that_it_does_not_show_yet()
    {
        await using Harness harness = await OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        cards.MediaProcessingTime = TimeSpan.FromSeconds(20);
        foreach (int number in new[] { 1, 2 })
        {
            using HttpResponseMessage response = await harness.UploadAsync(1, number, EmulatedMedia.Picture(700 + number).Content);
            Assert.Equal(200, (int)response.StatusCode);
        }

        Assert.Empty(cards.Find(1)!.Photos);
        harness.Clock.Advance(TimeSpan.FromSeconds(19));
        Assert.Empty(cards.Find(1)!.Photos);
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, cards.Find(1)!.Photos.Count);

        Assert.Equal(Taken, await harness.AskAsync(Save, """{"nmId":1,"data":["https://shop.example/3.jpg"]}"""));
        Assert.Equal(2, cards.Find(1)!.Photos.Count);
        harness.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Single(cards.Find(1)!.Photos);
    }

    [Fact]
    public async Task Links_replace_all_files_and_one_that_does_not_fit_leaves_all_as_they_are()
    {
        await using Harness harness = await OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        EmulatedMedia old = EmulatedMedia.Picture(800), other = EmulatedMedia.Picture(801);
        cards.Change(1, card => card with { Photos = [old], Video = old });
        string link = (await harness.CardsAsync())[0].GetProperty("photos")[0].GetProperty("big").GetString()!;
        cards.SetLink("https://shop.example/2.jpg", other);
        cards.SetLink("https://shop.example/small.jpg", EmulatedMedia.Picture(100));
        cards.SetLink("https://shop.example/gone.jpg", null);

        Assert.Equal(Taken, await harness.AskAsync(Save, $$"""{"nmId":1,"data":["https://shop.example/2.jpg","{{link}}"]}"""));
        Assert.Equal([other.Content.Length, old.Content.Length], cards.Find(1)!.Photos.Select(photo => photo.Content.Length));
        Assert.Null(cards.Find(1)!.Video);

        Assert.Equal(Taken, await harness.AskAsync(Save, """{"nmId":1,"data":["https://shop.example/3.jpg","https://shop.example/small.jpg"]}"""));
        Assert.Equal(2, cards.Find(1)!.Photos.Count);
        Assert.Equal(Taken, await harness.AskAsync(Save, """{"nmId":1,"data":["https://shop.example/1.mp4","https://shop.example/2.mov"]}"""));
        Assert.Null(cards.Find(1)!.Video);

        await harness.AskAsync(Save, """{"nmId":1,"data":["https://shop.example/1.mp4","https://shop.example/gone.jpg","no link"]}""", 409);
        Assert.Empty(cards.Find(1)!.Photos);
        Assert.NotNull(cards.Find(1)!.Video);
        Assert.Contains(
            "#EXTM3U", await harness.AskAsync("GET " + (await harness.CardsAsync())[0].GetProperty("video").GetString()), StringComparison.Ordinal);

        await harness.AskAsync(Save, """{"data":["https://shop.example/1.mp4"]}""", 422);
        await harness.AskAsync(Save, """{"nmId":1,"data":[]}""", 400);
        await harness.AskAsync(Save, """{"nmId":9,"data":["https://shop.example/1.jpg"]}""", 400);
    }

    [Fact]
    public async Task Bytes_need_not_be_kept()
    {
        await using Harness harness = await OpenAsync();
        harness.Emulator.Cards.KeepsMediaContent = false;
        using HttpResponseMessage response = await harness.UploadAsync(1, 1, EmulatedMedia.Picture().Content);
        EmulatedMedia photo = Assert.Single(harness.Emulator.Cards.Find(1)!.Photos);
        Assert.Equal(("image/png", 0), (photo.ContentType, photo.Content.Length));
        string link = (await harness.CardsAsync())[0].GetProperty("photos")[0].GetProperty("big").GetString()!;
        await harness.AskAsync("GET " + link, status: 404);
    }

    [Fact]
    public async Task What_is_no_form_is_400_in_plain_text()
    {
        await using Harness harness = await OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "content-api/content/v3/media/file") { Content = new ByteArrayContent([1, 2, 3]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using HttpResponseMessage response = await harness.SendAsync(request);
        Assert.Equal((400, "plain/text"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    private static byte[] Gif(int side, int images)
    {
        byte[] size = [(byte)side, (byte)(side >> 8), (byte)side, (byte)(side >> 8)];
        IEnumerable<byte> image = [0x21, 0xF9, 4, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, .. size, 0x80, 1, 2, 3, 4, 5, 6, 2, 3, 9, 9, 9, 0];
        return [.. "GIF89a"u8, .. size, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, .. Enumerable.Repeat(image, images).SelectMany(one => one), 0x3B];
    }

    private static async Task<Harness> OpenAsync()
    {
        Harness harness = await Shelf.OpenAsync();
        harness.Emulator.Cards.Add(new EmulatedCard { NmId = 1 });
        return harness;
    }
}
