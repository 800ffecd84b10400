using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.ContentAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of content-api that set pictures and videos.</summary>
internal sealed class CardMediaHandlers(EmulatedCards cards, TimeProvider time)
{
    public IEnumerable<Handler> All =>
    [
        new Handler(OperationPattern.Parse("POST content-api/content/v3/media/file"), UploadAsync),
        Handler.For("POST content-api/content/v3/media/save", Save),
    ];

    /// <summary>The address of the emulator that a request came to.</summary>
    public static string AddressOf(HandlerRequest request) => $"{request.Http.Scheme}://{request.Http.Host}/";

    private async ValueTask<Answer> UploadAsync(HandlerRequest request, CancellationToken cancellationToken)
    {
        if (await ReadFileAsync(request, cancellationToken).ConfigureAwait(false) is not { } file)
        {
            return new Answer
            {
                Status = 400,
                ContentType = "plain/text",
                Body = Encoding.UTF8.GetBytes("Invalid 'boundary' for 'multipart/form-data' request"),
            };
        }

        if (Header(request, "X-Nm-Id") is not { } nmId || Header(request, "X-Photo-Number") is not (>= 1 and var number))
            return BadRequest("Некорректный заголовок X-Nm-Id или X-Photo-Number");
        if (cards.MediaOf(nmId) is not (var photos, var video))
            return BadRequest("Карточка не найдена");
        if (CardMedia.TypeOf(file, out string? problem) is not { } type)
            return BadRequest(problem!);

        var media = new EmulatedMedia { ContentType = type, Content = cards.KeepsMediaContent ? file : default };
        if (type == "video/mp4")
        {
            if (number != 1)
                return BadRequest("Номер видео должен быть 1");
            video = media;
        }
        else if (number <= photos.Count)
        {
            photos = [.. photos.Select((photo, i) => i == number - 1 ? media : photo)];
        }
        else if (photos.Count >= CardMedia.MaxPhotos)
        {
            return BadRequest("Превышено максимальное количество изображений: 30");
        }
        else
        {
            photos = [.. photos, media];
        }

        // Made from what the card had before: what another upload has added meanwhile is lost.
        if (cards.MediaTime > TimeSpan.Zero)
            await Task.Delay(cards.MediaTime, time, cancellationToken).ConfigureAwait(false);
        cards.SetMedia(nmId, photos, video);
        return Taken;
    }

    private Answer Save(HandlerRequest request)
    {
        if (request.ReadJsonObject() is not { } body || body["data"] is not JsonArray { Count: > 0 } items)
            return BadRequest(WrongRequest);
        if (Whole(body["nmId"]) is not { } nmId)
            return Envelope(422, null, "Отсутствует параметр nmId", null);
        if (cards.MediaOf(nmId) is null)
            return BadRequest("Карточка не найдена");

        var photos = new List<EmulatedMedia>();
        EmulatedMedia? video = null;
        bool isComplete = true;
        foreach (JsonNode? item in items)
        {
            if (ContentAnswers.Text(item) is not { } link)
                return BadRequest(WrongRequest);
            if (cards.Fetch(link, AddressOf(request)) is not { } media)
            {
                isComplete = false;
                continue;
            }

            // What was kept without its bytes was fine when it came.
            string? type = media.Content.IsEmpty ? media.ContentType : CardMedia.TypeOf(media.Content.Span, out _);
            bool isVideo = type == "video/mp4";

            // One that is not as it should be, and none is taken, though nobody says so.
            if (type is null || (isVideo && video is not null) || (!isVideo && photos.Count == CardMedia.MaxPhotos))
                return Taken;
            if (isVideo)
                video = media with { ContentType = type };
            else
                photos.Add(media with { ContentType = type });
        }

        cards.SetMedia(nmId, photos, video);
        return isComplete ? Taken : Envelope(409, null, "Не удалось сохранить часть ссылок", null);
    }

    private static Answer Taken => Envelope(200, new JsonObject(), null, null);

    private static long? Header(HandlerRequest request, string name) =>
        long.TryParse(request.Http.Headers[name].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static async Task<byte[]?> ReadFileAsync(HandlerRequest request, CancellationToken cancellationToken)
    {
        if (await request.ReadFormAsync(cancellationToken).ConfigureAwait(false) is not { Files: [{ Name: "uploadfile" } part] })
            return null;
        byte[] content = new byte[part.Length];
        using Stream stream = part.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken).ConfigureAwait(false);
        return content;
    }
}
