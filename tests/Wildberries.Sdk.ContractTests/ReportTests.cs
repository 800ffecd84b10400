using System.Globalization;
using Wildberries.Sdk.ContractTests.Comparison;
using Wildberries.Sdk.ContractTests.Documents;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.ContractTests;

/// <summary>Says what of WB's API the SDK covers; hosts that are not built yet are listed.</summary>
public sealed class ReportTests(ITestOutputHelper output)
{
    [Fact]
    public void The_report_names_every_host_of_WB()
    {
        WbDocuments documents = WbDocuments.OrSkip();
        OperationComparer comparer = BuiltApi.Comparer(documents);
        WbOperation[] inForce = [.. documents.Operations.Where(r => r.Retired is null && !r.IsPing)];
        string[] hosts = [.. inForce.Select(r => r.Host).Distinct().Order(StringComparer.Ordinal)];
        int covered = 0, reported = 0;

        Write($"WB: {inForce.Length + 1} operations in force on {hosts.Length} hosts (GET /ping counts once)");
        Write("");
        Write("Hosts built:");
        foreach (string host in hosts.Where(h => IsBuilt(h)))
        {
            WildberriesOperation[] ours = [.. WildberriesOperations.All.Where(o => OperationComparer.Origin(o.Host) == host)];
            Difference[] differences = [.. ours.SelectMany(o => Enum.GetValues<Aspect>().SelectMany(a => comparer.Compare(o, a)))];
            int total = inForce.Count(r => r.Host == host);
            int have = inForce.Count(r => r.Host == host && ours.Any(o => comparer.Row(o) == r));
            int known = differences.Count(d => BuiltApi.KnownDifferences.ContainsKey(d.ToString()));
            covered += have;
            reported += total;
            Write($"  {host}: {have} of {total} operations and ping, {differences.Length - known} differences, {known} known");
            foreach (WildberriesOperation operation in ours)
                Write($"    {operation}");
            foreach (Difference difference in differences.Where(d => !BuiltApi.KnownDifferences.ContainsKey(d.ToString())))
                Write($"    DIFFERENCE {difference}");
        }

        Write("");
        Write("Hosts not built yet:");
        foreach (string host in hosts.Where(h => !IsBuilt(h)))
        {
            int total = inForce.Count(r => r.Host == host);
            reported += total;
            Write($"  {host}: {total} operations");
        }

        Write("");
        Write("Known differences:");
        foreach ((string difference, string reason) in BuiltApi.KnownDifferences)
            Write($"  {difference}\n    because {reason}");
        if (BuiltApi.KnownDifferences.Count == 0)
            Write("  none");
        Write("");
        Write($"Covered: {covered + 1} of {inForce.Length + 1}");

        Assert.Equal(inForce.Length, reported);
        Assert.True(covered > 0);
    }

    private static bool IsBuilt(string host) => WildberriesOperations.All.Any(o => OperationComparer.Origin(o.Host) == host);

    private void Write(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private void Write(string line) => output.WriteLine(line);
}
