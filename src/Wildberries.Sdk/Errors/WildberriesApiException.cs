using System.Net;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Errors;

/// <summary>
/// A call to WB that did not succeed: refused by WB, refused by the SDK before the network, lost on the way, or answered with
/// something that could not be understood. The base of every exception about a call; thrown itself for the statuses that have no
/// type of their own.
/// </summary>
/// <remarks>
/// The message is one line for a log. Texts that come from WB are cut in length, free of control characters, and never hold
/// a token. Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/introduction/Status-kody-HTTP"/>.
/// </remarks>
public class WildberriesApiException : Exception
{
    private readonly bool? _isTransient;

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, in one line.</param>
    public WildberriesApiException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened, in one line.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public WildberriesApiException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal WildberriesApiException(ErrorAnswer answer)
        : base(answer.Message)
    {
        StatusCode = answer.StatusCode;
        Delivery = answer.Delivery;
        Operation = answer.Operation;
        Title = answer.Problem.Title;
        Detail = answer.Problem.Detail;
        Code = answer.Problem.Code;
        RequestId = answer.Problem.RequestId;
        Origin = answer.Problem.Origin;
        Timestamp = answer.Problem.Timestamp;
        Errors = answer.Problem.Errors;
        Rows = answer.Problem.Rows;
        RateLimit = answer.RateLimit;
    }

    /// <summary>
    /// The status of WB's answer, or <see langword="null"/> if there was none: refused before the network, or lost on the way.
    /// </summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Whether WB has the call, and whether it has carried it out: what counts before a write is sent again.</summary>
    /// <value>The default, in exceptions that are not the SDK's own, is <see cref="Delivery.Unknown"/>.</value>
    public Delivery Delivery { get; init; }

    /// <summary>
    /// Whether the same call can succeed later without anybody doing something: WB or the way to it failed (5xx, 408, 499, the connection, a timeout, an answer that
    /// cannot be understood), the store of the limits is out of reach, or the rate limit is reached. A write is not to be repeated for this alone: look at
    /// <see cref="Delivery"/>.
    /// </summary>
    /// <value>The default follows from the type and <see cref="StatusCode"/>.</value>
    public bool IsTransient { get => _isTransient ?? IsOfTransientKind; init => _isTransient = value; }

    /// <summary>The operation that was called, for example <c>BuyerChat.SendMessage</c>, or <see langword="null"/> if not known.</summary>
    public string? Operation { get; init; }

    /// <summary>WB's name for the error (at most 300 characters), or <see langword="null"/>.</summary>
    public string? Title { get; init; }

    /// <summary>WB's explanation (at most 2,000 characters), or <see langword="null"/>.</summary>
    public string? Detail { get; init; }

    /// <summary>WB's code of the error, a number or a word, or <see langword="null"/>.</summary>
    public string? Code { get; init; }

    /// <summary>WB's id of the request, which its support asks for, or <see langword="null"/>.</summary>
    public string? RequestId { get; init; }

    /// <summary>The WB service that refused, or <see langword="null"/>.</summary>
    public string? Origin { get; init; }

    /// <summary>When WB refused, in UTC, or <see langword="null"/> if WB did not say.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>
    /// The single errors that WB lists (at most 100, each at most 500 characters), with the field or item that each is about in
    /// front: <c>locale: must be one of ru, en</c>. Never <see langword="null"/>.
    /// </summary>
    public IReadOnlyList<string> Errors { get; init => field = SafeText.Clean(value ?? []); } = [];

    /// <summary>What the answer's rate-limit headers said, or <see langword="null"/> if there was no answer.</summary>
    public RateLimitStatus? RateLimit { get; init; }

    /// <summary>The rows of the request that WB named: for helpers, which say what is in them.</summary>
    internal IReadOnlyList<ProblemRow> Rows { get; init; } = [];

    private bool IsOfTransientKind => this switch
    {
        WildberriesServerException or WildberriesConnectionException or WildberriesTimeoutException => true,
        WildberriesRateLimitException or WildberriesRateLimitStoreException => true,
        _ => (int?)StatusCode is 408 or 499 or >= 500,
    };
}
