using Polly;

namespace Wildberries.Sdk.Http;

/// <summary>What the retry step keeps of a call that it repeats.</summary>
/// <param name="call">The call.</param>
/// <param name="answer">What the first attempt was answered, or <see langword="null"/> if it failed.</param>
/// <param name="failure">How the first attempt failed, or <see langword="null"/> if it was answered.</param>
internal sealed class Repetition(CallContext call, HttpResponseMessage? answer, Exception? failure) : IDisposable
{
    private static readonly HttpRequestOptionsKey<Repetition> Key = new("Wildberries.Sdk.Repetition");

    private HttpResponseMessage? _answer = answer;
    private Exception? _failure = failure;

    public CallContext Call => call;

    /// <summary>How an attempt failed that was repeated, if not with a 429: the truth to tell if the next one is refused before it is sent.</summary>
    public Exception? Earlier { get; set; }

    /// <summary>Whether another attempt was refused on this side of the network: there is none after it.</summary>
    public bool IsRefused { get; set; }

    public static Repetition Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out Repetition? repetition)
            ? repetition
            : throw new InvalidOperationException("The retry has lost its call.");

    public static Repetition Of(ResilienceContext context) =>
        Of(context.GetRequestMessage() ?? throw new InvalidOperationException("The retry has lost its request."));

    public void AttachTo(HttpRequestMessage request) => request.Options.Set(Key, this);

    /// <summary>Gives the outcome of the first attempt, once.</summary>
    /// <returns>The outcome, or <see langword="null"/> if it was taken: another attempt is to be made.</returns>
    public Task<HttpResponseMessage>? TakeFirst()
    {
        (HttpResponseMessage? answer, Exception? failure) = (_answer, _failure);
        _answer = null;
        _failure = null;
        if (failure is not null)
            return Task.FromException<HttpResponseMessage>(failure);
        return answer is null ? null : Task.FromResult(answer);
    }

    /// <summary>A call that is cancelled before the engine has taken the first answer leaves it here.</summary>
    public void Dispose() => _answer?.Dispose();
}
