using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>What is done with reviews every day.</summary>
public static partial class FeedbacksApiExtensions
{
    /// <summary>Downloads a photo of a review, or the cover of its video, into a stream, without the token, from hosts of WB's storage only.</summary>
    /// <remarks>
    /// What a link leads to is not taken on trust: it must stand for https on a known host, as must each redirect; the file must say that it is a picture or a video, must not
    /// be larger than you allow, and must keep coming. Of a video WB gives the playlist only (<see cref="FeedbackVideo.PlaylistUrl"/>), for players of HLS: downloading that gives the
    /// playlist, which is a text, and not the video.
    /// </remarks>
    /// <param name="api">The reviews, from a client: its proxy, its handler and its emulator serve here, too.</param>
    /// <param name="link">A link of <see cref="FeedbackPhoto"/> or <see cref="FeedbackVideo"/>.</param>
    /// <param name="destination">Where the file is written to as it arrives; it stays open. After a failure it may hold a part of the file.</param>
    /// <param name="options">How large the file may be; <see langword="null"/>: the defaults.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>What the file is and how long.</returns>
    /// <exception cref="ArgumentException">The link leads elsewhere, or the stream cannot be written to, or an option is out of range. Nothing was asked.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="api"/> comes from no client of the SDK.</exception>
    /// <exception cref="WildberriesNotFoundException">There is no such file, or no more.</exception>
    /// <exception cref="WildberriesResponseException">The file is too large, or no picture or video, or WB leads to another host.</exception>
    /// <exception cref="WildberriesApiException">The file could not be had.</exception>
    public static Task<DownloadedMedia> DownloadMediaAsync(
        this IFeedbacksApi api, string link, Stream destination, MediaDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return MediaDownload.RunAsync<IFeedbacksApi>(api, "Feedbacks.DownloadMedia", link, destination, options, cancellationToken);
    }
}
