using System.Net;
using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Http;

/// <summary>An answer's body whose reading can neither stall nor fill the memory, and whose failures are the SDK's exceptions.</summary>
internal sealed class GuardedContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly CallContext _call;
    private readonly BodyLimits _limits;
    private readonly CancellationTokenSource? _totalLimit;
    private readonly TimeSpan? _totalTimeout;
    private readonly TimeProvider _timeProvider;
    private GuardedStream? _stream;
    private CancellationToken _loading;

    public GuardedContent(
        HttpContent inner,
        CallContext call,
        BodyLimits limits,
        CancellationTokenSource? totalLimit,
        TimeSpan? totalTimeout,
        TimeProvider timeProvider)
    {
        _inner = inner;
        _call = call;
        _limits = limits;
        _totalLimit = totalLimit;
        _totalTimeout = totalTimeout;
        _timeProvider = timeProvider;
        bool namesCharset = false;
        foreach ((string name, HeaderStringValues values) in inner.Headers.NonValidated)
        {
            if (values.Count != 1)
            {
                Headers.TryAddWithoutValidation(name, values);
                namesCharset = true;
                continue;
            }

            string value = values.ToString();
            Headers.TryAddWithoutValidation(name, value);
            namesCharset |= value.Contains("charset", StringComparison.OrdinalIgnoreCase);
        }

        // JSON is UTF-8 whatever is said of it, and a charset that .NET does not know would fail the reading.
        if (namesCharset && Headers.ContentType is { CharSet: { } charset } type)
        {
            CharsetName = charset;
            if (!Charset.IsWide(charset))
                type.CharSet = null;
        }
    }

    public CallContext Call => _call;

    /// <summary>What WB says of the text's charset.</summary>
    public string? CharsetName { get; }

    /// <summary>Takes the whole body into memory, from where it is read then.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The reading.</returns>
    public Task LoadAsync(CancellationToken cancellationToken)
    {
        _loading = cancellationToken;
#pragma warning disable CA2016 // .NET 8 has no such overload.
        return LoadIntoBufferAsync();
#pragma warning restore CA2016
    }

    /// <summary>The same answer with another body.</summary>
    /// <param name="body">The body.</param>
    /// <returns>The answer's content.</returns>
    public GuardedContent With(byte[] body) => new(new ByteArrayContent(body), _call, _limits, totalLimit: null, totalTimeout: null, _timeProvider);

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        Guard(await _inner.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), isKept: !_call.Operation.IsStreamed);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) =>
        Guard(_inner.ReadAsStream(cancellationToken), isKept: !_call.Operation.IsStreamed);

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using Stream body = Guard(_inner.ReadAsStream(cancellationToken), isKept: true);
        body.CopyTo(stream);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The content's own loading knows no token on every framework.
        if (!cancellationToken.CanBeCanceled)
            cancellationToken = _loading;
        Stream body = Guard(await _inner.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), isKept: true);
        await using (body.ConfigureAwait(false))
            await body.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength.GetValueOrDefault();
        return _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
            _totalLimit?.Dispose();
        }

        base.Dispose(disposing);
    }

    // Refit passes over a body that it could not take into memory, and reads it again: what is left of it could look like the whole.
    private GuardedStream Guard(Stream stream, bool isKept)
    {
        if (_stream?.Failure is { } failure)
            ExceptionDispatchInfo.Throw(failure);
        return _stream = new GuardedStream(stream, _call, _limits, isKept, _totalLimit, _totalTimeout, _timeProvider);
    }
}
