using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>Every request that arrived at an emulator, in the order of arrival; also those it refused or cut off.</summary>
public sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly List<LoggedRequest> _requests = [];
    private readonly OperationTable _table;
    private int _generation;

    internal RequestLog(OperationTable table) => _table = table;

    /// <summary>A copy of the log as it is now.</summary>
    public IReadOnlyList<LoggedRequest> All
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>The requests for one operation.</summary>
    /// <param name="operation">
    /// The verb and the path: <c>POST /api/v1/seller/message</c>; a segment in braces is any one; <c>GET common-api/ping</c> means one host. Or its name: <c>BuyerChat.SendMessage</c>.
    /// </param>
    /// <returns>A copy.</returns>
    /// <exception cref="ArgumentException">The text is neither a verb and a path nor a name, or the emulator knows no such operation.</exception>
    public IReadOnlyList<LoggedRequest> Of(string operation)
    {
        OperationPattern pattern = _table.Parse(operation);
        return [.. All.Where(r => pattern.Matches(r.Verb, r.HostLabel, r.Path))];
    }

    /// <summary>How often an operation was asked for.</summary>
    /// <param name="operation">The operation, as in <see cref="Of"/>.</param>
    /// <returns>The number of requests that arrived.</returns>
    /// <exception cref="ArgumentException">The text is neither a verb and a path nor a name, or the emulator knows no such operation.</exception>
    public int Count(string operation) => Of(operation).Count;

    /// <summary>Forgets what arrived so far.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
            _generation++;
        }
    }

    /// <summary>Writes an arrival down; the result replaces the entry, unless the log was cleared meanwhile.</summary>
    internal Action<LoggedRequest> Add(LoggedRequest request)
    {
        lock (_lock)
        {
            int index = _requests.Count, generation = _generation;
            _requests.Add(request);
            return changed =>
            {
                lock (_lock)
                {
                    if (generation == _generation)
                        _requests[index] = changed;
                }
            };
        }
    }
}
