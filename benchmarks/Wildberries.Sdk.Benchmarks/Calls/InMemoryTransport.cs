using System.Globalization;
using System.Net;

namespace Wildberries.Sdk.Benchmarks.Calls;

/// <summary>
/// Answers every request with the same JSON: headers first, then a stream in pieces of at most 16 KiB. Over a network the headers and the first piece are
/// waited for, so that every handler on the way is suspended and goes on later; without the wait one can see what the handlers themselves do.
/// </summary>
internal sealed class InMemoryTransport(byte[] json, bool waits) : HttpMessageHandler
{
    private readonly string _length = json.Length.ToString(CultureInfo.InvariantCulture);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // As every real transport does: it needs the host and the path, and gives headers as they came.
        _ = request.RequestUri!.IdnHost;
        _ = request.RequestUri.PathAndQuery;
        if (waits)
            await Task.Yield();
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(Open(json, waits)), RequestMessage = request };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        response.Content.Headers.TryAddWithoutValidation("Content-Length", _length);
        response.Headers.TryAddWithoutValidation("X-Ratelimit-Limit", "1000000");
        response.Headers.TryAddWithoutValidation("X-Ratelimit-Remaining", "500000");
        return response;
    }

    /// <summary>The body as a stream of its own.</summary>
    public static Stream Open(byte[] json, bool waits) => new Pieces(json, waits);

    private sealed class Pieces(byte[] json, bool waits) : MemoryStream(json, writable: false)
    {
        private const int Most = 16 * 1024;

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (waits && Position == 0)
                await Task.Yield();
            return Read(buffer.Span[..Math.Min(buffer.Length, Most)]);
        }
    }
}
