using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Answers;

/// <summary>The ledger in memory. Whoever has it locks it.</summary>
internal sealed class AnswerBook
{
    private readonly Dictionary<(string SellerId, string Key), BuyerAnswer> _answers = [];

    /// <summary>Writes an intent down unless something stands against it.</summary>
    /// <param name="intent">The intent.</param>
    /// <param name="refusal">What stands against it if its key is not known; <see langword="null"/>: nothing.</param>
    /// <returns>Whether it is written down.</returns>
    public AnswerStart Start(BuyerAnswer intent, AnswerRefusal? refusal)
    {
        if (_answers.TryGetValue((intent.SellerId, intent.Key), out BuyerAnswer? known) && !known.IsBegunAgainBy(intent))
            return new AnswerStart { Answer = known };
        if (refusal is not null)
            return new AnswerStart { Refusal = refusal };
        foreach (BuyerAnswer earlier in _answers.Values)
        {
            if (earlier.RefusalOf(intent) is { } against)
                return new AnswerStart { Answer = earlier, Refusal = against };
        }

        _answers[(intent.SellerId, intent.Key)] = intent;
        return new AnswerStart { IsStarted = true, Answer = intent };
    }

    public BuyerAnswer Complete(BuyerAnswer outcome)
    {
        BuyerAnswer before = Find(outcome.SellerId, outcome.Key)
            ?? throw new KeyNotFoundException($"The seller has no answer with the key \"{outcome.Key}\".");
        return _answers[(outcome.SellerId, outcome.Key)] = before.Complete(outcome);
    }

    public BuyerAnswer? Find(string sellerId, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sellerId);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return _answers.GetValueOrDefault((sellerId, key));
    }

    public IReadOnlyList<BuyerAnswer> List(AnswerQuery query)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query.SellerId, nameof(query));
        return
        [
            .. _answers.Values
                .Where(answer => string.Equals(answer.SellerId, query.SellerId, StringComparison.Ordinal)
                    && (query.Channel is null || answer.Channel == query.Channel)
                    && (query.TargetId is null || string.Equals(answer.TargetId, query.TargetId, StringComparison.Ordinal))
                    && (query.PromoCodeId is null || (answer as PromoCodeSend)?.PromoCodeId == query.PromoCodeId)
                    && (query.State is null || answer.State == query.State)
                    && (query.From is null || answer.StartedAt >= query.From)
                    && (query.Before is null || answer.StartedAt < query.Before))
                .OrderBy(answer => answer.StartedAt)
                .ThenBy(answer => answer.Key, StringComparer.Ordinal),
        ];
    }
}
