using System.Net;
using Refit;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.BuyerChat;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class BuyerChatOperations
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IBuyerChatApi chat, EmulatedFile file, EmulatedMessage written)
    {
        Assert.Equal("OK", (await chat.PingAsync(Cancel)).Status);

        Chat row = Assert.Single((await chat.GetChatsAsync(Cancel)).Result);
        Assert.Equal(("1:a", "Алёна", "Скол на ручке"), (row.ChatId, row.ClientName, row.LastMessage?.Text));
        Assert.Equal((168902447, 69_000L, "RUB"), (row.GoodCard?.NmId, row.GoodCard?.PriceHundredths, row.GoodCard?.PriceCurrency));
        Assert.Equal(written.Time, row.LastMessage?.AddedAt);

        ChatEventsResult page = (await chat.GetEventsAsync(cancellationToken: Cancel)).Result!;
        ChatEvent first = Assert.Single(page.Events);
        Assert.Equal((1, written.Time.ToUnixTimeMilliseconds()), (page.TotalEvents, page.Next));
        Assert.Equal((written.EventId, true, row.ReplySign), (first.EventId, first.IsNewChat, first.ReplySign));
        Assert.Equal((ChatEventType.Message, ChatSender.Client, written.Time), (first.EventType, first.Sender, first.AddedAt));
        Assert.Equal(file.DownloadId, Assert.Single(first.Message!.Attachments!.Images).DownloadId);
        Assert.Empty((await chat.GetEventsAsync(page.Next, Cancel)).Result!.Events);

        SendMessageResponse sent = await chat.SendMessageAsync(
            row.ReplySign!, "Сочувствуем", [new ByteArrayPart([1], "Чек.pdf", "application/pdf", "file")], Cancel);
        Assert.Equal("1:a", sent.Result?.ChatId);
        Assert.Empty(sent.Errors);

        using (HttpResponseMessage pending = await chat.DownloadAsync(file.DownloadId, Cancel))
        {
            Assert.Equal(HttpStatusCode.Accepted, pending.StatusCode);
            Assert.Contains("\"retrySeconds\":7", await pending.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        using HttpResponseMessage download = await chat.DownloadAsync(file.DownloadId, Cancel);
        Assert.Equal(file.Content.ToArray(), await download.Content.ReadAsByteArrayAsync(Cancel));
    }
}
