using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Refit;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>
/// Sends messages to buyers by the chat's id: finds the reply sign that WB asks for, and checks text and files against WB's limits
/// before the network. It remembers the signs it sees, at most one for each chat of the seller, so that the chat list is rarely asked
/// for; keep one messenger for each seller. Safe for use by many threads.
/// </summary>
/// <remarks>
/// A message is sent at most once, unless the client repeats writes (<see cref="WildberriesCallOptions.RetryWrites"/>): no failure is answered
/// by sending again. A buyer can be answered for ten days
/// (<see cref="ReplyWindow"/>). Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing to dispose.")]
public sealed class ChatMessenger
{
    /// <summary>How long a text may be, in characters of Unicode: where <see cref="string.Length"/> counts an emoji as two, WB counts one.</summary>
    public const int MaxTextLength = 1_000;

    private const int MaxReplySignLength = 255;

    private readonly IBuyerChatApi _api;
    private readonly ConcurrentDictionary<string, string> _signs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _lookup = new(1, 1);

    /// <summary>Creates a messenger that knows no signs yet.</summary>
    /// <param name="api">The chat host.</param>
    public ChatMessenger(IBuyerChatApi api)
    {
        ArgumentNullException.ThrowIfNull(api);
        _api = api;
    }

    /// <summary>Remembers the sign that an event carries, if it carries one: events that begin a chat do.</summary>
    /// <param name="chatEvent">The event.</param>
    public void Remember(ChatEvent chatEvent)
    {
        ArgumentNullException.ThrowIfNull(chatEvent);
        Remember(chatEvent.ChatId, chatEvent.ReplySign);
    }

    /// <summary>Sends a message to a chat. Asks for the chat list first if the chat's sign is not known yet.</summary>
    /// <param name="chatId">The chat's id.</param>
    /// <param name="text">The text, at most 1,000 characters, not blank; may be missing or empty if there are files.</param>
    /// <param name="files">The files, at most 30 MiB together.</param>
    /// <param name="cancellationToken">Cancels the call; the message may have been sent nevertheless.</param>
    /// <returns>WB's answer. Look at <see cref="SendMessageResponse.Errors"/>: files that WB could not take are named there.</returns>
    /// <exception cref="ArgumentException">The chat's id, the text or the files are not what WB takes.</exception>
    /// <exception cref="WildberriesNotFoundException">The seller's chat list has no such chat, or no sign for it. Nothing was sent.</exception>
    /// <exception cref="WildberriesBadRequestException">
    /// WB refused the message. If it refused a remembered sign, that is forgotten: the next call looks it up anew.
    /// </exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public Task<SendMessageResponse> SendAsync(
        string chatId, string? text, IReadOnlyList<ChatAttachment>? files = null, CancellationToken cancellationToken = default)
    {
        Argument.Text(chatId);
        Check(text, files);
        return SendToChatAsync(chatId, text, files, cancellationToken);
    }

    /// <summary>Sends a message with a reply sign that you have, for example from an event that began a chat.</summary>
    /// <param name="replySign">The sign, at most 255 characters.</param>
    /// <param name="text">The text, at most 1,000 characters, not blank; may be missing or empty if there are files.</param>
    /// <param name="files">The files, at most 30 MiB together.</param>
    /// <param name="cancellationToken">Cancels the call; the message may have been sent nevertheless.</param>
    /// <returns>WB's answer. Look at <see cref="SendMessageResponse.Errors"/>: files that WB could not take are named there.</returns>
    /// <exception cref="ArgumentException">The sign, the text or the files are not what WB takes.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public Task<SendMessageResponse> SendBySignAsync(
        string replySign, string? text, IReadOnlyList<ChatAttachment>? files = null, CancellationToken cancellationToken = default)
    {
        Argument.Text(replySign, MaxReplySignLength);
        Check(text, files);
        return SendSignedAsync(replySign, text, files, cancellationToken);
    }

    private static void Check(string? text, IReadOnlyList<ChatAttachment>? files)
    {
        if (string.IsNullOrEmpty(text) && files is null or { Count: 0 })
            throw new ArgumentException("The message has neither text nor files.", nameof(text));
        Argument.Message(text, MaxTextLength);

        long total = 0;
        foreach (ChatAttachment file in files ?? [])
            total += file?.Content.Length ?? throw new ArgumentException("One of the files is null.", nameof(files));
        if (total > ChatAttachment.MaxTotalLength)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The files have {total:N0} bytes together; WB takes at most {ChatAttachment.MaxTotalLength:N0} (30 MiB)."),
                nameof(files));
        }
    }

    private static bool IsAboutSign(WildberriesBadRequestException e) =>
        (e.Detail ?? e.Message).Contains("signature", StringComparison.OrdinalIgnoreCase);

    private async Task<SendMessageResponse> SendToChatAsync(
        string chatId, string? text, IReadOnlyList<ChatAttachment>? files, CancellationToken cancellationToken)
    {
        string sign = await FindSignAsync(chatId, cancellationToken).ConfigureAwait(false);
        try
        {
            SendMessageResponse response = await PostAsync(sign, text, files, cancellationToken).ConfigureAwait(false);
            Remember(chatId, response.Result?.Sign);
            return response;
        }
        catch (WildberriesBadRequestException e) when (IsAboutSign(e))
        {
            // Only this sign: another thread may have found a newer one meanwhile.
            _signs.TryRemove(KeyValuePair.Create(chatId, sign));
            throw;
        }
    }

    private async Task<SendMessageResponse> SendSignedAsync(
        string replySign, string? text, IReadOnlyList<ChatAttachment>? files, CancellationToken cancellationToken)
    {
        SendMessageResponse response = await PostAsync(replySign, text, files, cancellationToken).ConfigureAwait(false);
        Remember(response.Result?.ChatId, response.Result?.Sign);
        return response;
    }

    private async Task<SendMessageResponse> PostAsync(
        string sign, string? text, IReadOnlyList<ChatAttachment>? files, CancellationToken cancellationToken)
    {
        List<ByteArrayPart>? parts = files is { Count: > 0 } ? [.. files.Select(f => f.ToPart())] : null;
        string? message = string.IsNullOrEmpty(text) ? null : text;
        return await _api.SendMessageAsync(sign, message, parts, cancellationToken).ConfigureAwait(false) ?? new SendMessageResponse();
    }

    private void Remember(string? chatId, string? sign)
    {
        if (!string.IsNullOrEmpty(chatId) && !string.IsNullOrEmpty(sign))
            _signs[chatId] = sign;
    }

    private async Task<string> FindSignAsync(string chatId, CancellationToken cancellationToken)
    {
        if (_signs.TryGetValue(chatId, out string? sign))
            return sign;

        // One at a time: whoever waited finds the sign that the one before brought. A base token has one chat list an hour.
        await _lookup.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_signs.TryGetValue(chatId, out sign))
                return sign;
            ChatsResponse chats = await _api.GetChatsAsync(cancellationToken).ConfigureAwait(false) ?? new ChatsResponse();
            foreach (Chat chat in chats.Result)
                Remember(chat?.ChatId, chat?.ReplySign);
            if (_signs.TryGetValue(chatId, out sign))
                return sign;
            throw new WildberriesNotFoundException(
                $"The seller's chat list has no chat \"{SafeText.Given(chatId)}\" with a reply sign; nothing was sent.")
            {
                Operation = "BuyerChat.GetChats",
                Delivery = Delivery.NotSent,
                Errors = chats.Errors,
            };
        }
        finally
        {
            _lookup.Release();
        }
    }
}
