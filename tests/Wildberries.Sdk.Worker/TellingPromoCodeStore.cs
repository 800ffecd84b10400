using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Worker;

/// <summary>Says "intending" and "intended" around the writing of an intent, "completing" and "completed" around that of what came of it, with the key.</summary>
internal sealed class TellingPromoCodeStore(IPromoCodeStore store) : IPromoCodeStore
{
    public async Task<PromoCodeSendStart> StartSendAsync(PromoCodeSend send, CancellationToken cancellationToken = default)
    {
        Console.WriteLine($"intending {send.Key}");
        PromoCodeSendStart start = await store.StartSendAsync(send, cancellationToken);
        Console.WriteLine($"intended {send.Key}");
        return start;
    }

    public async Task<PromoCodeSend> CompleteSendAsync(PromoCodeSend send, CancellationToken cancellationToken = default)
    {
        Console.WriteLine($"completing {send.Key}");
        PromoCodeSend completed = await store.CompleteSendAsync(send, cancellationToken);
        Console.WriteLine($"completed {send.Key}");
        return completed;
    }

    public Task<PromoCodeSend?> FindSendAsync(string sellerId, string key, CancellationToken cancellationToken = default) =>
        store.FindSendAsync(sellerId, key, cancellationToken);

    public Task<IReadOnlyList<PromoCodeSend>> ListSendsAsync(PromoCodeSendQuery query, CancellationToken cancellationToken = default) =>
        store.ListSendsAsync(query, cancellationToken);

    public Task<IReadOnlyList<PromoCodeViolation>> AddAsync(PromoCode code, bool isInPortal = false, CancellationToken cancellationToken = default) =>
        store.AddAsync(code, isInPortal, cancellationToken);

    public Task<IReadOnlyList<PromoCodeViolation>> UpdateAsync(Guid id, Func<PromoCode, PromoCode> change, CancellationToken cancellationToken = default) =>
        store.UpdateAsync(id, change, cancellationToken);

    public Task<PromoCode?> FindAsync(Guid id, CancellationToken cancellationToken = default) => store.FindAsync(id, cancellationToken);

    public Task<IReadOnlyList<PromoCode>> ListAsync(string sellerId, DateOnly? lastDayFrom = null, CancellationToken cancellationToken = default) =>
        store.ListAsync(sellerId, lastDayFrom, cancellationToken);
}
