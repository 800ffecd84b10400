namespace Wildberries.Sdk.BuyerChat;

/// <summary>Knows by their ids which events a run has handed out, in constant memory: the last ones, and those of a whole page, however large it is.</summary>
/// <param name="size">How many ids are remembered at least; at most twice as many and two pages.</param>
internal sealed class SeenEvents(int size = SeenEvents.ManyPages)
{
    /// <summary>Enough for pages in a circle: what comes again after so many other events is handed out again.</summary>
    public const int ManyPages = 20_000;

    private HashSet<string> _last = new(StringComparer.Ordinal);
    private HashSet<string> _earlier = new(StringComparer.Ordinal);

    /// <summary>How many ids are remembered now.</summary>
    public int Count => _last.Count + _earlier.Count;

    /// <summary>Takes an id in.</summary>
    /// <param name="eventId">The event's id.</param>
    /// <returns><see langword="false"/> if the event has come before.</returns>
    public bool Add(string eventId)
    {
        if (_earlier.Contains(eventId) || !_last.Add(eventId))
            return false;
        return true;
    }

    /// <summary>A page is read to its end: enough ids together make the earlier ones go.</summary>
    public void EndPage()
    {
        if (_last.Count < size)
            return;
        (_earlier, _last) = (_last, _earlier);
        _last.Clear();
    }
}
