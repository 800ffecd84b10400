using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Errors;

/// <summary>Makes the exception that fits an answer, or a failure on the way.</summary>
internal static class WildberriesExceptionFactory
{
    private const int MaxDetailInMessage = 300;

    /// <summary>Reads an error answer, of whose rate limit the call knows already. The answer stays the caller's to dispose.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the reading of the body.</param>
    /// <returns>The exception, to be thrown by the caller.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async ValueTask<WildberriesApiException> CreateAsync(
        HttpResponseMessage response, CallContext call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(call);
        Problem problem = await ProblemReader.ReadAsync(response.Content, call.Secrets, cancellationToken).ConfigureAwait(false);
        if (problem.RequestId is null && RequestId(response, call.Secrets) is { } requestId)
            problem = problem with { RequestId = requestId };

        return Create(new ErrorAnswer
        {
            Message = Describe(response, call.Operation.Name, problem, call.RetryAfter, call.Secrets),
            StatusCode = response.StatusCode,
            Delivery = call.Settle(DeliveryRules.Of(response.StatusCode, call.Operation)),
            Operation = call.Operation.Name,
            Problem = problem,
            RateLimit = call.RateLimit ?? RateLimitStatus.Read(response.Headers),
            RetryAfter = call.RetryAfter,
        });
    }

    /// <summary>Says that WB answered with success, but not with what was expected: a proxy's page, for example, which passes.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="operationName">The operation's short name, or <see langword="null"/>.</param>
    /// <param name="reason">What is wrong with it.</param>
    /// <param name="secrets">What must not stand in the exception even if WB echoes it.</param>
    /// <param name="exception">What the reading threw, if anything.</param>
    /// <returns>The exception, to be thrown by the caller.</returns>
    public static WildberriesResponseException FromUnreadable(
        HttpResponseMessage response, string? operationName, string reason, Redaction secrets, Exception? exception = null) =>
        new(
            $"WB's answer to {operationName ?? "the request"} could not be understood: {reason}",
            exception is null ? null : SafeFailure.Of(exception, secrets))
        {
            Operation = operationName,
            StatusCode = response.StatusCode,
            Delivery = DeliveryRules.Of(response.StatusCode),
            IsTransient = true,
            RequestId = RequestId(response, secrets),
            RateLimit = RateLimitStatus.Read(response.Headers),
        };

    /// <summary>The id that the answer's headers give for the request.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="secrets">What is to be left out wherever it stands.</param>
    /// <returns>The id, fit for a log, or <see langword="null"/>.</returns>
    public static string? RequestId(HttpResponseMessage response, Redaction secrets) =>
        response.Headers.NonValidated.TryGetValues("X-Request-Id", out HeaderStringValues values)
            ? IdOf(values.FirstOrDefault(), secrets)
            : null;

    /// <summary>Says that an answer's body is not compressed in the way that its header says.</summary>
    /// <param name="exception">What the decompression threw.</param>
    /// <param name="operationName">The operation's short name.</param>
    /// <param name="status">The answer's status.</param>
    /// <returns>The exception, to be thrown by the caller.</returns>
    public static WildberriesResponseException FromBrokenCompression(Exception exception, string operationName, HttpStatusCode? status) =>
        new($"WB's answer to {operationName} could not be understood: its compression is broken", SafeFailure.Of(exception, Redaction.None))
        {
            Operation = operationName,
            StatusCode = status,
            Delivery = Delivery.Answered,
            IsTransient = true,
        };

    /// <summary>Says that an answer is larger than may come into memory.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reason">What is too large, and the limit.</param>
    /// <returns>The exception, to be thrown by the caller.</returns>
    public static WildberriesResponseException TooLarge(CallContext call, string reason) =>
        new($"WB's answer to {call.Operation.Name} was not read to its end: {reason}")
        {
            Operation = call.Operation.Name,
            StatusCode = call.AnswerStatus,
            Delivery = Delivery.Answered,
        };

    /// <summary>Turns a failure that is not an answer of WB into an exception of ours.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="operationName">The operation's short name, or <see langword="null"/>.</param>
    /// <param name="delivery">What became of the call.</param>
    /// <returns>An exception of ours with the failure inside; a cancellation, or what is ours already, as it is.</returns>
    public static Exception FromTransport(Exception exception, string? operationName, Delivery delivery)
    {
        ArgumentNullException.ThrowIfNull(exception);
        string call = operationName ?? "the request";
        return exception switch
        {
            WildberriesApiException => exception,
            // A connect timeout of SocketsHttpHandler looks like a cancellation; a caller's own has no TimeoutException inside.
            TimeoutException or OperationCanceledException { InnerException: TimeoutException } =>
                new WildberriesTimeoutException($"WB did not answer {call} in time", SafeFailure.Of(exception, Redaction.None))
                {
                    Operation = operationName,
                    Delivery = delivery,
                },
            HttpRequestException or IOException =>
                new WildberriesConnectionException($"The connection to WB failed during {call}: {SafeFailure.Describe(exception)}", SafeFailure.Of(exception, Redaction.None))
                {
                    Operation = operationName,
                    Delivery = delivery,
                },
            JsonException =>
                new WildberriesResponseException(
                    $"WB's answer to {call} could not be understood: it is not the JSON that was expected", SafeFailure.Of(exception, Redaction.None))
                {
                    Operation = operationName,
                    Delivery = delivery,
                    IsTransient = true,
                },
            _ => exception,
        };
    }

    /// <summary>Says that a call took longer than it may in all.</summary>
    /// <param name="call">The call.</param>
    /// <param name="total">How long it may take.</param>
    /// <param name="exception">How its end was noticed.</param>
    /// <returns>The exception, to be thrown by the caller.</returns>
    public static WildberriesTimeoutException TotalTimeout(CallContext call, TimeSpan total, Exception exception) =>
        new(FormattableString.Invariant($"{call.Operation.Name} did not end within {total.TotalSeconds:0.###} s in all."), SafeFailure.Of(exception, Redaction.None))
        {
            Operation = call.Operation.Name,
            Delivery = call.AnswerStatus is { } status ? DeliveryRules.Of(status) : call.Settle(Delivery.NotSent),
            Timeout = total,
        };

    /// <summary>Says that a call was not sent since its token has expired.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The exception, to be thrown by the caller.</returns>
    public static WildberriesUnauthorizedException Expired(CallContext call) =>
        new(FormattableString.Invariant($"{call.Operation.Name} was not sent: the token expired at {call.Credentials.Token.ExpiresAt:u}."))
        {
            Operation = call.Operation.Name,
            Delivery = call.Settle(Delivery.NotSent),
        };

    // The one table from status to type.
    private static WildberriesApiException Create(ErrorAnswer answer) => (int)answer.StatusCode switch
    {
        >= 200 and < 300 => new WildberriesResponseException(answer),
        400 or 422 => new WildberriesBadRequestException(answer),
        401 => new WildberriesUnauthorizedException(answer),
        402 => new WildberriesPaymentRequiredException(answer),
        403 => new WildberriesAccessException(answer),
        404 => new WildberriesNotFoundException(answer),
        409 => new WildberriesConflictException(answer),
        413 => new WildberriesRequestTooLargeException(answer),
        429 => new WildberriesRateLimitException(answer),
        451 => new WildberriesUnavailableForLegalReasonsException(answer),
        >= 500 and < 600 => new WildberriesServerException(answer),
        _ => new WildberriesApiException(answer),
    };

    private static string Describe(
        HttpResponseMessage response, string call, Problem problem, TimeSpan? retryAfter, Redaction secrets)
    {
        int status = (int)response.StatusCode;
        string reason = SafeText.Clean(response.ReasonPhrase, MaxDetailInMessage, secrets) ?? "";
        var message = new StringBuilder(status switch
        {
            >= 200 and < 300 => $"WB's answer to {call} could not be understood",
            >= 400 and < 500 => $"WB refused {call}",
            >= 500 and < 600 => $"WB failed to answer {call}",
            _ => $"WB answered {call} in an unexpected way",
        });
        message.Append(CultureInfo.InvariantCulture, $": {status}");
        if (reason.Length > 0)
            message.Append(' ').Append(reason);

        // WB and its proxies often repeat the status in the title, and the title in the detail.
        string? title = Same(problem.Title, reason) || Same(problem.Title, $"{status} {reason}") ? null : problem.Title;
        string? detail = problem.Detail ?? (problem.Errors.Count > 0 ? problem.Errors[0] : null);
        detail = Same(detail, title ?? reason) ? null : SafeText.Clean(detail, MaxDetailInMessage, secrets);
        if (title is not null)
            message.Append(": ").Append(title);
        if (detail is not null)
            message.Append(": ").Append(detail);

        string? request = problem.RequestId is null ? null : $"request {problem.RequestId}";
        string? retry = retryAfter is { } wait
            ? string.Create(CultureInfo.InvariantCulture, $"retry after {wait.TotalSeconds:0.###} s")
            : null;
        if (request is not null || retry is not null)
            message.Append(" (").Append(request).Append(request is null || retry is null ? "" : "; ").Append(retry).Append(')');
        return message.ToString();
    }

    // What is written as a GUID needs no search for secrets, and most calls have one.
    private static string? IdOf(string? text, Redaction secrets) =>
        Guid.TryParse(text, out _) ? text.Trim() : SafeText.Clean(text, MaxDetailInMessage, secrets);

    private static bool Same(string? text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}
