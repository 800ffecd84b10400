using Wildberries.Sdk.Answers;

namespace Wildberries.Sdk.Tests.Answers;

/// <summary>A store in a process that dies at a step.</summary>
internal sealed class CrashingAnswerStore(IAnswerStore store, string step) : IAnswerStore
{
    public async Task<AnswerStart> StartAnswerAsync(BuyerAnswer answer, CancellationToken cancellationToken)
    {
        CrashAt("before the intent is written");
        AnswerStart start = await store.StartAnswerAsync(answer, cancellationToken);
        CrashAt("after the intent is written");
        return start;
    }

    public async Task<BuyerAnswer> CompleteAnswerAsync(BuyerAnswer answer, CancellationToken cancellationToken)
    {
        CrashAt("before the record is completed");
        BuyerAnswer completed = await store.CompleteAnswerAsync(answer, cancellationToken);
        CrashAt("after the record is completed");
        return completed;
    }

    public Task<BuyerAnswer?> FindAnswerAsync(string sellerId, string key, CancellationToken cancellationToken) =>
        store.FindAnswerAsync(sellerId, key, cancellationToken);

    public Task<IReadOnlyList<BuyerAnswer>> ListAnswersAsync(AnswerQuery query, CancellationToken cancellationToken) =>
        store.ListAnswersAsync(query, cancellationToken);

    private void CrashAt(string here)
    {
        if (here == step)
            throw new CrashException();
    }

    internal sealed class CrashException : Exception;
}
