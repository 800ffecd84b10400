using System.Collections.Concurrent;
using Wildberries.Sdk.Finance;

namespace ChatDesk;

/// <summary>The names of products, by their numbers at WB: chats have only the numbers, sales reports have both.</summary>
internal sealed class ProductNames
{
    private readonly ConcurrentDictionary<long, string> _names = new();

    public int Count => _names.Count;

    public string? Find(long? nmId) => nmId is { } id && _names.TryGetValue(id, out string? name) ? name : null;

    public void Take(SalesReportRow row)
    {
        if (row is { NmId: { } id, Title.Length: > 0 })
            _names[id] = row.Title;
    }
}
