using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Errors;

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
        ProblemReader.ReadAsync(Content(body, contentType), [], TestContext.Current.CancellationToken).AsTask();

    public static HttpResponseMessage Answer(int status, string body, string? contentType = "application/json") =>
        new((HttpStatusCode)status) { Content = Content(body, contentType) };

    public static Task<WildberriesApiException> CreateAsync(
        HttpResponseMessage answer, string? operation = "BuyerChat.SendMessage", TimeProvider? timeProvider = null) =>
        WildberriesExceptionFactory
            .CreateAsync(answer, operation, timeProvider ?? new FakeTimeProvider(), [], TestContext.Current.CancellationToken)
            .AsTask();
}
