using System.ComponentModel;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Wildberries.Sdk.Errors;

/// <summary>
/// Makes a failure anew from what is known to be safe: its type, its codes, the place in the JSON. Its texts are never copied, for they quote what came from outside:
/// a status line, a header, a chunk, a proxy's address with the password, what a buyer wrote.
/// </summary>
internal static partial class SafeFailure
{
    // A chain of causes is short; one without end is a fault of somebody's.
    private const int MaxDepth = 8;

    /// <summary>The failure, made anew with its causes.</summary>
    /// <param name="failure">What was thrown; what is the SDK's own is safe as it is.</param>
    /// <param name="secrets">What must not stand in the path of JSON either.</param>
    public static Exception Of(Exception failure, Redaction secrets) => Of(failure, secrets, 0) ?? new IOException(Describe(failure));

    /// <summary>What went wrong, in words of the SDK's.</summary>
    public static string Describe(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: var error } => Describe(error) + Detail(failure),
        HttpIOException { HttpRequestError: var error } => Describe(error) + Detail(failure),
        AuthenticationException => "the TLS handshake failed" + Detail(failure),
        SocketException socket => socket.SocketErrorCode.ToString(),
        TimeoutException => "time ran out",
        OperationCanceledException => "it was cancelled",
        InvalidDataException => "the data is not in the form that it says",
        IOException when failure.InnerException is not null => "the connection broke" + Detail(failure),
        _ => failure.GetType().Name,
    };

    private static Exception? Of(Exception? failure, Redaction secrets, int depth)
    {
        if (failure is null || depth == MaxDepth)
            return null;
        Exception? cause = Of(failure.InnerException, secrets, depth + 1);
        return failure switch
        {
            WildberriesApiException => failure,
            JsonException json => OfJson(json, secrets),
            HttpRequestException http => new HttpRequestException(http.HttpRequestError, Sentence(failure), cause, http.StatusCode),
            HttpIOException http => new HttpIOException(http.HttpRequestError, Sentence(failure), cause),

            // Its text is the system's own for the code.
            SocketException socket => new SocketException((int)socket.SocketErrorCode),
            AuthenticationException => new AuthenticationException(Sentence(failure), cause),
            EndOfStreamException => new EndOfStreamException(Sentence(failure), cause),
            IOException => new IOException(Sentence(failure), cause),
            InvalidDataException => new InvalidDataException(Sentence(failure), cause),
            TimeoutException => new TimeoutException(Sentence(failure), cause),
            TaskCanceledException cancelled => new TaskCanceledException(Sentence(failure), cause, cancelled.CancellationToken),
            OperationCanceledException cancelled => new OperationCanceledException(Sentence(failure), cause, cancelled.CancellationToken),
            Win32Exception system => new Win32Exception(system.NativeErrorCode),
            InvalidOperationException => new InvalidOperationException(Sentence(failure), cause),
            _ => new IOException(Sentence(failure), cause),
        };
    }

    private static JsonException OfJson(JsonException json, Redaction secrets)
    {
        string? path = SafeText.CleanPath(json.Path, secrets);

        // The only words that are kept are the name of a type of this program.
        string reason = Conversion().Match(json.Message) is { Success: true } match
            ? $"The value could not be converted to {match.Groups[1].Value}."
            : "The JSON is malformed, or a value is not what was expected.";
        string message = path is null && json.LineNumber is null
            ? reason
            : FormattableString.Invariant($"{reason} Path: {path} | LineNumber: {json.LineNumber} | BytePositionInLine: {json.BytePositionInLine}.");
        return new JsonException(message, path, json.LineNumber, json.BytePositionInLine);
    }

    private static string Sentence(Exception failure)
    {
        string text = Describe(failure);
        return string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1), ".");
    }

    private static string Describe(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "the host's name could not be resolved",
        HttpRequestError.ConnectionError => "no connection could be made",
        HttpRequestError.SecureConnectionError => "the TLS handshake failed",
        HttpRequestError.HttpProtocolError => "the other side broke the HTTP protocol",
        HttpRequestError.ExtendedConnectNotSupported or HttpRequestError.VersionNegotiationError => "the other side does not speak this HTTP",
        HttpRequestError.UserAuthenticationError => "the authentication failed",
        HttpRequestError.ProxyTunnelError => "the proxy did not open the tunnel",
        HttpRequestError.InvalidResponse => "the answer is not valid HTTP",
        HttpRequestError.ResponseEnded => "the connection was closed before the answer was complete",
        HttpRequestError.ConfigurationLimitExceeded => "the answer is larger than it may be",
        _ => "the request failed",
    };

    // What says more, in words that this program knows: codes, and names of what is wrong with a certificate.
    private static string Detail(Exception failure)
    {
        for (int depth = 0; depth < MaxDepth; depth++)
        {
            switch (failure)
            {
                case HttpRequestException { StatusCode: { } status }:
                    return FormattableString.Invariant($" ({(int)status})");
                case SocketException socket:
                    return $" ({socket.SocketErrorCode})";
                case AuthenticationException when CertificateFaults(failure.Message) is { Length: > 0 } faults:
                    return $" ({faults})";
            }

            if (failure.InnerException is not { } inner)
                break;
            failure = inner;
        }

        return "";
    }

    private static string CertificateFaults(string message) => string.Join(
        ", ",
        Word().Matches(message).Select(match => match.Value)
            .Where(word => (Enum.TryParse(word, out SslPolicyErrors error) && error != SslPolicyErrors.None)
                || (Enum.TryParse(word, out X509ChainStatusFlags fault) && fault != X509ChainStatusFlags.NoError))
            .Distinct(StringComparer.Ordinal));

    [GeneratedRegex(@"\AThe JSON value could not be converted to ([A-Za-z0-9_.+`\[\],]{1,200})\. Path: ", RegexOptions.CultureInvariant)]
    private static partial Regex Conversion();

    [GeneratedRegex("[A-Za-z]{5,40}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
