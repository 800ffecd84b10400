namespace ChatDesk;

/// <summary>
/// Buyers' pictures of reviews, fetched by the desk: WB's picture hosts do not hear of the operators' browsers, and get no token. Only pictures pass, of a
/// size that pictures have.
/// </summary>
internal sealed class PostPhotos(HttpClient http)
{
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Fetches a picture.</summary>
    /// <returns>The bytes and what they are; null: there is no such picture to be had.</returns>
    public async Task<(byte[] Content, string ContentType)?> FetchAsync(string? address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
            return null;
        try
        {
            using HttpResponseMessage answer = await http.GetAsync(uri, cancellationToken);
            return answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType is "image/jpeg" or "image/png" or "image/webp"
                ? (await answer.Content.ReadAsByteArrayAsync(cancellationToken), answer.Content.Headers.ContentType.MediaType)
                : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
