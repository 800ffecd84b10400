using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>What is done with the chat every day, in one line each.</summary>
public static class BuyerChatApiExtensions
{
    /// <summary>
    /// Reads the events of all chats from where the last run stopped, until the first failure: <see cref="ChatEventStream.ReadAllAsync"/>. To survive outages, give
    /// <see cref="ChatEventStreamOptions"/> with a <see cref="ChatEventStreamOptions.MaxOutage"/>.
    /// </summary>
    /// <param name="api">The chat host.</param>
    /// <param name="store">Where the cursor is kept.</param>
    /// <param name="sellerId">Whose cursor it is: the seller's id, or another name that you give to the seller. Another one for each seller.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <returns>The events, oldest first, each at least once.</returns>
    /// <exception cref="ArgumentException"><paramref name="sellerId"/> is not as <see cref="StateStoreLimits"/> says.</exception>
    /// <exception cref="WildberriesStateConflictException">Another reader has moved the cursor meanwhile.</exception>
    /// <exception cref="WildberriesApiException">A call failed for another reason than the rate limit.</exception>
    public static IAsyncEnumerable<ChatEvent> StreamEventsAsync(
        this IBuyerChatApi api, IStateStore store, string sellerId, CancellationToken cancellationToken = default) =>
        new ChatEventStream(api, store, sellerId).ReadAllAsync(cancellationToken);

    /// <summary>
    /// Reads the events of all chats without end, from where the last run stopped, and can survive outages:
    /// <see cref="ChatEventStream.ReadAllAsync"/> with options.
    /// </summary>
    /// <param name="api">The chat host.</param>
    /// <param name="store">Where the cursor is kept.</param>
    /// <param name="sellerId">Whose cursor it is: the seller's id, or another name that you give to the seller. Another one for each seller.</param>
    /// <param name="options">How to read, for example which outages to survive.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <returns>The events, oldest first, each at least once.</returns>
    /// <exception cref="ArgumentException"><paramref name="sellerId"/> is not as <see cref="StateStoreLimits"/> says, or an option is out of range.</exception>
    /// <exception cref="WildberriesStateConflictException">Another reader has moved the cursor meanwhile.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed for another reason than the rate limit, and did so for longer than <see cref="ChatEventStreamOptions.MaxOutage"/>.
    /// </exception>
    public static IAsyncEnumerable<ChatEvent> StreamEventsAsync(
        this IBuyerChatApi api, IStateStore store, string sellerId, ChatEventStreamOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new ChatEventStream(api, store, sellerId, options).ReadAllAsync(cancellationToken);
    }

    /// <summary>
    /// Sends a text to a chat. Looks the chat's sign up in the chat list each time; a <see cref="ChatMessenger"/> remembers it, which
    /// spares half of the calls.
    /// </summary>
    /// <param name="api">The chat host.</param>
    /// <param name="chatId">The chat's id.</param>
    /// <param name="text">The text, at most 1,000 characters, not blank.</param>
    /// <param name="cancellationToken">Cancels the call; the message may have been sent nevertheless.</param>
    /// <returns>WB's answer.</returns>
    /// <exception cref="ArgumentException">The chat's id or the text is not what WB takes.</exception>
    /// <exception cref="WildberriesNotFoundException">The seller's chat list has no such chat, or no sign for it. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task<SendMessageResponse> SendAsync(
        this IBuyerChatApi api, string chatId, string text, CancellationToken cancellationToken = default) =>
        new ChatMessenger(api).SendAsync(chatId, text, null, cancellationToken);

    /// <summary>
    /// Sends a text with files to a chat. Looks the chat's sign up in the chat list each time; a <see cref="ChatMessenger"/> remembers it,
    /// which spares half of the calls.
    /// </summary>
    /// <param name="api">The chat host.</param>
    /// <param name="chatId">The chat's id.</param>
    /// <param name="text">The text, at most 1,000 characters, not blank; may be missing or empty if there are files.</param>
    /// <param name="files">The files, at most 30 MiB together.</param>
    /// <param name="cancellationToken">Cancels the call; the message may have been sent nevertheless.</param>
    /// <returns>WB's answer. Look at <see cref="SendMessageResponse.Errors"/>: files that WB could not take are named there.</returns>
    /// <exception cref="ArgumentException">The chat's id, the text or the files are not what WB takes.</exception>
    /// <exception cref="WildberriesNotFoundException">The seller's chat list has no such chat, or no sign for it. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task<SendMessageResponse> SendAsync(
        this IBuyerChatApi api, string chatId, string? text, IReadOnlyList<ChatAttachment>? files, CancellationToken cancellationToken = default) =>
        new ChatMessenger(api).SendAsync(chatId, text, files, cancellationToken);

    /// <summary>Downloads a file of a message, and waits up to five minutes for its moderation: <see cref="ChatFileDownloader"/>.</summary>
    /// <param name="api">The chat host.</param>
    /// <param name="downloadId">The file's id: <see cref="ChatFile.DownloadId"/> or <see cref="ChatImage.DownloadId"/>.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits.</param>
    /// <returns>The file; dispose it.</returns>
    /// <exception cref="ArgumentException"><paramref name="downloadId"/> is empty.</exception>
    /// <exception cref="WildberriesTimeoutException">The file is still in moderation.</exception>
    /// <exception cref="WildberriesUnavailableForLegalReasonsException">Moderation refused the file: it will not become available.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task<ChatDownload> DownloadFileAsync(this IBuyerChatApi api, string downloadId, CancellationToken cancellationToken = default) =>
        new ChatFileDownloader(api).DownloadAsync(downloadId, cancellationToken);
}
