using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Unicode;
using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.Errors;

/// <summary>
/// Reads the body of an error answer. WB's hosts have a dozen shapes for it, and proxies add pages of their own, so the text decides
/// what it is, not the content type; and nothing that is wrong with the body may hide the status that it came with.
/// </summary>
internal static class ProblemReader
{
    public const int MaxBytes = 64 * 1024;

    public const int MaxShortText = 300;

    public const int MaxDetail = 2_000;

    private static readonly SearchValues<byte> Space = SearchValues.Create(" \t\r\n"u8);

    /// <summary>Reads at most 64 KB of a body.</summary>
    /// <param name="content">The body, or <see langword="null"/>.</param>
    /// <param name="secrets">What is to be left out wherever it stands.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What the body says; what could not be read is left out.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled. Nothing else is thrown.</exception>
    public static async ValueTask<Problem> ReadAsync(
        HttpContent? content, Redaction secrets, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (content is null)
            return Problem.Empty;

        byte[] buffer = ArrayPool<byte>.Shared.Rent(MaxBytes);
        try
        {
            int length = await FillAsync(content, buffer.AsMemory(0, MaxBytes), cancellationToken).ConfigureAwait(false);
            return Read(ToUtf8(buffer.AsMemory(0, length), (content as GuardedContent)?.CharsetName ?? content.Headers.ContentType?.CharSet), secrets);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async ValueTask<int> FillAsync(HttpContent content, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int length = 0;
        try
        {
            // Not disposed: the stream belongs to the answer, and the answer to the caller.
            Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            while (length < buffer.Length)
            {
                int count = await stream.ReadAsync(buffer[length..], cancellationToken).ConfigureAwait(false);
                if (count == 0)
                    break;
                length += count;
            }
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The connection broke, the compression is corrupt, the stream was read before: what came so far has to do.
        }

        cancellationToken.ThrowIfCancellationRequested();
        return length;
    }

    private static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> body, string? charset)
    {
        if (body.Span.StartsWith("\uFEFF"u8))
            body = body[3..];

        // What is valid UTF-8 is UTF-8, whatever the header says: Russian text in windows-1251 practically never is.
        ReadOnlyMemory<byte> whole = TrimCutCharacter(body);
        return Utf8.IsValid(whole.Span) ? whole : Encoding.UTF8.GetBytes(FindEncoding(charset).GetString(body.Span));
    }

    // The cut at the limit, or a broken connection, may go through a character.
    private static ReadOnlyMemory<byte> TrimCutCharacter(ReadOnlyMemory<byte> body)
    {
        for (int tail = 1; tail <= Math.Min(3, body.Length); tail++)
        {
            if (Rune.DecodeFromUtf8(body.Span[^tail..], out _, out _) == OperationStatus.NeedMoreData)
                return body[..^tail];
        }

        return body;
    }

    private static Encoding FindEncoding(string? charset)
    {
        try
        {
            string name = charset?.Trim('"', '\'', ' ') ?? "";
            return name.Length == 0
                ? Encoding.UTF8
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return Encoding.UTF8;
        }
    }

    private static Problem Read(ReadOnlyMemory<byte> utf8, Redaction secrets)
    {
        int start = utf8.Span.IndexOfAnyExcept(Space);

        // A zero byte means that this is no text at all.
        if (start < 0 || utf8.Span.Contains((byte)0))
            return Problem.Empty;

        utf8 = utf8[start..];
        return utf8.Span[0] switch
        {
            (byte)'{' or (byte)'[' or (byte)'"' => JsonProblem.TryRead(utf8, secrets) ?? ReadText(utf8.Span, secrets),
            (byte)'<' => ReadHtml(Encoding.UTF8.GetString(utf8.Span), secrets),
            _ => ReadText(utf8.Span, secrets),
        };
    }

    private static Problem ReadText(ReadOnlySpan<byte> utf8, Redaction secrets) =>
        utf8.TrimEnd(" \t\r\n"u8).SequenceEqual("null"u8)
            ? Problem.Empty
            : new Problem { Detail = SafeText.Clean(Encoding.UTF8.GetString(utf8), MaxDetail, secrets) };

    // Only the heading: the rest of such a page is decoration, and may be long.
    private static Problem ReadHtml(string html, Redaction secrets) =>
        new() { Title = ReadElement(html, "title", secrets) ?? ReadElement(html, "h1", secrets) };

    private static string? ReadElement(string html, string name, Redaction secrets)
    {
        int open = html.IndexOf("<" + name, StringComparison.OrdinalIgnoreCase);
        int start = open < 0 ? -1 : html.IndexOf('>', open) + 1;
        if (start <= 0)
            return null;

        int end = html.IndexOf("</" + name, start, StringComparison.OrdinalIgnoreCase);
        ReadOnlySpan<char> inner = end < 0 ? html.AsSpan(start) : html.AsSpan(start, end - start);
        var text = new StringBuilder(inner.Length);
        bool inTag = false;
        foreach (char character in inner)
        {
            if (character is '<' or '>')
                inTag = character == '<';
            else if (!inTag)
                text.Append(character);
        }

        return SafeText.Clean(WebUtility.HtmlDecode(text.ToString()), MaxShortText, secrets);
    }
}
