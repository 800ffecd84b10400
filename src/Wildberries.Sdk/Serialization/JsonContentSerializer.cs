using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Refit;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Telemetry;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// Refit's JSON, but an answer that is null as a whole is one without a body, and where a list is expected an empty one. For answers that
/// are read row by row: a 204 has no rows, a null is no row, and what is not JSON is an exception of ours, as it is for other answers.
/// Members that the models do not know are told to the call's telemetry.
/// </summary>
internal sealed class JsonContentSerializer(SystemTextJsonContentSerializer inner, UnknownMembers unknownMembers)
    : IHttpContentSerializer, ISynchronousContentSerializer, IStreamingContentSerializer
{
    // In memory, too, for calls whose answer is read row by row: Refit's setting for it (Buffered) leaves their bodies without a length.
    public HttpContent ToHttpContent<T>(T item) => inner.ToHttpContentSynchronous(item);

    public HttpContent ToHttpContentSynchronous<T>(T item) => inner.ToHttpContentSynchronous(item);

    public HttpContent ToStreamingHttpContent<T>(T item) => inner.ToStreamingHttpContent(item);

    // Refit's settings decide whether there may be no body. A number must not become 0 by it: the id of something that was made.
    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        if (default(T) is not null)
            return ReadValueAsync<T>(content, cancellationToken);
        long seen = UnknownMembers.Seen;
        Task<T?> reading = inner.FromHttpContentAsync<T>(content, cancellationToken);
        return reading is { IsCompletedSuccessfully: true, Result: not null } && seen == UnknownMembers.Seen
            ? reading
            : CheckAsync(reading, content, seen, cancellationToken);
    }

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => inner.GetFieldNameForProperty(propertyInfo);

    public async IAsyncEnumerable<T?> DeserializeStreamAsync<T>(
        Stream stream, StreamingContentFormat format, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var body = new ResumedStream(stream);
        var guarded = stream as GuardedStream;
        guarded?.BeginRow();
        if (!await body.StartAsync(cancellationToken).ConfigureAwait(false))
        {
            // 204 says that there is nothing. A 200 without a body says that something went wrong on the way: to take it for the end would lose rows.
            CallContext? call = guarded?.Call;
            if (call is null or { AnswerStatus: HttpStatusCode.NoContent })
                yield break;
            throw Unreadable(new JsonException("The body is empty."), call);
        }

        long seen = UnknownMembers.Seen;
        IAsyncEnumerator<T?> rows = inner.DeserializeStreamAsync<T>(body, format, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (rows.ConfigureAwait(false))
        {
            while (true)
            {
                T? row;
                try
                {
                    if (!await rows.MoveNextAsync().ConfigureAwait(false))
                        yield break;
                    row = rows.Current;
                    guarded?.BeginRow();
                }
                catch (JsonException exception)
                {
                    throw Unreadable(exception, guarded?.Call);
                }

                if (row is null)
                    continue;
                if (seen != UnknownMembers.Seen)
                    Count(row, guarded?.Call);
                yield return row;
            }
        }
    }

    private async Task<T?> ReadValueAsync<T>(HttpContent content, CancellationToken cancellationToken) =>
        WildberriesRefitSettings.IsNothing(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false))
            ? throw IsNull()
            : await inner.FromHttpContentAsync<T>(content, cancellationToken).ConfigureAwait(false);

    private async Task<T?> CheckAsync<T>(Task<T?> reading, HttpContent content, long seen, CancellationToken cancellationToken)
    {
        CallContext? call = (content as GuardedContent)?.Call;
        T? answer;
        try
        {
            answer = await reading.ConfigureAwait(false);
        }
        catch (JsonException) when (WildberriesRefitSettings.IsList(typeof(T)) && call is null or { Operation.MayAnswerEmpty: true })
        {
            // A chunked body shows only now that it is empty. It is in memory.
            if (!WildberriesRefitSettings.IsNothing(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)))
                throw;
            answer = default;
        }

        if (answer is null)
            return WildberriesRefitSettings.IsList(typeof(T)) ? await EmptyAsync<T>(cancellationToken).ConfigureAwait(false) : throw IsNull();
        if (seen != UnknownMembers.Seen)
            Count(answer, call);
        return answer;
    }

    // JSON can make a list of a type that is known only here, ahead of time too.
    private async Task<T?> EmptyAsync<T>(CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent("[]"u8.ToArray());
        return await inner.FromHttpContentAsync<T>(content, cancellationToken).ConfigureAwait(false);
    }

    private void Count(object answer, CallContext? call)
    {
        if (call?.Telemetry is { } telemetry && WildberriesTelemetry.CountsUnknownMembers)
            unknownMembers.Find(answer, name => telemetry.UnknownMember(call, name));
    }

    private static JsonException IsNull() => new("The answer is null.");

    // The headers are long gone; the call that the body belongs to knows what WB answered.
    private static WildberriesResponseException Unreadable(JsonException exception, CallContext? call)
    {
        string name = call?.Operation.Name ?? "the request";
        var failure = new WildberriesResponseException(
            $"WB's answer to {name} could not be understood: it is not the JSON that was expected", SafeFailure.Of(exception, call?.Secrets ?? Redaction.None))
        {
            Operation = call?.Operation.Name,
            StatusCode = call?.AnswerStatus,
            Delivery = Delivery.Answered,
        };
        call?.Telemetry?.BodyFailed(call, failure);
        return failure;
    }

    /// <summary>A body of which the first byte that is no white space is read ahead, to see whether there is one.</summary>
    private sealed class ResumedStream(Stream inner) : Stream
    {
        private readonly byte[] _first = new byte[1];
        private bool _isHeld;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public async ValueTask<bool> StartAsync(CancellationToken cancellationToken)
        {
            do
            {
                if (await inner.ReadAsync(_first, cancellationToken).ConfigureAwait(false) == 0)
                    return false;
            }
            while (_first[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');
            return _isHeld = true;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_isHeld || buffer.IsEmpty)
                return await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            _isHeld = false;
            buffer.Span[0] = _first[0];
            return 1;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
