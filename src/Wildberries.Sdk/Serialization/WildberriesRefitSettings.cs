using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Refit;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Serialization;

/// <summary>The one way in which every host's Refit interface is set up.</summary>
internal static class WildberriesRefitSettings
{
    /// <summary>Makes the settings for a host.</summary>
    /// <param name="context">The host's JSON context; its own options hold.</param>
    /// <returns>The settings.</returns>
    public static RefitSettings Create(JsonSerializerContext context)
    {
        RefitSettings settings = RefitSettings.ForJsonContext(context);
        settings.ContentSerializer = new JsonContentSerializer(SystemTextJsonContentSerializer.ForContext(context), context.Options);
        settings.UrlParameterFormatter = new UrlParameterFormatter();

        // A body that is serialized before it is sent has a Content-Length.
        settings.Buffered = true;

        // The seller's handler checks them.
        settings.CaptureMethodArguments = true;

        // Answers that are no success, and failures on the way, are exceptions of the handlers already. What looks like success may be an error all the same.
        settings.ExceptionFactory = static answer => CallContext.Find(answer.RequestMessage) is { Operation.AnswersNothing: true } call
            ? FindErrorAsync(answer, call)
            : ValueTask.FromResult<Exception?>(null);
        settings.TransportExceptionFactory = static (_, exception, _) => exception;
        settings.DeserializationExceptionFactory = OnUnreadableAsync;
        return settings;
    }

    private static async ValueTask<Exception?> FindErrorAsync(HttpResponseMessage answer, CallContext call) =>
        Envelope.FindError(call.Operation.Name, await answer.Content.ReadAsByteArrayAsync().ConfigureAwait(false), call.Secrets);

    // Here an answer that cannot be read becomes an exception; null makes Refit return null.
    private static async ValueTask<Exception?> OnUnreadableAsync(HttpResponseMessage response, Exception exception)
    {
        // Bytes that are no text are not always JSON that is broken to System.Text.Json.
        bool isUnreadable = exception is JsonException or InvalidOperationException { InnerException: DecoderFallbackException };

        // Refit sees an empty body only by its Content-Length, which chunked and compressed answers lack. The body is in memory by now.
        bool empty = isUnreadable && IsNothing(await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false));
        CallContext? call = CallContext.Find(response.RequestMessage);
        if (empty && (call is null or { Operation.MayAnswerEmpty: true }))
            return null;
        Exception failure = isUnreadable
            ? WildberriesExceptionFactory.FromUnreadable(
                response,
                call?.Operation.Name,
                empty ? "its body is empty" : "it is not the JSON that was expected",
                call?.Secrets ?? Redaction.None,
                exception)
            : WildberriesExceptionFactory.FromTransport(exception, call?.Operation.Name, Delivery.Answered);

        // What is ours already was told where it was made, and a cancelled call is no broken body.
        if (failure is WildberriesApiException && !ReferenceEquals(failure, exception))
            call?.Telemetry?.BodyFailed(call, failure);
        return failure;
    }

    /// <summary>Whether an answer of a type is a list as a whole: what WB calls nothing is an empty one then.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    /// <summary>Whether a body has nothing to say: it is empty, or null.</summary>
    /// <param name="body">The body.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsNothing(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> json = body.Trim(" \t\r\n"u8);
        return json.IsEmpty || json.SequenceEqual("null"u8);
    }
}
