using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>
/// What should go wrong at an emulator, per operation. A fault befalls requests that passed the checks of token and rate limit; faults
/// for the next requests go before permanent ones, in the order in which they were given.
/// </summary>
public sealed class EmulatorFaults
{
    private readonly Lock _lock = new();
    private readonly OperationTable _table;
    private readonly List<Rule> _next = [];
    private readonly List<Rule> _always = [];

    internal EmulatorFaults(OperationTable table) => _table = table;

    /// <summary>Lets the next requests for an operation fail.</summary>
    /// <param name="operation">
    /// The verb and the path: <c>POST /api/v1/seller/message</c>; a segment in braces is any one; <c>GET common-api/ping</c> means one host. Or its name: <c>BuyerChat.SendMessage</c>.
    /// </param>
    /// <param name="fault">What happens to them.</param>
    /// <param name="times">How many requests.</param>
    /// <exception cref="ArgumentException">The text is neither a verb and a path nor a name, or the emulator knows no such operation.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void Next(string operation, Fault fault, int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        Add(_next, operation, fault, times);
    }

    /// <summary>Lets every request for an operation fail, until <see cref="Clear()"/>. The latest such fault holds.</summary>
    /// <param name="operation">The operation, as in <see cref="Next"/>.</param>
    /// <param name="fault">What happens to them.</param>
    /// <exception cref="ArgumentException">The text is neither a verb and a path nor a name, or the emulator knows no such operation.</exception>
    public void Always(string operation, Fault fault) => Add(_always, operation, fault, int.MaxValue);

    /// <summary>Ends all faults.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _next.Clear();
            _always.Clear();
        }
    }

    internal Fault? Take(string verb, string hostLabel, string path)
    {
        lock (_lock)
        {
            if (_next.Find(r => r.Pattern.Matches(verb, hostLabel, path)) is { } rule)
            {
                if (--rule.Times == 0)
                    _next.Remove(rule);
                return rule.Fault;
            }

            return _always.FindLast(r => r.Pattern.Matches(verb, hostLabel, path))?.Fault;
        }
    }

    private void Add(List<Rule> rules, string operation, Fault fault, int times)
    {
        ArgumentNullException.ThrowIfNull(fault);
        OperationPattern pattern = _table.Parse(operation);
        lock (_lock)
            rules.Add(new Rule(pattern, fault) { Times = times });
    }

    private sealed class Rule(OperationPattern pattern, Fault fault)
    {
        public OperationPattern Pattern { get; } = pattern;

        public Fault Fault { get; } = fault;

        public int Times { get; set; }
    }
}
