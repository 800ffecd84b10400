namespace Wildberries.Sdk.Testing;

/// <summary>
/// What a campaign got and when it spent it. Nothing is counted while time passes: a run remembers since when it spends and on what, and the
/// rest follows from the clock, whenever somebody asks. Not thread-safe.
/// </summary>
internal sealed class CampaignSpending
{
    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);

    private readonly List<Run> _runs = [];
    private decimal _deposited;

    /// <summary>What was spent until a moment.</summary>
    public decimal Spent(DateTimeOffset now) => Math.Min(_runs.Sum(run => run.Amount(run.From, now)), _deposited);

    /// <summary>What is left at a moment.</summary>
    public decimal Left(DateTimeOffset now) => _deposited - Spent(now);

    public void Deposit(decimal sum) => _deposited += sum;

    /// <summary>Begins to spend, on nothing if there are no slices.</summary>
    public void Start(DateTimeOffset at, decimal perHour, IReadOnlyList<Slice> slices) =>
        _runs.Add(new Run { From = at, PerHour = slices.Count == 0 ? 0 : perHour, Slices = slices });

    public void Stop(DateTimeOffset at)
    {
        if (_runs is [.., { To: null } last])
            last.To = at;
    }

    /// <summary>When the budget of a campaign that spends will be empty; <see langword="null"/> if never.</summary>
    public DateTimeOffset? EmptyAt()
    {
        if (_runs is not [.., { To: null, PerHour: > 0 } last])
            return null;
        decimal ticks = decimal.Ceiling(Left(last.From) * TimeSpan.TicksPerHour / last.PerHour);
        return ticks < (DateTimeOffset.MaxValue - last.From).Ticks ? last.From.AddTicks((long)ticks) : null;
    }

    /// <summary>What was spent on each slice on each day of a period, until now.</summary>
    public IEnumerable<Part> Parts(DateOnly from, DateOnly to, DateTimeOffset now)
    {
        foreach (Run run in _runs)
        {
            DateTimeOffset end = run.To is { } stopped && stopped < now ? stopped : now;
            for (DateOnly day = Later(from, DayOf(run.From)); day <= to && Midnight(day) < end; day = day.AddDays(1))
            {
                decimal amount = run.Amount(Midnight(day), Midnight(day.AddDays(1)) is var next && next < now ? next : now);
                foreach (Slice slice in run.Slices.Where(_ => amount > 0))
                    yield return new Part(day, slice, amount * slice.Weight);
            }
        }
    }

    /// <summary>The day on which a moment falls at WB.</summary>
    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(Moscow).DateTime);

    /// <summary>When a day begins at WB.</summary>
    public static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Moscow);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    /// <summary>A share of what a campaign spends: a product in recommendations, in the search, or in one cluster of the search.</summary>
    internal sealed record Slice(long NmId, bool InSearch, string? Cluster, long BidKopecks, bool PaysPerClick, decimal Weight);

    /// <summary>What was spent on a slice on a day, and what it brought.</summary>
    internal sealed record Part(DateOnly Day, Slice Slice, decimal Amount)
    {
        // One view in twenty is a click.
        private const int ViewsPerClick = 20;

        public decimal Views => Slice.PaysPerClick ? Clicks * ViewsPerClick : Amount * 100 / Slice.BidKopecks * 1000;

        public decimal Clicks => Slice.PaysPerClick ? Amount * 100 / Slice.BidKopecks : Views / ViewsPerClick;
    }

    private sealed class Run
    {
        public required DateTimeOffset From { get; init; }

        public required decimal PerHour { get; init; }

        public required IReadOnlyList<Slice> Slices { get; init; }

        public DateTimeOffset? To { get; set; }

        public decimal Amount(DateTimeOffset from, DateTimeOffset to)
        {
            DateTimeOffset start = from > From ? from : From, end = To is { } stopped && stopped < to ? stopped : to;
            return end > start ? PerHour * (end - start).Ticks / TimeSpan.TicksPerHour : 0;
        }
    }
}
