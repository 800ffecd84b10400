using Refit;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;

namespace Wildberries.Sdk.Tests.BuyerChat;

/// <summary>The chat host as delegates; what a test does not set fails loudly.</summary>
internal sealed class FakeBuyerChatApi : IBuyerChatApi
{
    public Func<ChatsResponse>? Chats { get; init; }

    public Func<long?, ChatEventsResponse>? Events { get; set; }

    public Func<string, string?, IReadOnlyList<ByteArrayPart>?, SendMessageResponse>? Send { get; set; }

    public Func<string, HttpResponseMessage>? Download { get; init; }

    public int ChatsCalls { get; private set; }

    public List<long?> EventsCalls { get; } = [];

    public int SendCalls { get; private set; }

    public int DownloadCalls { get; private set; }

    public Task<PingResponse> PingAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public async Task<ChatsResponse> GetChatsAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ChatsCalls++;
        await Task.Yield();
        return Chats!();
    }

    public async Task<ChatEventsResponse> GetEventsAsync(long? next = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        EventsCalls.Add(next);
        await Task.Yield();
        return Events!(next);
    }

    public async Task<SendMessageResponse> SendMessageAsync(
        string replySign, string? message = null, IEnumerable<ByteArrayPart>? files = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SendCalls++;
        await Task.Yield();
        return Send!(replySign, message, files?.ToList());
    }

    public async Task<HttpResponseMessage> DownloadAsync(string id, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DownloadCalls++;
        await Task.Yield();
        return Download!(id);
    }
}
