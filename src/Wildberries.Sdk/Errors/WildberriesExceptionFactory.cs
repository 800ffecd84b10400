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

    // As for WB's own headers: a wait far beyond WB's slowest limit is a broken header, not an instruction.
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromDays(31);

    /// <summary>Reads an error answer. The answer stays the caller's to dispose.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="operationName">The operation's short name, or <see langword="null"/>.</param>
    /// <param name="timeProvider">The clock that a <c>Retry-After</c> with a date is held against.</param>
    /// <param name="secrets">What must not stand in the exception even if WB echoes it.</param>
    /// <param name="cancellationToken">Ends the reading of the body.</param>
    /// <returns>The exception, to be thrown by the caller.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ValueTask<WildberriesApiException> CreateAsync(
        HttpResponseMessage response,
        string? operationName,
        TimeProvider timeProvider,
        IReadOnlyList<string> secrets,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(timeProvider);
        var rateLimit = RateLimitStatus.Read(response.Headers);
        return CreateAsync(response, operationName, rateLimit, RetryAfter(response, rateLimit, timeProvider), secrets, cancellationToken);
    }

    /// <summary>Reads an error answer of whose rate limit the call knows already. The answer stays the caller's to dispose.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the reading of the body.</param>
    /// <returns>The exception, to be thrown by the caller.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ValueTask<WildberriesApiException> CreateAsync(HttpResponseMessage response, CallContext call, CancellationToken cancellationToken) =>
        CreateAsync(response, call.Operation.Name, call.RateLimit ?? new RateLimitStatus(), call.RetryAfter, call.Secrets, cancellationToken);

    private static async ValueTask<WildberriesApiException> CreateAsync(
        HttpResponseMessage response,
        string? operationName,
        RateLimitStatus rateLimit,
        TimeSpan? retryAfter,
        IReadOnlyList<string> secrets,
        CancellationToken cancellationToken)
    {
        Problem problem = await ProblemReader.ReadAsync(response.Content, secrets, cancellationToken).ConfigureAwait(false);
        if (problem.RequestId is null && RequestId(response, secrets) is { } requestId)
            problem = problem with { RequestId = requestId };

        return Create(new ErrorAnswer
        {
            Message = Describe(response, operationName, problem, retryAfter, secrets),
            StatusCode = response.StatusCode,
            Operation = operationName,
            Problem = problem,
            RateLimit = rateLimit,
            RetryAfter = retryAfter,
        });
    }

    /// <summary>Finds out when a request that was answered with 429 may be sent again.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="rateLimit">What its <c>X-Ratelimit-*</c> headers said.</param>
    /// <param name="timeProvider">The clock that a <c>Retry-After</c> with a date is held against.</param>
    /// <returns>How long to wait, or <see langword="null"/> if the answer is no 429 or does not say.</returns>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, RateLimitStatus rateLimit, TimeProvider timeProvider) =>
        response.StatusCode == HttpStatusCode.TooManyRequests
            ? rateLimit.RetryAfter ?? ReadRetryAfter(response.Headers.RetryAfter, timeProvider) ?? rateLimit.Reset
            : null;

    /// <summary>Says that WB answered with success, but not with what was expected.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="operationName">The operation's short name, or <see langword="null"/>.</param>
    /// <param name="reason">What is wrong with it.</param>
    /// <param name="secrets">What must not stand in the exception even if WB echoes it.</param>
    /// <param name="exception">What the reading threw, if anything.</param>
    /// <returns>The exception, to be thrown by the caller.</returns>
    public static WildberriesResponseException FromUnreadable(
        HttpResponseMessage response, string? operationName, string reason, IReadOnlyList<string> secrets, Exception? exception = null) =>
        new(
            $"WB's answer to {operationName ?? "the request"} could not be understood: {reason}",
            exception is JsonException json ? SafeText.Clean(json, secrets) : exception)
        {
            Operation = operationName,
            StatusCode = response.StatusCode,
            RequestId = RequestId(response, secrets),
            RateLimit = RateLimitStatus.Read(response.Headers),
        };

    /// <summary>The id that the answer's headers give for the request.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="secrets">What is to be left out wherever it stands.</param>
    /// <returns>The id, fit for a log, or <see langword="null"/>.</returns>
    public static string? RequestId(HttpResponseMessage response, IReadOnlyList<string> secrets) =>
        response.Headers.NonValidated.TryGetValues("X-Request-Id", out HeaderStringValues values)
            ? SafeText.Clean(values.FirstOrDefault(), MaxDetailInMessage, secrets)
            : null;

    /// <summary>Says that an answer's body is not compressed in the way that its header says.</summary>
    /// <param name="exception">What the decompression threw.</param>
    /// <param name="operationName">The operation's short name.</param>
    /// <param name="status">The answer's status.</param>
    /// <returns>The exception, to be thrown by the caller.</returns>
    public static WildberriesResponseException FromBrokenCompression(Exception exception, string operationName, HttpStatusCode? status) =>
        new($"WB's answer to {operationName} could not be understood: its compression is broken", exception)
        {
            Operation = operationName,
            StatusCode = status,
        };

    /// <summary>Turns a failure that is not an answer of WB into an exception of ours.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="operationName">The operation's short name, or <see langword="null"/>.</param>
    /// <returns>An exception of ours with the failure inside; a cancellation, or what is ours already, as it is.</returns>
    public static Exception FromTransport(Exception exception, string? operationName)
    {
        ArgumentNullException.ThrowIfNull(exception);
        string call = operationName ?? "the request";
        return exception switch
        {
            WildberriesApiException => exception,
            // A connect timeout of SocketsHttpHandler looks like a cancellation; a caller's own has no TimeoutException inside.
            TimeoutException or OperationCanceledException { InnerException: TimeoutException } =>
                new WildberriesTimeoutException($"WB did not answer {call} in time", exception) { Operation = operationName },
            HttpRequestException or IOException =>
                new WildberriesConnectionException($"The connection to WB failed during {call}: {Reason(exception)}", exception)
                {
                    Operation = operationName,
                },
            JsonException json =>
                new WildberriesResponseException(
                    $"WB's answer to {call} could not be understood: it is not the JSON that was expected", SafeText.Clean(json, []))
                {
                    Operation = operationName,
                },
            _ => exception,
        };
    }

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

    private static TimeSpan? ReadRetryAfter(RetryConditionHeaderValue? header, TimeProvider timeProvider)
    {
        TimeSpan? wait = header?.Delta ?? header?.Date - timeProvider.GetUtcNow();
        if (wait > MaxRetryAfter)
            return null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static string Describe(
        HttpResponseMessage response, string? operationName, Problem problem, TimeSpan? retryAfter, IReadOnlyList<string> secrets)
    {
        int status = (int)response.StatusCode;
        string call = operationName ?? "the request";
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

    // The message of an HttpRequestException names a host and a port at most; that of an IOException may name a caller's file.
    private static string Reason(Exception exception) => exception switch
    {
        HttpRequestException request => SafeText.Clean(request.Message, MaxDetailInMessage, []) ?? request.HttpRequestError.ToString(),
        HttpIOException io => io.HttpRequestError.ToString(),
        _ => exception.GetType().Name,
    };

    private static bool Same(string? text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}
