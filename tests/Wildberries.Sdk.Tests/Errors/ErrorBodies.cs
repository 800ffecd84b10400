using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Errors;

internal static class ErrorBodies
{
    // Made up, in the form of WB's tokens.
    public const string Jwt = "eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9.eyJzIjoxMDczNzQxODMyLCJzaWQiOiJub2JvZHkifQ.c2lnbmF0dXJlLW9mLW5vYm9keQ";

    public static readonly string[] JwtParts = Jwt.Split('.');

    public static HttpContent Content(string body, string? contentType = "application/json") =>
        Content(Encoding.UTF8.GetBytes(body), contentType);

    public static HttpContent Content(byte[] body, string? contentType)
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }

    public static Task<Problem> ReadAsync(string body, string? contentType = "application/json") =>
        ProblemReader.ReadAsync(Content(body, contentType), Redaction.None, TestContext.Current.CancellationToken).AsTask();

    public static HttpResponseMessage Answer(int status, string body, string? contentType = "application/json") =>
        new((HttpStatusCode)status) { Content = Content(body, contentType) };

    /// <summary>The exception for an answer that has come through the step of the limits.</summary>
    public static Task<WildberriesApiException> CreateAsync(HttpResponseMessage answer, TimeProvider? timeProvider = null)
    {
        CallContext call = TestCall.Create(OperationAccess.Write);
        call.RateLimit = RateLimitStatus.Read(answer.Headers);
        call.RetryAfter = call.RateLimit.WaitAfter(answer, timeProvider ?? new FakeTimeProvider());
        return WildberriesExceptionFactory.CreateAsync(answer, call, TestContext.Current.CancellationToken).AsTask();
    }
}
