using System.Globalization;
using System.Text;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>
/// Something that goes wrong with a request at the emulator. Unless said otherwise it happens before the operation takes effect: a
/// message is not stored. <see cref="AfterOperation"/> makes the same happen after it.
/// </summary>
public sealed class Fault
{
    private readonly Kind _kind;
    private readonly Func<ApiGateway, int, Answer>? _answer;
    private readonly TimeSpan _delay;

    private Fault(Kind kind, Func<ApiGateway, int, Answer>? answer = null, TimeSpan delay = default, bool takesEffect = false)
    {
        _kind = kind;
        _answer = answer;
        _delay = delay;
        TakesEffect = takesEffect;
    }

    internal enum Kind
    {
        /// <summary>An answer instead of the operation's own, or none: the operation's own after a delay.</summary>
        Answer,
        Reset,
        ResetInBody,
        TruncatedBody,
        StallInBody,
        MalformedJson,
    }

    internal Kind What => _kind;

    internal TimeSpan DelayBefore => _delay;

    /// <summary>Whether the operation runs although its answer does not arrive.</summary>
    internal bool TakesEffect { get; }

    internal bool IsTooManyRequests { get; private init; }

    /// <summary>The connection is closed without an answer.</summary>
    public static Fault Reset { get; } = new(Kind.Reset);

    /// <summary>
    /// The operation takes effect, and the connection is reset in the middle of the answer's body, a quarter of a real second after its
    /// first half was sent.
    /// </summary>
    public static Fault ResetInBody { get; } = new(Kind.ResetInBody, takesEffect: true);

    /// <summary>The operation takes effect, and the answer ends in the middle of the body that its Content-Length announced.</summary>
    public static Fault TruncatedBody { get; } = new(Kind.TruncatedBody, takesEffect: true);

    /// <summary>The operation takes effect, and the answer stops in the middle of its body without end.</summary>
    public static Fault StallInBody { get; } = new(Kind.StallInBody, takesEffect: true);

    /// <summary>The operation takes effect, and the answer is a complete one whose JSON stops in the middle.</summary>
    public static Fault MalformedJson { get; } = new(Kind.MalformedJson, takesEffect: true);

    /// <summary>An answer of your own.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body; by default empty.</param>
    /// <param name="contentType">The content type of the body; by default WB's for errors.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not within 200 and 599.</exception>
    public static Fault Status(int status, string? body = null, string? contentType = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        return Instead(new Answer
        {
            Status = status,
            ContentType = body is null ? contentType : contentType ?? Problem.ContentType,
            Body = body is null ? [] : Encoding.UTF8.GetBytes(body),
        });
    }

    /// <summary>A web page where JSON is expected, as a proxy in between sends.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not within 200 and 599.</exception>
    public static Fault Html(int status) => Status(
        status,
        string.Create(CultureInfo.InvariantCulture, $"<html><head><title>{status}</title></head><body><h1>{status}</h1></body></html>"),
        "text/html");

    /// <summary>A 200 without a body.</summary>
    /// <param name="chunked">Whether the emptiness comes chunked instead of with a Content-Length of 0.</param>
    /// <returns>The fault.</returns>
    public static Fault Empty200(bool chunked = false) => Instead(new Answer { Status = 200, Chunked = chunked });

    /// <summary>A redirect.</summary>
    /// <param name="location">Where to.</param>
    /// <param name="status">The HTTP status.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not within 300 and 399.</exception>
    public static Fault Redirect(Uri location, int status = 302)
    {
        ArgumentNullException.ThrowIfNull(location);
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 300);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 399);
        return Instead(Answer.Empty(status).WithHeader("Location", location.OriginalString));
    }

    /// <summary>A 429 that has nothing to do with the bucket, which stays as it was.</summary>
    /// <param name="retryAfter">The wait that it asks for, in whole seconds rounded up; <see langword="null"/>: no header says one.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The wait is negative.</exception>
    public static Fault TooManyRequests(TimeSpan? retryAfter = null)
    {
        if (retryAfter is { } wait)
            ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero, nameof(retryAfter));
        return new Fault(Kind.Answer, (gateway, burst) =>
        {
            string? seconds = retryAfter is { } time ? gateway.Seconds(time) : null;
            return gateway.TooManyRequests(seconds, seconds is null ? null : burst.ToString(CultureInfo.InvariantCulture), seconds);
        })
        {
            IsTooManyRequests = true,
        };
    }

    /// <summary>A 429 whose <c>X-Ratelimit-Retry</c> is any text, for example <c>1,5</c>.</summary>
    /// <param name="text">The header's text.</param>
    /// <returns>The fault.</returns>
    public static Fault RetryHeader(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Fault(Kind.Answer, (gateway, _) => gateway.TooManyRequests(text, null, null)) { IsTooManyRequests = true };
    }

    /// <summary>A wait by the emulator's clock, and then what comes next.</summary>
    /// <param name="delay">How long; <see cref="Timeout.InfiniteTimeSpan"/>: for ever.</param>
    /// <param name="then">What happens then; by default the operation's own answer.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative and not infinite.</exception>
    public static Fault Delay(TimeSpan delay, Fault? then = null)
    {
        if (delay != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return then is null
            ? new Fault(Kind.Answer, null, delay, takesEffect: true)
            : new Fault(then._kind, then._answer, delay, then.TakesEffect) { IsTooManyRequests = then.IsTooManyRequests };
    }

    /// <summary>The same fault, but after the operation took effect: only its answer is lost.</summary>
    /// <returns>The fault.</returns>
    public Fault AfterOperation() =>
        new(_kind, _answer, _delay, takesEffect: true) { IsTooManyRequests = IsTooManyRequests };

    /// <summary>The answer in place of the operation's own, or <see langword="null"/>.</summary>
    internal Answer? AnswerInstead(ApiGateway gateway, int burst) => _answer?.Invoke(gateway, burst);

    private static Fault Instead(Answer answer) => new(Kind.Answer, (_, _) => answer);
}
