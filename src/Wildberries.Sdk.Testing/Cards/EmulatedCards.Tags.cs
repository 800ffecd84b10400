namespace Wildberries.Sdk.Testing;

public sealed partial class EmulatedCards
{
    /// <summary>The most tags of a seller, and of a card.</summary>
    internal const int MaxTags = 15;
    private const int MaxTagName = 15;
    private static readonly string[] TagColors = ["D1CFD7", "FEE0E0", "ECDAFF", "E4EAFF", "DEF1DD", "FFECC7"];
    private readonly SortedDictionary<long, EmulatedTag> _tags = [];
    private long _lastTagId = 592_568;

    /// <summary>The tags of the seller, by number.</summary>
    public IReadOnlyList<EmulatedTag> Tags
    {
        get
        {
            lock (_lock)
                return [.. _tags.Values];
        }
    }

    /// <summary>Adds a tag, or replaces the one with its number.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>The tag as it is kept: with its number.</returns>
    /// <exception cref="ArgumentException">
    /// Its number is negative, its name is empty, longer than 15 characters or that of another tag, its colour is none of WB's, or there are 15 tags.
    /// </exception>
    public EmulatedTag AddTag(EmulatedTag tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        if (tag.Id < 0)
            throw new ArgumentException("The number of a tag is not negative.", nameof(tag));
        lock (_lock)
        {
            EmulatedTag kept = tag.Id > 0 ? tag : tag with { Id = NextTagId() };
            if (ProblemOf(kept) is { } problem)
                throw new ArgumentException($"{tag}: {problem.Text}", nameof(tag));
            _tags[kept.Id] = kept;
            return kept;
        }
    }

    internal Refusal? CreateTag(string name, string color)
    {
        lock (_lock)
        {
            var tag = new EmulatedTag { Id = NextTagId(), Name = name, Color = color };
            if (ProblemOf(tag) is { } problem)
                return problem;
            _tags[tag.Id] = tag;
            return null;
        }
    }

    /// <summary>Changes a tag. There may be none of that number.</summary>
    internal (bool Exists, Refusal? Refusal) ChangeTag(long id, string name, string color)
    {
        lock (_lock)
        {
            if (!_tags.ContainsKey(id))
                return (false, null);
            var tag = new EmulatedTag { Id = id, Name = name, Color = color };
            if (ProblemOf(tag) is { } problem)
                return (true, problem);
            _tags[id] = tag;
            return (true, null);
        }
    }

    /// <summary>Takes a tag away, from all cards too.</summary>
    internal bool DeleteTag(long id)
    {
        lock (_lock)
        {
            if (!_tags.Remove(id))
                return false;
            foreach (EmulatedCard card in _cards.Values.Where(card => card.TagIds.Contains(id)).ToArray())
                Keep(card with { TagIds = [.. card.TagIds.Where(tagId => tagId != id)] });
            return true;
        }
    }

    /// <summary>Puts tags on a card in the place of those that it has.</summary>
    internal bool SetTags(long nmId, IReadOnlyList<long> tagIds)
    {
        lock (_lock)
        {
            Process();
            if (tagIds.Count > MaxTags || !tagIds.All(_tags.ContainsKey) || !_cards.TryGetValue(nmId, out EmulatedCard? card))
                return false;
            Keep(Touch(card with { TagIds = [.. tagIds.Distinct()] }));
            return true;
        }
    }

    private long NextTagId()
    {
        do
            _lastTagId++;
        while (_tags.ContainsKey(_lastTagId));
        return _lastTagId;
    }

    private Refusal? ProblemOf(EmulatedTag tag)
    {
        if (string.IsNullOrWhiteSpace(tag.Name) || LengthOf(tag.Name) > MaxTagName)
        {
            return new Refusal(
                "Недопустимое значение наименования ярлыка",
                new System.Text.Json.Nodes.JsonObject { ["description"] = "Слишком длинное название ярлыка. Разрешено не более 15 символов" });
        }

        if (!TagColors.Contains(tag.Color))
            return new Refusal(ContentAnswers.WrongRequest);
        if (_tags.Values.Any(other => other.Id != tag.Id && other.Name == tag.Name))
            return new Refusal("Ярлык с таким именем уже существует");
        return _tags.Count >= MaxTags && !_tags.ContainsKey(tag.Id) ? new Refusal("Исчерпан лимит на создание ярлыков") : null;
    }
}
