using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Answers;

/// <summary>
/// Keeps answers to buyers in memory: for tests and trials. After a restart nobody knows what was sent. It has no promo codes:
/// <see cref="InMemoryPromoCodeStore"/> has.
/// </summary>
public sealed class InMemoryAnswerStore : IAnswerStore
{
    private readonly object _lock = new();
    private readonly AnswerBook _book = new();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">It is no intent, or it is a message with a promo code, of which this store knows nothing.</exception>
    public Task<AnswerStart> StartAnswerAsync(BuyerAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        answer.ThrowUnlessIntent(nameof(answer));
        if (answer is PromoCodeSend)
            throw new ArgumentException($"It is a message with a promo code; those need an {nameof(IPromoCodeStore)}, which has the code.", nameof(answer));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(_book.Start(answer, refusal: null));
    }

    /// <inheritdoc/>
    public Task<BuyerAnswer> CompleteAnswerAsync(BuyerAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(_book.Complete(answer));
    }

    /// <inheritdoc/>
    public Task<BuyerAnswer?> FindAnswerAsync(string sellerId, string key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(_book.Find(sellerId, key));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<BuyerAnswer>> ListAnswersAsync(AnswerQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(_book.List(query));
    }
}
