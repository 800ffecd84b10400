using System.Globalization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>A file from a chat, as it arrives. Dispose it: it holds a connection.</summary>
public sealed class ChatDownload : IDisposable, IAsyncDisposable
{
    private readonly HttpResponseMessage? _response;

    /// <summary>Wraps a file's content.</summary>
    /// <param name="content">The content; disposed together with this.</param>
    /// <param name="contentType">The media type, if known.</param>
    /// <param name="length">The length in bytes, if known.</param>
    public ChatDownload(Stream content, string? contentType = null, long? length = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
        ContentType = contentType;
        Length = length;
    }

    internal ChatDownload(HttpResponseMessage response, Stream content)
        : this(content, response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentLength) =>
        _response = response;

    /// <summary>The content; can be read once.</summary>
    public Stream Content { get; }

    /// <summary>The media type: <c>image/jpeg</c>, <c>image/png</c> or <c>application/pdf</c>; <see langword="null"/> if WB did not say.</summary>
    public string? ContentType { get; }

    /// <summary>The length in bytes, or <see langword="null"/> if WB did not say.</summary>
    public long? Length { get; }

    /// <summary>Type and length.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"ChatDownload {{ ContentType = {ContentType}, Length = {Length} }}");

    /// <summary>Closes the content and frees the connection.</summary>
    public void Dispose()
    {
        Content.Dispose();
        _response?.Dispose();
    }

    /// <summary>Closes the content and frees the connection.</summary>
    /// <returns>A task that ends when that is done.</returns>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        _response?.Dispose();
    }
}
