using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Http;

/// <summary>Corrects what Refit and HttpClient would send.</summary>
internal static class RequestBody
{
    public static Task PrepareAsync(HttpRequestMessage request, OperationAccess access)
    {
        if (request.Content is MultipartFormDataContent form)
            request.Content = Rewrite(form);

        // SocketsHttpHandler by itself resends a request without a body when a pooled connection was closed; an empty body stops that.
        else if (request.Content is null && access == OperationAccess.Write)
            request.Content = new ByteArrayContent([]);

        // For answers that are read row by row Refit does not serialize beforehand, and the body would go out in chunks.
        else if (request.Content is { Headers: { ContentLength: null, ContentType.MediaType: "application/json" } } json)
            return json.LoadIntoBufferAsync();
        return Task.CompletedTask;
    }

    // Refit writes a fixed boundary, which a buyer's text could contain, and names without quotes, which other servers do not expect.
    private static MultipartFormDataContent Rewrite(MultipartFormDataContent form)
    {
        string boundary = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        var rewritten = new MultipartFormDataContent(boundary) { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        foreach (HttpContent part in form)
        {
            ContentDispositionHeaderValue? old = part.Headers.ContentDisposition;
            string? fileName = old?.FileNameStar ?? old?.FileName;
            part.Headers.Remove("Content-Disposition");
            string disposition = fileName is null
                ? $"form-data; name=\"{Quote(old?.Name)}\""
                : $"form-data; name=\"{Quote(old?.Name)}\"; filename=\"{Quote(fileName)}\"";
            part.Headers.TryAddWithoutValidation("Content-Disposition", disposition);

            // A text field needs no type, and some gateways take a typed part for a file.
            if (fileName is null)
                part.Headers.ContentType = null;
            rewritten.Add(part);
        }

        rewritten.Headers.Remove("Content-Type");
        rewritten.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundary}");
        return rewritten;
    }

    // As browsers do it: a quote and line breaks are percent-encoded, everything else is UTF-8 as it stands.
    private static string Quote(string? text) => (text ?? "").Trim('"')
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);
}
