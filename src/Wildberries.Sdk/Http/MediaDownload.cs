using System.Buffers;
using System.Net.Http.Headers;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Http;

/// <summary>Downloads what WB's storage gives to everybody who knows the address: over the client's network and its rules for time, without its token.</summary>
internal static class MediaDownload
{
    private const int BufferSize = 64 * 1024;

    private static readonly string[] OtherTypes =
    [
        "application/octet-stream", "binary/octet-stream", "application/vnd.apple.mpegurl", "application/x-mpegurl", "audio/mpegurl", "audio/x-mpegurl",
    ];

    /// <summary>Downloads a file.</summary>
    /// <typeparam name="TApi">The interface.</typeparam>
    /// <param name="api">The interface that the caller has, from a client.</param>
    /// <param name="operationName">How the download is called in exceptions and telemetry.</param>
    /// <param name="link">Where the file is.</param>
    /// <param name="destination">Where it is written to.</param>
    /// <param name="options">What is allowed; <see langword="null"/>: the defaults.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>What was downloaded.</returns>
    public static Task<DownloadedMedia> RunAsync<TApi>(
        TApi api, string operationName, string link, Stream destination, MediaDownloadOptions? options, CancellationToken cancellationToken)
        where TApi : class
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (!destination.CanWrite)
            throw new ArgumentException("It cannot be written to.", nameof(destination));
        options ??= new MediaDownloadOptions();
        if (options.MaxBytes < 1)
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxBytes, $"{nameof(MediaDownloadOptions.MaxBytes)} must be at least 1.");
        ClientOrigin origin = ClientOrigin.Of(api)
            ?? throw new InvalidOperationException($"The {typeof(TApi).Name} comes from no client of the SDK, so there is no network to download over.");
        var hosts = new MediaHosts(origin.Address, options.MoreDomains, nameof(options));
        Uri address = hosts.Parse(link, nameof(link));
        var operation = new WildberriesOperation
        {
            ApiType = typeof(TApi),
            MethodName = "DownloadMediaAsync",
            Name = operationName,
            HttpMethod = HttpMethod.Get,

            // The real one tells of a buyer.
            Path = "/{file}",
            Host = hosts.HostOf(address),
            Access = OperationAccess.Read,
            IsStreamed = true,
        };
        return DownloadAsync(origin, operation, hosts, address, destination, options.MaxBytes, cancellationToken);
    }

    private static async Task<DownloadedMedia> DownloadAsync(
        ClientOrigin origin, WildberriesOperation operation, MediaHosts hosts, Uri address, Stream destination, long maxBytes, CancellationToken cancellationToken)
    {
        var call = new CallContext
        {
            Operation = operation,
            Seller = origin.Seller,
            Options = origin.Options,
            StartedAt = origin.Runtime.TimeProvider.GetTimestamp(),
            IsPublic = true,
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent.Value);
        request.Options.Set(MediaHosts.Key, hosts);
        call.AttachTo(request);
        using HttpResponseMessage answer = await origin.Runtime.Media.SendAsync(request, cancellationToken).ConfigureAwait(false);
        HttpContentHeaders headers = answer.Content.Headers;
        string? type = headers.ContentType?.MediaType;
        if (!IsMedia(type))
        {
            throw WildberriesExceptionFactory.FromUnreadable(
                answer, operation.Name, $"it is neither a picture nor a video, but {SafeText.Given(type)}", Redaction.None);
        }

        if (headers.ContentLength > maxBytes)
            throw TooLarge(call, maxBytes);
        Stream body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
            return new DownloadedMedia { ContentType = type, Length = await CopyAsync(body, destination, maxBytes, call, cancellationToken).ConfigureAwait(false) };
    }

    private static async Task<long> CopyAsync(Stream body, Stream destination, long maxBytes, CallContext call, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long length = 0;
            while (await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
            {
                length += count;
                if (length > maxBytes)
                    throw TooLarge(call, maxBytes);
                await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }

            return length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static WildberriesResponseException TooLarge(CallContext call, long maxBytes) => WildberriesExceptionFactory.TooLarge(
        call, FormattableString.Invariant($"it has more than the {maxBytes:N0} bytes that {nameof(MediaDownloadOptions)}.{nameof(MediaDownloadOptions.MaxBytes)} allows"));

    // An SVG is a program where a browser shows it.
    private static bool IsMedia(string? type) => type is null
        || (type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) && !type.StartsWith("image/svg", StringComparison.OrdinalIgnoreCase))
        || type.StartsWith("video/", StringComparison.OrdinalIgnoreCase)
        || OtherTypes.Contains(type, StringComparer.OrdinalIgnoreCase);
}
