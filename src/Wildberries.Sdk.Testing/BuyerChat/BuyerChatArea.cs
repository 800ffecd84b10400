using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of buyer-chat-api.</summary>
internal sealed class BuyerChatArea(EmulatedChats chats) : EmulatedArea(typeof(IBuyerChatApi), BuyerChatJsonContext.Default)
{
    private const int MaxText = 1000;
    private const int MaxFile = 5 * 1024 * 1024;
    private const int MaxFiles = 30 * 1024 * 1024;
    private const string Json = "application/json";

    private static readonly string[] FileTypes = ["image/jpeg", "image/png", "application/pdf"];

    public override IEnumerable<Handler> Handlers =>
    [
        Handler.For("GET buyer-chat-api/api/v1/seller/chats", _ => GetChats()),
        Handler.For("GET buyer-chat-api/api/v1/seller/events", GetEvents),
        new Handler(
            OperationPattern.Parse("POST buyer-chat-api/api/v1/seller/message"), SendMessageAsync),
        Handler.For("GET buyer-chat-api/api/v1/seller/download/{id}", request => Download(request.LastSegment)),
    ];

    public override void Seed(DateTimeOffset now) => BuyerChatSeed.Fill(chats, now);

    private Answer GetChats()
    {
        var result = new JsonArray();
        foreach (EmulatedChat chat in chats.All)
        {
            EmulatedMessage last = chat.Messages[^1];
            var row = new JsonObject
            {
                ["chatID"] = chat.ChatId,
                ["replySign"] = chat.ReplySign,
                ["clientName"] = chat.BuyerName,
            };
            if (chat.GoodCard is { } card)
                row["goodCard"] = Write(card);
            row["lastMessage"] = new JsonObject { ["text"] = last.Text, ["addTimestamp"] = last.Time.ToUnixTimeMilliseconds() };
            result.Add((JsonNode)row);
        }

        return Answer.Json(200, new JsonObject { ["result"] = result, ["errors"] = null });
    }

    private Answer GetEvents(HandlerRequest request)
    {
        long? after = null;
        if (request.Query("next") is { } text)
        {
            if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long next))
                return BadRequest("Invalid number", Json);
            if (next <= 0)
                return BadRequest("Invalid value for \"next\"", Json);
            after = next;
        }

        (IReadOnlyList<EmulatedMessage> page, long? cursor) = chats.ReadEvents(after);
        var events = new JsonArray();
        foreach (EmulatedMessage message in page)
            events.Add((JsonNode)Write(message));

        var result = new JsonObject();
        if (cursor is not null)
            result["next"] = cursor;
        if (page.Count > 0)
        {
            result["newestEventTime"] = WireTime.Utc(page[^1].Time);
            result["oldestEventTime"] = WireTime.Utc(page[0].Time);
        }

        result["totalEvents"] = page.Count;
        result["events"] = events;
        return Answer.Json(200, new JsonObject { ["result"] = result, ["errors"] = null });
    }

    private async ValueTask<Answer> SendMessageAsync(HandlerRequest request, CancellationToken cancellationToken)
    {
        if (await request.ReadFormAsync(cancellationToken).ConfigureAwait(false) is not { } form)
            return BadRequest("Invalid multipart form", Problem.ContentType);

        string text = form["message"].ToString();
        if (form["replySign"] is not [{ Length: > 0 and <= 255 } sign])
            return BadRequest("Invalid signature", Problem.ContentType);

        // A limit of characters, not of UTF-16 units.
        if (text.EnumerateRunes().Count() > MaxText || (string.IsNullOrWhiteSpace(text) && form.Files.Count == 0))
            return BadRequest("Invalid value for \"message\"", Problem.ContentType);

        var files = new List<EmulatedFile>();
        long total = 0;
        foreach (IFormFile part in form.Files)
        {
            if (part.Length > MaxFile)
                return BadRequest($"{ErrorCode()}: attachment too big. Max size: 5MiB", Problem.ContentType);
            total += part.Length;
            if (total > MaxFiles)
                return BadRequest($"{ErrorCode()}: attachments too big. Max total size: 30MiB", Problem.ContentType);
            if (part.Name != "file" || TypeOf(part) is not { } type)
                return BadRequest($"{ErrorCode()}: \"{part.FileName}\" has unsupported mime type", Problem.ContentType);
            using var content = new MemoryStream();
            await part.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
            files.Add(new EmulatedFile { Name = part.FileName, ContentType = type, Content = content.ToArray() });
        }

        if (chats.Receive(sign, text, files) is not { } message)
            return BadRequest("Invalid signature", Problem.ContentType);
        return Answer.Json(200, new JsonObject
        {
            ["result"] = new JsonObject
            {
                ["addTime"] = message.Time.ToUnixTimeMilliseconds(),
                ["chatID"] = message.ChatId,
                ["sign"] = sign,
            },
            ["errors"] = new JsonArray(),
        });
    }

    private Answer Download(string downloadId)
    {
        if (chats.FindFile(downloadId, out bool isPending) is not { } file)
            return Problem.Chat(400, "invalid fileID", "invalid fileID", Json);
        if (isPending)
            return Answer.Json(202, new JsonObject { ["moderationState"] = "pending", ["retrySeconds"] = file.RetrySeconds });
        if (file.Refused)
            return Problem.Chat(451, "Unavailable for Legal Reasons", "moderation error", Problem.ContentType);
        return new Answer { Status = 200, ContentType = file.ContentType, Body = file.Content.ToArray() };
    }

    private JsonObject Write(EmulatedMessage message)
    {
        var attachments = new JsonObject();
        if (message.GoodCard is { } card)
            attachments["goodCard"] = Write(card);
        JsonArray files = [], images = [];
        foreach (EmulatedFile file in message.Files)
        {
            bool isImage = file.ContentType.StartsWith("image/", StringComparison.Ordinal);
            string folder = isImage ? "jpg" : "pdf";
            var node = new JsonObject
            {
                ["date"] = message.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                ["downloadID"] = file.DownloadId,
                ["url"] = $"https://chat-basket-01.wbbasket.ru/vol0/part1/{message.EventId}/{folder}/{file.DownloadId}.{folder}",
            };
            if (isImage)
            {
                images.Add((JsonNode)node);
                continue;
            }

            node["contentType"] = file.ContentType;
            node["name"] = file.Name;
            node["size"] = file.Content.Length;
            files.Add((JsonNode)node);
        }

        if (files.Count > 0)
            attachments["files"] = files;
        if (images.Count > 0)
            attachments["images"] = images;

        var body = new JsonObject();
        if (attachments.Count > 0)
            body["attachments"] = attachments;
        body["text"] = message.Text;

        var row = new JsonObject { ["chatID"] = message.ChatId, ["eventID"] = message.EventId, ["eventType"] = "message" };
        if (message.IsNewChat)
            row["isNewChat"] = true;
        row["message"] = body;
        if (message.Source is not null)
            row["source"] = message.Source;
        row["addTimestamp"] = message.Time.ToUnixTimeMilliseconds();
        row["addTime"] = WireTime.Utc(message.Time);
        if (message.IsNewChat)
            row["replySign"] = chats.ReplySignOf(message.ChatId);
        row["sender"] = message.Sender switch
        {
            EmulatedSender.Buyer => "client",
            EmulatedSender.Seller => "seller",
            _ => "wb",
        };
        if (message.Sender == EmulatedSender.Buyer)
            row["clientName"] = chats.BuyerNameOf(message.ChatId);
        return row;
    }

    private static JsonObject Write(EmulatedGoodCard card) => new()
    {
        ["nmID"] = card.NmId,
        ["price"] = card.PriceHundredths,
        ["priceCurrency"] = card.PriceCurrency,
        ["rid"] = card.Rid,
        ["size"] = card.Size,
    };

    private static string? TypeOf(IFormFile part)
    {
        string declared = (part.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        if (declared is not ("" or "application/octet-stream"))
            return FileTypes.Contains(declared) ? declared : null;
        return Path.GetExtension(part.FileName).ToLowerInvariant() switch
        {
            ".jpg" or ".jpeg" => "image/jpeg",
            ".png" => "image/png",
            ".pdf" => "application/pdf",
            _ => null,
        };
    }

    private static Answer BadRequest(string detail, string contentType) => Problem.Chat(400, "Bad Request", detail, contentType);

    private static string ErrorCode() => Convert.ToHexString(RandomNumberGenerator.GetBytes(6))[..11];
}
