namespace Wildberries.Sdk.Testing;

/// <summary>The news of an emulator.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/apiNews"/>.</remarks>
public sealed class EmulatedNews
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly SortedDictionary<long, EmulatedNewsItem> _items = [];

    internal EmulatedNews(TimeProvider time) => _time = time;

    /// <summary>The news, by id.</summary>
    public IReadOnlyList<EmulatedNewsItem> All
    {
        get
        {
            lock (_lock)
                return [.. _items.Values];
        }
    }

    /// <summary>Publishes a piece of news.</summary>
    /// <param name="header">The heading.</param>
    /// <param name="content">The text.</param>
    /// <param name="date">When; by default now.</param>
    /// <param name="id">The id; by default the next one. An id that exists is replaced.</param>
    /// <param name="tags">The tags: id and name.</param>
    /// <returns>The piece.</returns>
    public EmulatedNewsItem Add(
        string header, string content, DateTimeOffset? date = null, long? id = null, IReadOnlyList<KeyValuePair<int, string>>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(content);
        lock (_lock)
        {
            var item = new EmulatedNewsItem
            {
                Id = id ?? (_items.Count == 0 ? 7001 : _items.Keys.Last() + 1),
                Header = header,
                Content = content,
                Date = date ?? _time.GetUtcNow(),
                Tags = tags ?? [],
            };
            _items[item.Id] = item;
            return item;
        }
    }
}
