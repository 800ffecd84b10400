using System.Text;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Fuzz;

/// <summary>Answers that say failure: whatever the body, the status decides which exception it is, and no secret that is echoed is shown.</summary>
internal sealed class ErrorTarget(FuzzHost host, Judge judge) : Target
{
    private static readonly int[] Statuses =
    [
        300, 301, 302, 304, 307, 308, 400, 400, 401, 402, 403, 404, 405, 408, 409, 413, 418, 422, 422, 429, 429, 429, 451, 499, 500, 500, 502, 503, 504, 520, 599, 600, 999,
    ];

    private static readonly byte[][] Bodies =
    [
        .. new[]
        {
            """{"title":"unauthorized","detail":"token problem; token is malformed","code":"07e4668e--a53a3d31f8b0","requestId":"7b80742415072fe8b6b7f7761f1d1211","origin":"s2s-api-auth","status":401,"statusText":"Unauthorized","timestamp":"2026-11-23T12:00:00Z"}""",
            """{"error":true,"errorText":"Текст ошибки","additionalErrors":{"MoreErrors":"no"},"data":null}""",
            """{"errors":["one","two",{"field":"message","message":"too long"},{"code":"x","detail":"y"}]}""",
            """{"error":{"code":"InvalidRequest","message":"bad","errors":[{"location":"body","message":"m"}]}}""",
            """[{"code":"A","message":"first"},{"code":"B","message":"second"}]""",
            """{"additionalErrors":{"182340115":["no such goods"],"182340116":{"error":"no price"}}}""",
            """{"code":"TooMany","message":"too many requests"}""",
            "too many requests",
            "[404] not found",
            "\"Name\" is required",
            "<html><head><title>502 Bad Gateway</title></head><body><h1>502 &lt;b&gt;</h1></body></html>",
            "",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private readonly Dictionary<int, Type> _types = [];

    private ICommonApi Api => host.Client(Authentication.TokenType.Personal).Common;

    public override string Name => "errors";

    public override string? Run(Random random)
    {
        var mutator = new Mutator(random);
        int status = mutator.Any(Statuses);
        byte[] body = mutator.Any(Bodies);
        body = random.Next(2) == 0 ? mutator.Json(body) : mutator.Bytes(body);
        if (random.Next(200) == 0)
            body = [.. body, .. Enumerable.Repeat((byte)'x', 200_000)];
        (string Name, string Value)[] headers = Headers(random, mutator);
        if (random.Next(2) == 0)
        {
            (body, string? header) = Echo(random, mutator, body);
            if (header is not null)
                headers = [.. headers, ("X-Request-Id", header)];
        }

        string? contentType = ContentType(random, mutator);
        host.Answer = _ => FuzzHost.Response(status, body, contentType, headers);
        host.Store.Fault = null;

        int thread = Environment.CurrentManagedThreadId;
        long before = GC.GetAllocatedBytesForCurrentThread();
        string? fault = Judged(status);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (thread == Environment.CurrentManagedThreadId)
            fault ??= Judge.Waste(allocated, 0);
        fault ??= host.Store.Fault;
        return fault is null ? null : $"{fault}\n    {Show(status, body)}";
    }

    private string? Judged(int status)
    {
        try
        {
            Api.GetSellerInfoAsync().GetAwaiter().GetResult();
            return "no exception";
        }
        catch (WildberriesApiException exception)
        {
            if ((int?)exception.StatusCode != status)
                return $"the status became {exception.StatusCode}";
            Type expected = TypeOf(status);
            return exception.GetType() == expected ? judge.Exception(exception) : $"{exception.GetType().Name} instead of {expected.Name}";
        }
        catch (Exception exception)
        {
            return $"undocumented {exception}";
        }
    }

    // What an answer without a body says by its status alone.
    private Type TypeOf(int status)
    {
        if (!_types.TryGetValue(status, out Type? type))
        {
            Func<HttpRequestMessage, HttpResponseMessage> now = host.Answer;
            host.Answer = _ => FuzzHost.Response(status, [], null);
            try
            {
                Api.GetSellerInfoAsync().GetAwaiter().GetResult();
                throw new InvalidOperationException($"{status} is no failure.");
            }
            catch (WildberriesApiException exception)
            {
                type = exception.GetType();
            }

            host.Answer = now;
            _types[status] = type;
        }

        return type;
    }

    // As servers echo what they were sent: as it is, in JSON, in a page, in an address.
    private (byte[] Body, string? Header) Echo(Random random, Mutator mutator, byte[] body)
    {
        string secret = random.Next(2) == 0 ? FuzzHost.ClientSecret : mutator.Any(host.Tokens);
        return random.Next(5) switch
        {
            0 => (mutator.Insert(body, secret), null),
            1 => (Encoding.UTF8.GetBytes($$"""{"title":"{{System.Text.Json.JsonEncodedText.Encode(secret)}}","errors":["{{System.Text.Json.JsonEncodedText.Encode(secret)}}"]}"""), null),
            2 => (Encoding.UTF8.GetBytes($$"""{"detail":"bad: {{secret.Replace("/", "\\/", StringComparison.Ordinal)}}"}"""), null),
            3 => (Encoding.UTF8.GetBytes($"<html><title>{System.Net.WebUtility.HtmlEncode(secret)}</title>"), null),
            _ => (body, secret),
        };
    }
}
