using System.Net;
using System.Text.Json;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>Downloads files from chats. While WB's moderation looks at a file, it waits as long as WB says and asks again.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed class ChatFileDownloader
{
    /// <summary>How long moderation is waited for unless you say otherwise: five minutes.</summary>
    public static readonly TimeSpan DefaultModerationWait = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan MaxModerationWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan DefaultRetry = TimeSpan.FromSeconds(30);

    private const int MaxPendingBytes = 16 * 1024;

    private readonly IBuyerChatApi _api;
    private readonly TimeSpan _moderationWait;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a downloader.</summary>
    /// <param name="api">The chat host.</param>
    /// <param name="moderationWait">
    /// How long to wait for moderation in all, from zero (do not wait) to a day; <see langword="null"/>: <see cref="DefaultModerationWait"/>.
    /// </param>
    /// <param name="timeProvider">The clock for waits; <see langword="null"/>: that of the client that <paramref name="api"/> comes from.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="moderationWait"/> is negative or longer than a day.</exception>
    public ChatFileDownloader(IBuyerChatApi api, TimeSpan? moderationWait = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(api);
        _moderationWait = moderationWait ?? DefaultModerationWait;
        ArgumentOutOfRangeException.ThrowIfLessThan(_moderationWait, TimeSpan.Zero, nameof(moderationWait));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_moderationWait, MaxModerationWait, nameof(moderationWait));
        _api = api;
        _timeProvider = timeProvider ?? ClientClock.Of(api);
    }

    /// <summary>Downloads a file; returns as soon as it begins to arrive.</summary>
    /// <param name="downloadId">The file's id: <see cref="ChatFile.DownloadId"/> or <see cref="ChatImage.DownloadId"/>.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits.</param>
    /// <returns>The file; dispose it.</returns>
    /// <exception cref="ArgumentException"><paramref name="downloadId"/> is empty or no id.</exception>
    /// <exception cref="WildberriesTimeoutException">
    /// The file is still in moderation, and the next try would be later than the wait allows. Ask again later.
    /// </exception>
    /// <exception cref="WildberriesUnavailableForLegalReasonsException">Moderation refused the file: it will not become available.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public Task<ChatDownload> DownloadAsync(string downloadId, CancellationToken cancellationToken = default) =>
        DownloadFileAsync(Argument.PathSegment(downloadId), cancellationToken);

    private async Task<ChatDownload> DownloadFileAsync(string downloadId, CancellationToken cancellationToken)
    {
        long start = _timeProvider.GetTimestamp();
        while (true)
        {
            HttpResponseMessage response = await _api.DownloadAsync(downloadId, cancellationToken).ConfigureAwait(false);
            bool handedOver = false;
            TimeSpan delay;
            try
            {
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    Stream content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
                    handedOver = true;
                    return new ChatDownload(response, content);
                }

                if (response.StatusCode != HttpStatusCode.Accepted)
                    throw Refused(response.StatusCode);
                delay = await ReadRetryAsync(response, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                if (!handedOver)
                    response.Dispose();
            }

            if (_timeProvider.GetElapsedTime(start) + delay > _moderationWait)
            {
                throw new WildberriesTimeoutException(
                    FormattableString.Invariant($"The file is still in moderation. WB is to be asked again in {delay.TotalSeconds} s, ")
                    + FormattableString.Invariant($"later than the wait of {_moderationWait.TotalSeconds} s allows."))
                {
                    Operation = "BuyerChat.Download",
                    Delivery = Delivery.Answered,
                    Timeout = _moderationWait,
                };
            }

            await Task.Delay(delay, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    // The client's pipeline has thrown for these already; a bare Refit client or a mock has not.
    private static WildberriesApiException Refused(HttpStatusCode status)
    {
        Delivery delivery = DeliveryRules.Of(status);
        string message = FormattableString.Invariant($"WB answered the download with status {(int)status}.");
        return status == HttpStatusCode.UnavailableForLegalReasons
            ? new WildberriesUnavailableForLegalReasonsException(message) { StatusCode = status, Delivery = delivery, Operation = "BuyerChat.Download" }
            : new WildberriesApiException(message) { StatusCode = status, Delivery = delivery, Operation = "BuyerChat.Download" };
    }

    private static async Task<TimeSpan> ReadRetryAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            // No more than this comes into memory: it says one number.
            byte[] body = new byte[MaxPendingBytes];
            Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            int length;
            await using (stream.ConfigureAwait(false))
                length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            DownloadPending? pending = JsonSerializer.Deserialize(body.AsSpan(0, length), BuyerChatJsonContext.Default.DownloadPending);
            if (pending?.RetrySeconds is { } seconds and > 0 && seconds <= MaxModerationWait.TotalSeconds)
                return TimeSpan.FromSeconds(seconds);
        }
        catch (JsonException)
        {
            // The status says what matters; the body only says when.
        }

        return DefaultRetry;
    }
}
