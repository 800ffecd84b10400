// Feeds the SDK what WB would never send, and says how it took it: every case must end as the documentation says, in time, without waste.
// dotnet run -c Release --project tests/Wildberries.Sdk.Fuzz -- [cases [seed [first case]]]
using System.Diagnostics;
using System.Globalization;
using Wildberries.Sdk.Fuzz;

long count = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
int seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
long first = args.Length > 2 ? long.Parse(args[2], CultureInfo.InvariantCulture) : 0;
const int FaultsShown = 20;
TimeSpan patience = TimeSpan.FromSeconds(30);

var clock = Stopwatch.StartNew();
long next = first, passed = 0, failed = 0;
var shown = new Lock();
var running = new (long Case, TimeSpan Since)[Environment.ProcessorCount];
var byTarget = new Dictionary<string, long>(StringComparer.Ordinal);

Thread[] workers =
[
    .. Enumerable.Range(0, running.Length).Select(worker => new Thread(() => Work(worker)) { IsBackground = true }),
];
foreach (Thread worker in workers)
    worker.Start();
foreach (Thread worker in workers)
{
    while (!worker.Join(TimeSpan.FromSeconds(1)))
        FailIfStuck();
}

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"seed {seed}, {string.Join(", ", byTarget.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} {entry.Value}"))}, in {clock.Elapsed.TotalSeconds:0} s"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed"));
return failed == 0 ? 0 : 1;

void Work(int worker)
{
    IReadOnlyList<Target> targets = Target.All();
    foreach (string fault in targets.SelectMany(target => target.Check()))
        Report(-1, fault);
    while (Interlocked.Increment(ref next) - 1 is var index && index < first + count)
    {
        running[worker] = (index, clock.Elapsed);
        var random = new Random(Mix(seed, index));
        Target target = targets[random.Next(targets.Count)];
        string? fault = target.Run(random);
        lock (shown)
            byTarget[target.Name] = byTarget.GetValueOrDefault(target.Name) + 1;
        if (fault is null)
            Interlocked.Increment(ref passed);
        else
            Report(index, $"{target.Name}: {fault}");
    }

    running[worker] = (-1, TimeSpan.MaxValue);
}

// The same case for the same seed, in every process; neighbours have nothing in common.
static int Mix(int seed, long index)
{
    ulong mixed = ((ulong)(uint)seed << 40) + (ulong)index + 0x9E3779B97F4A7C15;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return (int)(mixed ^ (mixed >> 31));
}

void Report(long index, string fault)
{
    lock (shown)
    {
        if (++failed <= FaultsShown)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"case {index} of seed {seed}: {fault}"));
    }
}

void FailIfStuck()
{
    foreach ((long index, TimeSpan since) in running)
    {
        if (clock.Elapsed - since < patience || since == TimeSpan.MaxValue)
            continue;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"case {index} of seed {seed} does not end"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed + 1} failed"));
        Environment.Exit(1);
    }
}
