using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Wildberries.Sdk.Errors;

namespace ManySellers;

/// <summary>Tells the browser what went wrong at WB, and when it may come back. The endpoints need no try.</summary>
internal sealed partial class WildberriesExceptionHandler(IProblemDetailsService problems, ILogger<WildberriesExceptionHandler> logger) : IExceptionHandler
{
    private static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromMinutes(1);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not WildberriesApiException failure)
            return false;

        LogFailure(failure.Operation, failure.GetType().Name, failure.RequestId);

        // The seller's token is not the browser's: what WB calls 401 and 403 must not send the user to the login.
        (int status, string title) = failure switch
        {
            WildberriesRateLimitException => (StatusCodes.Status429TooManyRequests, "WB's limit is reached"),
            WildberriesUnauthorizedException => (StatusCodes.Status409Conflict, "The seller's token no longer works"),
            WildberriesAccessException => (StatusCodes.Status409Conflict, "The seller's token may not do this"),
            WildberriesNotFoundException => (StatusCodes.Status404NotFound, "WB does not have this"),
            WildberriesTimeoutException => (StatusCodes.Status504GatewayTimeout, "WB did not answer in time"),
            _ => (StatusCodes.Status502BadGateway, "WB failed"),
        };
        if (failure is WildberriesRateLimitException limit)
        {
            double seconds = Math.Ceiling((limit.RetryAfter ?? DefaultRetryAfter).TotalSeconds);
            httpContext.Response.Headers.RetryAfter = Math.Max(seconds, 1).ToString(CultureInfo.InvariantCulture);
        }

        httpContext.Response.StatusCode = status;
        var context = new ProblemDetailsContext
        {
            HttpContext = httpContext,

            // The exception's own words may repeat what somebody wrote: they are not for every browser.
            ProblemDetails = { Status = status, Title = title },
        };
        if (failure.RequestId is { } requestId)
            context.ProblemDetails.Extensions["wbRequestId"] = requestId;
        return await problems.TryWriteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Operation} failed: {Kind}, request {RequestId} at WB")]
    private partial void LogFailure(string? operation, string kind, string? requestId);
}
