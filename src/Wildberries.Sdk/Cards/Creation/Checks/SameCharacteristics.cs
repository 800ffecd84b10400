namespace Wildberries.Sdk.Cards;

/// <summary>Whether cards have the same characteristics, in whatever order: merged cards must not.</summary>
internal sealed class SameCharacteristics : IEqualityComparer<IReadOnlyDictionary<long, CharacteristicValue>>
{
    public static SameCharacteristics Comparer { get; } = new();

    public static IReadOnlyDictionary<long, CharacteristicValue> Of(NewCard card) =>
        Of(card.Characteristics.Where(one => one is not null).Select(one => (one.Id, one.Value)));

    public static IReadOnlyDictionary<long, CharacteristicValue> Of(Card card) =>
        Of(card.Characteristics.Where(one => one is not null).Select(one => (one.Id, one.Value)));

    public bool Equals(IReadOnlyDictionary<long, CharacteristicValue>? x, IReadOnlyDictionary<long, CharacteristicValue>? y) =>
        x is not null && y is not null && x.Count == y.Count && x.All(one => y.TryGetValue(one.Key, out CharacteristicValue other) && one.Value == other);

    public int GetHashCode(IReadOnlyDictionary<long, CharacteristicValue> obj)
    {
        int hash = obj.Count;
        foreach ((long id, CharacteristicValue value) in obj)
            hash ^= HashCode.Combine(id, value);
        return hash;
    }

    private static Dictionary<long, CharacteristicValue> Of(IEnumerable<(long Id, CharacteristicValue Value)> characteristics)
    {
        var all = new Dictionary<long, CharacteristicValue>();
        foreach ((long id, CharacteristicValue value) in characteristics)
            all.TryAdd(id, value);
        return all;
    }
}
