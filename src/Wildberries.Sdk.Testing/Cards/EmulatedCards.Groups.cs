namespace Wildberries.Sdk.Testing;

public sealed partial class EmulatedCards
{
    private const string TooLarge = "В группу можно объединить не больше 30 карточек. В результате запроса будет превышен лимит";
    private static readonly Refusal NoSuchCard = new("Указан несуществующий nmID карточки товара");

    /// <summary>Merges cards with a group, or separates them; all of them or none.</summary>
    internal Refusal? Move(IReadOnlyList<long> nmIds, long? target)
    {
        lock (_lock)
        {
            Process();
            nmIds = [.. nmIds.Distinct()];
            if (CardsOf(nmIds) is not { } cards || cards.Any(card => card.TrashedAt is not null))
                return NoSuchCard;
            EmulatedCard[] others = target is { } id ? [.. Group(id).Where(card => !nmIds.Contains(card.NmId))] : [];
            if (target is { } imtId && !Group(imtId).Any())
                return new Refusal("Указан несуществующий imt");
            if (cards.Concat(others).Select(card => card.SubjectId).Distinct().Count() > 1)
                return new Refusal("Объединение товаров с разными предметами невозможно");
            if (target is not null && cards.All(card => card.ImtId == target))
                return new Refusal("Все карточки находятся в одной группе");
            if (cards.Count + others.Length > MaxGroup)
                return new Refusal(TooLarge);
            if (Alike([(target ?? 0, others.Concat(cards))]) is { } alike)
                return alike;

            long into = target ?? ++_lastImtId;
            foreach (EmulatedCard card in cards)
                Keep(Touch(card with { ImtId = into }));
            return null;
        }
    }

    /// <summary>Throws cards into the trash; all of them or none. Those that are there stay as they are.</summary>
    internal Refusal? TryMoveToTrash(IReadOnlyList<long> nmIds)
    {
        lock (_lock)
        {
            Process();
            if (CardsOf(nmIds) is not { } cards)
                return NoSuchCard;
            foreach (EmulatedCard card in cards.Where(card => card.TrashedAt is null))
                Keep(card with { ImtId = ++_lastImtId, TrashedAt = Tick(_time.GetUtcNow()) });
            return null;
        }
    }

    /// <summary>Fetches cards back from the trash; all of them or none.</summary>
    internal Refusal? Recover(IReadOnlyList<long> nmIds)
    {
        lock (_lock)
        {
            Process();
            if (CardsOf(nmIds) is not { } cards)
                return NoSuchCard;
            foreach (EmulatedCard card in cards.Where(card => card.TrashedAt is not null))
                Keep(Touch(card with { TrashedAt = null }));
            return null;
        }
    }

    private IEnumerable<EmulatedCard> Group(long imtId) => _cards.Values.Where(card => card.ImtId == imtId && card.TrashedAt is null);

    private List<EmulatedCard>? CardsOf(IReadOnlyList<long> nmIds)
    {
        List<EmulatedCard> cards = [.. nmIds.Distinct().Where(_cards.ContainsKey).Select(nmId => _cards[nmId])];
        return cards.Count == nmIds.Distinct().Count() ? cards : null;
    }
}
