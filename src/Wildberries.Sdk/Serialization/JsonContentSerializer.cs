using System.Globalization;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Refit;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Telemetry;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// Refit's JSON, but an answer that is null as a whole is one without a body, and where a list is expected an empty one. For answers that
/// are read row by row: a 204 has no rows, a null is no row, and what is not JSON is an exception of ours, as it is for other answers.
/// A value that a model cannot read is left out of it (<see cref="TolerantReader"/>). Such members, and those that the models do not know, are told
/// to the call's telemetry.
/// </summary>
internal sealed class JsonContentSerializer(SystemTextJsonContentSerializer inner, JsonSerializerOptions options)
    : IHttpContentSerializer, ISynchronousContentSerializer, IStreamingContentSerializer
{
    private readonly UnknownMembers _unknownMembers = new(options);
    private readonly TolerantReader _tolerant = new(options);

    // In memory, too, for calls whose answer is read row by row: Refit's setting for it (Buffered) leaves their bodies without a length.
    public HttpContent ToHttpContent<T>(T item) => inner.ToHttpContentSynchronous(item);

    public HttpContent ToHttpContentSynchronous<T>(T item) => inner.ToHttpContentSynchronous(item);

    public HttpContent ToStreamingHttpContent<T>(T item) => inner.ToStreamingHttpContent(item);

    // Refit's settings decide whether there may be no body. A number must not become 0 by it: the id of something that was made.
    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        content is GuardedContent { Call.Operation.Access: OperationAccess.Write } answer
            ? FromWriteAsync<T>(answer, cancellationToken)
            : ReadAsync<T>(content, cancellationToken);

    // Why something was not done goes to logs and stores: what WB echoes there must not hold the token.
    private async Task<T?> FromWriteAsync<T>(GuardedContent content, CancellationToken cancellationToken)
    {
        byte[] body = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (content.Call.Secrets.ApplyToJson(body) is not { } clean)
            return await ReadAsync<T>(content, cancellationToken).ConfigureAwait(false);
        using GuardedContent redacted = content.With(clean);
        await redacted.LoadAsync(cancellationToken).ConfigureAwait(false);
        return await ReadAsync<T>(redacted, cancellationToken).ConfigureAwait(false);
    }

    private Task<T?> ReadAsync<T>(HttpContent content, CancellationToken cancellationToken)
    {
        if (default(T) is not null)
            return ReadValueAsync<T>(content, cancellationToken);
        long seen = UnknownMembers.Seen;
        Task<T?> reading = inner.FromHttpContentAsync<T>(content, cancellationToken);
        return reading is { IsCompletedSuccessfully: true, Result: { } answer } && answer is not IEnvelope { Error: true } && seen == UnknownMembers.Seen
            ? reading
            : CheckAsync(reading, content, seen, cancellationToken);
    }

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => inner.GetFieldNameForProperty(propertyInfo);

    public async IAsyncEnumerable<T?> DeserializeStreamAsync<T>(
        Stream stream, StreamingContentFormat format, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var guarded = stream as GuardedStream;
        CallContext? call = guarded?.Call;
        if (format != StreamingContentFormat.JsonArray)
            throw new NotSupportedException("Rows are read from JSON arrays only.");
        var info = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        using var rows = new JsonRows(stream);
        bool isTold = false;
        long given = 0;
        guarded?.BeginRow();
        while (true)
        {
            T? row;
            try
            {
                if (!await rows.MoveNextAsync(cancellationToken).ConfigureAwait(false))
                    break;
                long seen = UnknownMembers.Seen;
                row = Read(rows, info, call, ref isTold);
                given++;
                guarded?.BeginRow();
                if (seen != UnknownMembers.Seen && row is not null)
                    Count(row, call);
            }
            catch (JsonException exception)
            {
                throw Unreadable(exception, given, call);
            }

            if (row is not null)
                yield return row;
        }

        // 204 says that there is nothing. A 200 without a body says that something went wrong on the way: to take it for the end would lose rows.
        if (rows.IsEmpty && call is not null and not { AnswerStatus: HttpStatusCode.NoContent })
            throw Unreadable(new JsonException("The body is empty."), given, call);
    }

    private T? Read<T>(JsonRows rows, JsonTypeInfo<T> info, CallContext? call, ref bool isTold)
    {
        ReadOnlySpan<byte> json = rows.Row.Span;
        try
        {
            return JsonSerializer.Deserialize(json, info);
        }
        catch (JsonException)
        {
            T? row = _tolerant.ReadRow(json, info);
            Unmark(row, call, isTold);
            isTold = true;
            return row;
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
        catch (JsonException exception)
        {
            byte[] body = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            if (!WildberriesRefitSettings.IsNothing(body))
                answer = Mend<T>(body, content, exception);
            else if (WildberriesRefitSettings.IsList(typeof(T)) && call is null or { Operation.MayAnswerEmpty: true })
                answer = default;
            else
                throw;
        }

        if (answer is null)
            return WildberriesRefitSettings.IsList(typeof(T)) ? await EmptyAsync<T>(cancellationToken).ConfigureAwait(false) : throw IsNull();
        if (call is not null && answer is IEnvelope { Error: true } envelope)
            throw Envelope.Failure(call.Operation.Name, envelope.ErrorText, call.Secrets);
        if (answer is WildberriesModel model && Envelope.SpeaksOfError(model) && _unknownMembers.IsBare(model))
            throw Envelope.Failure(call?.Operation.Name ?? "the request", Envelope.ErrorTextOf(model), call?.Secrets ?? Redaction.None, isTransient: true);
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

    // The plain reading has failed. It is tried again where the body is not in UTF-8.
    private T? Mend<T>(byte[] body, HttpContent content, JsonException failure)
    {
        if (!options.TryGetTypeInfo(typeof(T), out JsonTypeInfo? known) || known is not JsonTypeInfo<T> info)
            throw failure;
        var call = (content as GuardedContent)?.Call;
        T? answer;
        try
        {
            if (Charset.ToUtf8(body, (content as GuardedContent)?.CharsetName ?? content.Headers.ContentType?.CharSet) is { } utf8)
            {
                body = utf8;
                try
                {
                    return JsonSerializer.Deserialize(body, info);
                }
                catch (JsonException)
                {
                    // As below.
                }
            }

            answer = _tolerant.Read(body, info);
        }
        catch (JsonException)
        {
            throw failure;
        }

        Unmark(answer, call, isTold: false);
        return answer;
    }

    private void Unmark(object? answer, CallContext? call, bool isTold)
    {
        if (call?.Telemetry is not { } telemetry)
        {
            _unknownMembers.Unmark(answer, static (_, _) => { });
            return;
        }

        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        _unknownMembers.Unmark(answer, (name, count) => WildberriesTelemetry.Count(counts, call, name, count));
        if (counts.Count > 0)
            telemetry.UnreadableMembers(call, counts, isTold);
    }

    private void Count(object answer, CallContext? call)
    {
        if (call?.Telemetry is not { } telemetry || !WildberriesTelemetry.CountsUnknownMembers)
            return;
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        _unknownMembers.Find(answer, (name, count) => WildberriesTelemetry.Count(counts, call, name, count));
        telemetry.UnknownMembers(call, counts);
    }

    private static JsonException IsNull() => new("The answer is null.");

    // The headers are long gone; the call that the body belongs to knows what WB answered.
    private static WildberriesResponseException Unreadable(JsonException exception, long given, CallContext? call)
    {
        string name = call?.Operation.Name ?? "the request";
        string where = given == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" after row {given}");
        var failure = new WildberriesResponseException(
            $"WB's answer to {name} could not be understood{where}: it is not the JSON that was expected", SafeFailure.Of(exception, call?.Secrets ?? Redaction.None))
        {
            Operation = call?.Operation.Name,
            StatusCode = call?.AnswerStatus,
            Delivery = Delivery.Answered,
            IsTransient = true,
        };
        call?.Telemetry?.BodyFailed(call, failure);
        return failure;
    }
}
