using System.Text.Json;
using Wildberries.Sdk.Directories;

namespace Wildberries.Sdk.Cards;

/// <summary>What a subject wants of the characteristics of a card.</summary>
internal sealed class SubjectRules
{
    private readonly Dictionary<long, SubjectCharacteristic> _characteristics = [];
    private readonly List<SubjectCharacteristic> _required = [];

    /// <summary>Reads the rules out of the directory.</summary>
    /// <param name="characteristics">The subject's characteristics.</param>
    public SubjectRules(IEnumerable<SubjectCharacteristic> characteristics)
    {
        foreach (SubjectCharacteristic one in characteristics)
        {
            if (one is not null && _characteristics.TryAdd(one.Id, one) && one.IsRequired && one.Type != CharacteristicType.Unused)
                _required.Add(one);
        }
    }

    /// <summary>Whether WB knows nothing of the subject.</summary>
    public bool IsUnknown => _characteristics.Count == 0;

    /// <summary>Checks the characteristics of a card.</summary>
    public void Check(NewCard card, List<CardProblem> problems)
    {
        for (int i = 0; i < card.Characteristics.Count; i++)
        {
            if (card.Characteristics[i] is { } one && one.Value.Kind != JsonValueKind.Null && _characteristics.TryGetValue(one.Id, out SubjectCharacteristic? known))
                Check(one, known, problems);
            else if (card.Characteristics[i] is { Id: > 0 } unknown && !_characteristics.ContainsKey(unknown.Id))
                problems.Add(CardProblems.Error(CardFault.CharacteristicUnknown, MemberOf(unknown.Id), unknown.Id));
        }

        foreach (SubjectCharacteristic required in _required)
        {
            if (!Has(card, required))
                problems.Add(CardProblems.Error(CardFault.CharacteristicMissing, MemberOf(required), NameOf(required)));
        }
    }

    /// <summary>A characteristic as problems name it.</summary>
    public static string MemberOf(long id) => FormattableString.Invariant($"characteristics[{id}]");

    /// <summary>Whether there is nothing in a value.</summary>
    public static bool IsEmpty(CharacteristicValue value) => value.Kind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String or JsonValueKind.Array => value.Texts.All(string.IsNullOrWhiteSpace),
        _ => false,
    };

    private static void Check(CardCharacteristicInput one, SubjectCharacteristic known, List<CardProblem> problems)
    {
        string member = MemberOf(one.Id);
        if (known.HasNamedField)
            problems.Add(CardProblems.Error(CardFault.CharacteristicIsMember, member, NameOf(known)));
        else if (known.Type == CharacteristicType.Unused)
            problems.Add(CardProblems.Warning(CardFault.CharacteristicUnused, member, NameOf(known)));
        else if (IsEmpty(one.Value))
            problems.Add(CardProblems.Error(CardFault.CharacteristicWithoutValue, member, NameOf(known)));
        else if (known.Type == CharacteristicType.Number && one.Value.Kind != JsonValueKind.Number)
            problems.Add(CardProblems.Error(CardFault.CharacteristicNotNumber, member, NameOf(known)));
        else if (known.Type == CharacteristicType.Texts)
            CheckTexts(one, known, member, problems);
    }

    private static void CheckTexts(CardCharacteristicInput one, SubjectCharacteristic known, string member, List<CardProblem> problems)
    {
        JsonElement json = one.Value.Element;
        if (json.ValueKind != JsonValueKind.Array || !json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
            problems.Add(CardProblems.Error(CardFault.CharacteristicNotTexts, member, NameOf(known)));
        else if (known.MaxCount > 0 && json.GetArrayLength() is var count && count > known.MaxCount)
            problems.Add(CardProblems.Error(CardFault.CharacteristicTooManyValues, member, NameOf(known), count, known.MaxCount));
    }

    // Members of their own are told by their names in Russian; of those that are not here WB tells.
    private static bool Has(NewCard card, SubjectCharacteristic required) => (required.HasNamedField, required.Name) switch
    {
        (false, _) => card.Characteristics.Any(one => one is not null && one.Id == required.Id),
        (_, "Бренд") => !string.IsNullOrWhiteSpace(card.Brand),
        (_, "Наименование") => !string.IsNullOrWhiteSpace(card.Title),
        (_, "Описание") => !string.IsNullOrWhiteSpace(card.Description),
        _ => true,
    };

    private static string MemberOf(SubjectCharacteristic one) => (one.HasNamedField, one.Name) switch
    {
        (true, "Бренд") => "brand",
        (true, "Наименование") => "title",
        (true, "Описание") => "description",
        _ => MemberOf(one.Id),
    };

    private static string NameOf(SubjectCharacteristic one) => one.Name ?? FormattableString.Invariant($"{one.Id}");
}
