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

    private sealed class Pieces(byte[] json, bool waits) : Stream
    {
        private const int Most = 16 * 1024;
        private int _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            int count = Math.Min(Math.Min(buffer.Length, Most), json.Length - _position);
            json.AsSpan(_position, count).CopyTo(buffer);
            _position += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            waits && _position == 0 ? ReadLaterAsync(buffer) : new(Read(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        private async ValueTask<int> ReadLaterAsync(Memory<byte> buffer)
        {
            await Task.Yield();
            return Read(buffer.Span);
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
