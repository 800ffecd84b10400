using Wildberries.Sdk.Answers;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Worker;

/// <summary>Says "intending" and "intended" around the writing of an intent, "completing" and "completed" around that of what came of it, with the key.</summary>
internal sealed class TellingPromoCodeStore(IPromoCodeStore store) : IPromoCodeStore
{
    public async Task<AnswerStart> StartAnswerAsync(BuyerAnswer answer, CancellationToken cancellationToken = default)
    {
        Console.WriteLine($"intending {answer.Key}");
        AnswerStart start = await store.StartAnswerAsync(answer, cancellationToken);
        Console.WriteLine($"intended {answer.Key}");
        return start;
    }

    public async Task<BuyerAnswer> CompleteAnswerAsync(BuyerAnswer answer, CancellationToken cancellationToken = default)
    {
        Console.WriteLine($"completing {answer.Key}");
        BuyerAnswer completed = await store.CompleteAnswerAsync(answer, cancellationToken);
        Console.WriteLine($"completed {answer.Key}");
        return completed;
    }

    public Task<BuyerAnswer?> FindAnswerAsync(string sellerId, string key, CancellationToken cancellationToken = default) =>
        store.FindAnswerAsync(sellerId, key, cancellationToken);

    public Task<IReadOnlyList<BuyerAnswer>> ListAnswersAsync(AnswerQuery query, CancellationToken cancellationToken = default) =>
        store.ListAnswersAsync(query, cancellationToken);

    public Task<IReadOnlyList<PromoCodeViolation>> AddAsync(PromoCode code, bool isInPortal = false, CancellationToken cancellationToken = default) =>
        store.AddAsync(code, isInPortal, cancellationToken);

    public Task<IReadOnlyList<PromoCodeViolation>> UpdateAsync(Guid id, Func<PromoCode, PromoCode> change, CancellationToken cancellationToken = default) =>
        store.UpdateAsync(id, change, cancellationToken);

    public Task<PromoCode?> FindAsync(Guid id, CancellationToken cancellationToken = default) => store.FindAsync(id, cancellationToken);

    public Task<IReadOnlyList<PromoCode>> ListAsync(string sellerId, DateOnly? lastDayFrom = null, CancellationToken cancellationToken = default) =>
        store.ListAsync(sellerId, lastDayFrom, cancellationToken);
}
