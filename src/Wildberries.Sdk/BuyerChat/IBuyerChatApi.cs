using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>
/// The chat with buyers: one method per WB operation. <see cref="ChatEventStream"/>, <see cref="ChatMessenger"/> and
/// <see cref="ChatFileDownloader"/> do the everyday work on top of it.
/// </summary>
/// <remarks>
/// A seller cannot begin a chat: the buyer writes first, and can be answered for ten days (<see cref="ReplyWindow"/>).
/// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.
/// </remarks>
[WildberriesApi(typeof(BuyerChatHost))]
[Area<Areas.BuyerChat>]
public interface IBuyerChatApi
{
    /// <summary>Checks that the host is reached and takes the token. Not for health checks: WB blocks callers that loop over it.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>WB's time and <c>OK</c>.</returns>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/connectionCheck"/>.</remarks>
    [Get("/ping")]
    [Operation(TokenCategory.None, OperationAccess.Read)]
    [RateLimit(3, 30, 99)]
    Task<PingResponse> PingAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists all chats of the seller, each with the sign that is needed to write to it.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The chats, all in one answer.</returns>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
    [Get("/api/v1/seller/chats")]
    [Operation(TokenCategory.BuyersChat, OperationAccess.Read)]
    [RateLimit(10, 10, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task<ChatsResponse> GetChatsAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads a page of events of all chats, oldest first. <see cref="ChatEventStream"/> follows the pages, drops repeats and
    /// resumes where it stopped.
    /// </summary>
    /// <param name="next">
    /// <see cref="ChatEventsResult.Next"/> of the page before, in Unix milliseconds; <see langword="null"/> for the first page.
    /// WB refuses 0.
    /// </param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The page; the last one has <see cref="ChatEventsResult.TotalEvents"/> 0.</returns>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
    [Get("/api/v1/seller/events")]
    [Operation(TokenCategory.BuyersChat, OperationAccess.Read)]
    [RateLimit(10, 10, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task<ChatEventsResponse> GetEventsAsync([AliasAs("next")] long? next = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends a message to a buyer, exactly as given. <see cref="ChatMessenger"/> finds the sign by the chat's id and checks
    /// text and files against WB's limits first.
    /// </summary>
    /// <param name="replySign">The chat's sign, at most 255 characters: from the chat list, or from the event that began the chat.</param>
    /// <param name="message">The text, at most 1,000 characters, not blank.</param>
    /// <param name="files">
    /// JPEG, PNG or PDF files of at most 5 MiB each and 30 MiB in all; each part is to carry the name <c>file</c>.
    /// </param>
    /// <param name="cancellationToken">Cancels the request; a message may have been sent nevertheless.</param>
    /// <returns>When and to which chat the message went, and which files WB could not take.</returns>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
    [Multipart]
    [Post("/api/v1/seller/message")]
    [Operation(TokenCategory.BuyersChat, OperationAccess.Write)]
    [RateLimit(10, 10, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task<SendMessageResponse> SendMessageAsync(
        [AliasAs("replySign")] string replySign,
        [AliasAs("message")] string? message = null,
        [AliasAs("file")] IEnumerable<ByteArrayPart>? files = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Fetches a file of a message once. <see cref="ChatFileDownloader"/> waits until WB's moderation has passed the file.
    /// </summary>
    /// <param name="id">The file's id: <see cref="ChatFile.DownloadId"/> or <see cref="ChatImage.DownloadId"/>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>
    /// The answer, which the caller disposes: 200 with the file, or 202 with a <see cref="DownloadPending"/> while the file
    /// is in moderation. WB answers 451 for a file that moderation refused.
    /// </returns>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
    [Get("/api/v1/seller/download/{id}")]
    [Operation(TokenCategory.BuyersChat, OperationAccess.Read)]
    [RateLimit(10, 10, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(10, 3600, 1, Tokens = TokenKinds.Base)]
    Task<HttpResponseMessage> DownloadAsync([AliasAs("id")] string id, CancellationToken cancellationToken = default);
}
