using System.Net;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Telemetry;

namespace Wildberries.Sdk.Http;

/// <summary>What the handlers know of a call; it travels on the request's options, so all attempts see the same one.</summary>
internal sealed class CallContext
{
    private static readonly HttpRequestOptionsKey<CallContext> Key = new("Wildberries.Sdk.Call");

    private WildberriesCredentials? _credentials;
    private Redaction? _secrets;

    public required WildberriesOperation Operation { get; init; }

    public required Seller Seller { get; init; }

    /// <summary>Whether it goes without the token: what it asks for is everybody's.</summary>
    public bool IsPublic { get; init; }

    public WildberriesEnvironment Environment => Seller.Environment;

    /// <summary>Whose token goes with the call; fetched when the call begins, and the same for all its attempts.</summary>
    public WildberriesCredentials Credentials
    {
        get => _credentials ?? throw new InvalidOperationException("The call has no credentials yet.");
        set => (_credentials, _secrets) = (value, null);
    }

    /// <summary>What must not stand in any exception, whatever WB echoes.</summary>
    public Redaction Secrets => _credentials is not { } credentials
        ? Redaction.None
        : _secrets ??= credentials.ClientSecret is { } secret ? new Redaction(credentials.Token.Value, secret) : new Redaction(credentials.Token.Value);

    /// <summary>Where the body's reader reports; set when the call begins.</summary>
    public WildberriesTelemetry? Telemetry { get; set; }

    public string? SellerId => _credentials?.Token.SellerId;

    public required WildberriesCallOptions Options { get; init; }

    /// <summary>When the call began, as a timestamp of the pipeline's clock.</summary>
    public required long StartedAt { get; init; }

    /// <summary>WB's host of the call, also when an emulator stands in for it.</summary>
    public Uri Host => Environment == WildberriesEnvironment.Sandbox ? Operation.SandboxHost ?? Operation.Host : Operation.Host;

    public int Attempts { get; set; }

    public TimeSpan RateLimitWait { get; set; }

    /// <summary>The status of the answer that the caller gets, for those who read its body later.</summary>
    public HttpStatusCode? AnswerStatus { get; set; }

    /// <summary>Whether the call is over for its span and its log, though its body may be still to come.</summary>
    public bool IsTold { get; set; }

    /// <summary>The permit of the attempt under way, if the operation has a limit.</summary>
    public RateLimitPermit? Permit { get; set; }

    /// <summary>The attempt's first header, once it is being written.</summary>
    public string? FirstHeader { get; set; }

    /// <summary>Whether the attempt's request, or its beginning, may have left this process.</summary>
    public bool IsWritten { get; set; }

    /// <summary>Whether what is written may take long to leave this process: no answer has come yet.</summary>
    public bool IsWrittenSlowly { get; set; }

    /// <summary>Whether the body can be sent once only.</summary>
    public bool HasBodyForOnce { get; set; }

    /// <summary>What the last answer said of the rate limit; read once.</summary>
    public RateLimitStatus? RateLimit { get; set; }

    /// <summary>If the last answer was a 429: when to come again, as far as it said so.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>
    /// If the last answer was a 429: how long a repeat pauses before it goes on. Zero where the limit itself makes it wait, <see langword="null"/> where
    /// nobody knows.
    /// </summary>
    public TimeSpan? PauseAfterLimit { get; set; }

    /// <summary>Whether WB may have carried out one of the attempts, although none was answered with success.</summary>
    public bool MayBeTaken { get; private set; }

    /// <summary>Takes note of what became of an attempt, or of the call's end before one.</summary>
    /// <param name="delivery">What became of it.</param>
    /// <returns>What holds for the call with all its attempts.</returns>
    public Delivery Settle(Delivery delivery)
    {
        MayBeTaken |= delivery == Delivery.Unknown;
        return MayBeTaken && delivery != Delivery.Answered ? Delivery.Unknown : delivery;
    }

    /// <summary>
    /// Looks at what became of telling the limits' store something, without waiting for it. A store that fails there loses no request: the limits hold as
    /// far as it knows them.
    /// </summary>
    /// <param name="told">The telling.</param>
    public void Observe(ValueTask told)
    {
        if (!told.IsCompletedSuccessfully)
            _ = ObserveAsync(told);
    }

    public static CallContext Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out CallContext? call)
            ? call
            : throw new InvalidOperationException("The request did not come through a Wildberries client.");

    public static CallContext? Find(HttpRequestMessage? request) =>
        request is not null && request.Options.TryGetValue(Key, out CallContext? call) ? call : null;

    public void AttachTo(HttpRequestMessage request) => request.Options.Set(Key, this);

    private async Task ObserveAsync(ValueTask told)
    {
        try
        {
            await told.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Telemetry?.StoreFailed(this, exception);
        }
    }
}
