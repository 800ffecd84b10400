namespace Wildberries.Sdk.Testing;

/// <summary>A piece of news of the emulated seller portal.</summary>
public sealed record EmulatedNewsItem
{
    /// <summary>The id.</summary>
    public required long Id { get; init; }

    /// <summary>The heading.</summary>
    public required string Header { get; init; }

    /// <summary>The text.</summary>
    public required string Content { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The tags: id and name.</summary>
    public IReadOnlyList<KeyValuePair<int, string>> Tags { get; init; } = [];
}
